/**
 * Short ways to write the made-up records of the demo, so that a listing reads like a listing. This is the one
 * place under `db/` that looks at a server type, and it takes the type alone: the records are written as the
 * contract for incoming records wants them.
 */
import type { OrganizationInput } from "#server/contract/catalogue-record.ts";
import type { Answer, Facet, FacetCode, Weekday } from "../../vocabulary.ts";

export type Organization = OrganizationInput;
export type Service = NonNullable<OrganizationInput["services"]>[number];
export type Location = NonNullable<OrganizationInput["locations"]>[number];
export type Contact = NonNullable<OrganizationInput["contacts"]>[number];
type Note = NonNullable<Service["notes"]>[number];
export type Schedule = NonNullable<Service["schedules"]>[number];
type ServiceLanguage = NonNullable<Service["languages"]>[number];

/** `"facet:code"`, checked by the compiler against the vocabulary. */
export type FacetAnswer = { [F in Facet]: `${F}:${FacetCode<F>}` }[Facet];

export const WORKDAYS: Weekday[] = ["MO", "TU", "WE", "TH", "FR"];
export const EVERY_DAY: Weekday[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Answers by facet and code. What is in neither list stays "not known". */
export function answers(yes: FacetAnswer[], no: FacetAnswer[] = []): NonNullable<Service["answers"]> {
  const byFacet: Record<string, Record<string, Answer>> = {};
  const put = (all: FacetAnswer[], answer: Answer) => {
    for (const pair of all) {
      const [facet = "", code = ""] = pair.split(":");
      byFacet[facet] = { ...byFacet[facet], [code]: answer };
    }
  };
  put(yes, "yes");
  put(no, "no");
  return byFacet;
}

/** The made-up number `000 0000 0xx`: no country has it, no library calls it valid. `xx` are two digits. */
export function fictional(xx: string): string {
  return `000 0000 0${xx}`;
}

/** A telephone contact with a made-up number, as seen from one country. */
export function phone(country: string, xx: string, more: Omit<Contact, "channel" | "value"> = {}): Contact {
  return { channel: "phone", value: fictional(xx), country, ...more };
}

/** What must be true before somebody is taken in: for practitioners with access alone, never public. */
export function entryRule(words: Note["words"]): Note {
  return { about: "eligibilityDescription", audience: "practitioner", words };
}

/** Languages spoken by the staff, then those spoken through an interpreter. */
export function speaks(direct: string[], throughInterpreter: string[] = []): ServiceLanguage[] {
  return [
    ...direct.map((code): ServiceLanguage => ({ code, mode: "direct" })),
    ...throughInterpreter.map((code): ServiceLanguage => ({ code, mode: "interpreter" })),
  ];
}

/** The same local opening time on several days; closing at or before opening runs into the next day. */
export function weekly(days: Weekday[], opensAt: string, closesAt: string): Schedule {
  return { days, opensAt, closesAt };
}

/** Closed from one local date to another, both included. */
export function closed(validFrom: string, validTo: string, description: Record<string, string>): Schedule {
  return { kind: "holiday", validFrom, validTo, description };
}

/** A check by the made-up directory. Dates are local days of 2026. */
export function checked(on: string, byRole: string, channel = "phone"): NonNullable<Service["verified"]> {
  return { on, byRole, channel };
}

/** The demo is its own source, so that every listing has one, with the day it was written. */
export const DEMO_SOURCE = {
  name: "Demo directory (made up)",
  url: "https://demo.example.org/directory",
  date: "2026-11-02",
};
