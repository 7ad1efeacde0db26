/** Telephone numbers, addresses to write to, and persons, each on the nearest thing that it belongs to. */
import type { Channel } from "#db/vocabulary.ts";
import type { OrganizationInput } from "#server/contract/catalogue-record.ts";
import { numberCountry } from "#server/domain/contact-number.ts";
import { shown } from "../problem-list.ts";
import { readEmail, readNumber, readUrl } from "../read-contact.ts";
import type { Links } from "./links.ts";
import { readCareful } from "./read-profile.ts";
import { isPublicLabel, type RecordDraft } from "./record-draft.ts";
import type { Row } from "./table-set.ts";
import { lookUp } from "../look-up.ts";

export type ContactInput = NonNullable<OrganizationInput["contacts"]>[number];

const CHANNELS: Readonly<Record<string, Channel>> = {
  voice: "phone",
  phone: "phone",
  cell: "phone",
  mobile: "phone",
  hotline: "phone",
  tty: "phone",
  textphone: "phone",
  sms: "sms",
  text: "sms",
  whatsapp: "whatsapp",
  viber: "viber",
};
/** Kinds of number that nobody calls for help; they stay in the private note. */
const NOT_FOR_CALLS = new Set(["fax", "pager", "video"]);

/** The columns in order of nearness: a number that names a service and its organization is the service's. */
const NEARNESS = ["service_id", "service_at_location_id", "location_id", "organization_id", "contact_id"];

/** Rows of `phones` or `contacts` whose nearest parent is this one. */
export function nearestRows(links: Links, table: "phones" | "contacts", column: string, id: string): Row[] {
  const nearer = NEARNESS.slice(0, NEARNESS.indexOf(column));
  return links.of(table, column, id).filter((row) => nearer.every((other) => row.cells[other] === undefined));
}

/** The numbers in rows of `phones`. Numbers of a named person alone are for colleagues. */
export function readPhones(
  rows: readonly Row[],
  country: string | undefined,
  draft: RecordDraft,
  personal = false,
): ContactInput[] {
  return rows.flatMap((row): ContactInput[] => {
    const cell = row.cells["number"] ?? "";
    const type = (row.cells["type"] ?? "voice").toLowerCase();
    const extension = row.cells["extension"];
    const typed = `${type}: ${cell}${extension ? ` ext. ${extension}` : ""}`;
    draft.held.push(...row.held);
    if (NOT_FOR_CALLS.has(type)) {
      draft.keepPrivate(typed);
      return [];
    }
    const reading = readNumber(cell);
    if ("code" in reading) {
      draft.keepPrivate(typed);
      draft.hold(reading.code, row, "number", `${shown(cell)} was not taken as a number: ${reading.reason}.`);
      return [];
    }
    if (reading.note !== undefined)
      draft.note("number-quoted", row, "number", `${shown(cell)}: ${reading.note}.`);
    const home = numberCountry(reading.value);
    if (home !== undefined && country !== undefined && home !== country) {
      draft.note(
        "number-foreign",
        row,
        "number",
        `${shown(reading.value)} is a number of ${home}; the listing is in ${country}.`,
      );
    }
    const kind = type === "tty" || type === "textphone" ? "TTY" : "";
    const label = [row.cells["description"], kind, extension ? `ext. ${extension}` : ""]
      .filter(Boolean)
      .join(", ");
    const guarded = row.guards.length > 0;
    if (guarded)
      draft.note(
        "guarded",
        row,
        row.guards[0]?.column ?? "",
        "The source keeps this number back; it is for colleagues alone.",
      );
    const contact: ContactInput = {
      channel: lookUp(CHANNELS, type) ?? "phone",
      value: reading.value,
      audience: personal || guarded ? "internal" : "public",
    };
    if (country !== undefined) contact.country = country;
    Object.assign(contact, readCareful(row, draft.language));
    if (label !== "" && isPublicLabel(label)) contact.label = { [draft.language]: label };
    else if (label !== "") draft.keepPrivate(`${typed}: ${label}`);
    return [contact];
  });
}

/** Persons: what they are called and do goes to the private note, how to reach them is for colleagues. */
export function readPersons(
  rows: readonly Row[],
  links: Links,
  country: string | undefined,
  draft: RecordDraft,
): ContactInput[] {
  return rows.flatMap((row): ContactInput[] => {
    const { name, title, department, email } = row.cells;
    draft.held.push(...row.held);
    draft.keepPrivate(`Contact: ${[name, title, department, email].filter(Boolean).join(", ")}`);
    const contacts = readPhones(
      nearestRows(links, "phones", "contact_id", row.cells["id"] ?? ""),
      country,
      draft,
      true,
    );
    if (email !== undefined) {
      const reading = readEmail(email);
      if ("value" in reading) contacts.push({ channel: "email", value: reading.value, audience: "internal" });
      else
        draft.hold(
          reading.code,
          row,
          "email",
          `${shown(email)} was not taken as an address: ${reading.reason}.`,
        );
    }
    return contacts;
  });
}

/**
 * The `email` of an organization, service or location. `personal` are the addresses of named persons in the source:
 * one of those is not for the public, whatever column it stands in.
 */
export function readOwnEmail(row: Row, personal: ReadonlySet<string>, draft: RecordDraft): ContactInput[] {
  const { email } = row.cells;
  if (email === undefined) return [];
  const reading = readEmail(email);
  if ("code" in reading) {
    draft.keepPrivate(`email: ${email}`);
    draft.hold(reading.code, row, "email", `${shown(email)} was not taken as an address: ${reading.reason}.`);
    return [];
  }
  const isPersonal = personal.has(reading.value.toLowerCase());
  if (isPersonal)
    draft.note(
      "email-of-person",
      row,
      "email",
      "This is also a named person's address; it is for colleagues alone.",
    );
  return [{ channel: "email", value: reading.value, audience: isPersonal ? "internal" : "public" }];
}

/** The web address in a column, or undefined; one that cannot be read is held. */
export function readWebsite(row: Row, column: string, draft: RecordDraft): string | undefined {
  const cell = row.cells[column];
  if (cell === undefined) return undefined;
  const url = readUrl(cell);
  if (url === undefined) {
    draft.keepPrivate(`${column}: ${cell}`);
    draft.hold("url", row, column, `${shown(cell)} is not a web address.`);
  }
  return url;
}
