/** A listing as one row, for spreadsheets: what stands in which column. */
import type { PublishedListing, PublishedPlace } from "#server/contract/listing.ts";
import { type HsdsContext, listingUrl, wordsOf } from "../hsds/context.ts";
import { areaName, isMeasured } from "../hsds/to-places.ts";
import { hoursText } from "./hours-text.ts";

export type RowCell = string | number | undefined;

export interface RowColumn {
  /** Header; stays the same whatever the language. */
  readonly name: string;
  /** Letters that a spreadsheet should make room for. */
  readonly width: number;
  cell(listing: PublishedListing): RowCell;
}

/** Between several values in one cell. */
const BETWEEN = "; ";

/**
 * The columns. With several languages every text has a column for each, `name_th` beside `name_en`: a text that a
 * language lacks stays empty there. `contexts` has one entry a language, at least one.
 */
export function listingColumns(contexts: readonly [HsdsContext, ...HsdsContext[]]): readonly RowColumn[] {
  const [main] = contexts;
  const column = (name: string, width: number, cell: RowColumn["cell"]): RowColumn => ({ name, width, cell });
  const texts = (name: string, width: number, pick: (l: PublishedListing) => Words): RowColumn[] =>
    contexts.length === 1
      ? [column(name, width, (listing) => wordsOf(pick(listing), main))]
      : contexts.map(({ lang }) => column(`${name}_${lang}`, width, (listing) => pick(listing)?.[lang]));
  const values = (channel: string) => (listing: PublishedListing) =>
    joined(listing.contacts.filter((contact) => contact.channel === channel).map(({ value }) => value));
  const address = (part: "lines" | "city" | "postalCode") => (listing: PublishedListing) =>
    perPlace(listing, (_place, at) => {
      const own = listing.addresses.find(({ place }) => place === at);
      return part === "postalCode" ? (own?.postalCode ?? undefined) : wordsOf(own?.[part], main);
    });
  const answered = (wanted: "yes" | "no") => (listing: PublishedListing) =>
    joined(
      Object.entries(listing.facts.answers).flatMap(([facet, codes]) =>
        Object.entries(codes).flatMap(([code, said]) => (said === wanted ? [`${facet}:${code}`] : [])),
      ),
    );
  const spoken = (mode: string) => (listing: PublishedListing) =>
    joined(listing.facts.languages.filter((item) => item.mode === mode).map(({ code }) => code));
  return [
    column("code", 9, ({ facts }) => facts.code),
    ...texts("name", 36, ({ name }) => name),
    ...texts("organization", 30, ({ organization }) => organization.name),
    column("provider_type", 14, ({ facts }) => facts.providerType ?? undefined),
    column("scope", 20, ({ facts }) => facts.scope),
    column("needs", 20, ({ facts }) => joined(facts.needs)),
    column("services", 30, ({ facts }) => joined(facts.services)),
    column("area_codes", 12, ({ facts }) => joined(facts.areas)),
    column("areas", 24, ({ facts }) => joined(facts.areas.map((code) => areaName(code, main)))),
    ...texts("description", 60, (listing) => listing.texts.description),
    ...texts("who_it_is_for", 40, (listing) => listing.texts.eligibilityDescription),
    ...texts("how_to_start", 40, (listing) => listing.texts.applicationProcess),
    column("phones", 20, values("phone")),
    column("whatsapp", 16, values("whatsapp")),
    column("line", 16, values("line")),
    column("email", 26, values("email")),
    column("website", 30, values("website")),
    column("other_contacts", 26, (listing) =>
      joined(
        listing.contacts
          .filter(({ channel }) => !["phone", "whatsapp", "line", "email", "website"].includes(channel))
          .map(({ channel, value }) => `${channel}: ${value}`),
      ),
    ),
    column("hours", 36, ({ facts }) => hoursText(facts.opening)),
    column("time_zone", 16, ({ facts }) => facts.opening?.timeZone),
    column("languages", 14, spoken("direct")),
    column("languages_by_interpreter", 14, spoken("interpreter")),
    column("minimum_age", 8, ({ facts }) => facts.minimumAge ?? undefined),
    column("maximum_age", 8, ({ facts }) => facts.maximumAge ?? undefined),
    column("conditions_yes", 40, answered("yes")),
    column("conditions_no", 40, answered("no")),
    column("costs", 24, ({ costs }) =>
      joined(
        costs.map(({ option, amount, currency, description }) =>
          [option, amount ?? undefined, currency ?? undefined, wordsOf(description, main)]
            .filter((part) => part !== undefined)
            .join(" "),
        ),
      ),
    ),
    column("required_documents", 30, ({ requiredDocuments }) =>
      joined(requiredDocuments.map((document) => wordsOf(document, main))),
    ),
    column("place_privacy", 12, ({ facts }) => joined(facts.places.map(({ privacy }) => privacy))),
    column("place_areas", 12, (listing) => perPlace(listing, ({ area }) => area ?? undefined)),
    column("address", 36, address("lines")),
    column("city", 18, address("city")),
    column("postal_code", 10, address("postalCode")),
    column("coordinates", 22, (listing) =>
      perPlace(listing, (place) => (isMeasured(place, main) ? place.point?.join(" ") : undefined)),
    ),
    column("checked_on", 11, ({ facts }) => facts.checkedOn ?? "not yet checked"),
    column("modified", 11, ({ modified }) => modified),
    column("source", 26, ({ source }) => joined([source?.name, source?.date ?? undefined])),
    column("listing_url", 40, ({ facts }) => listingUrl(facts.code, main)),
    column("fictional", 8, ({ facts }) => (facts.demo ? "yes" : undefined)),
  ];
}

type Words = PublishedListing["name"] | undefined;

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const found = parts.flatMap((part) => (part === undefined || part === "" ? [] : [part]));
  // What stands between values stands in none of them.
  return found.length === 0 ? undefined : found.map((part) => part.replaceAll(BETWEEN, ", ")).join(BETWEEN);
}

/** One value a place, in the order of the places, with a sign for one that has none: so that they can be told apart. */
function perPlace(
  { facts }: PublishedListing,
  pick: (place: PublishedPlace, at: number) => string | undefined,
): string | undefined {
  const values = facts.places.map(pick);
  return values.some((value) => value !== undefined && value !== "")
    ? joined(values.map((value) => (value === undefined || value === "" ? "-" : value)))
    : undefined;
}
