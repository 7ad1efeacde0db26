/** Listings as the device holds them, a view a language, put together as `server/edition` takes them. */
import type { ListingCard, ListingDetail, ListingView, Phrase } from "#server/contract/listing-view.ts";
import {
  LISTING_TEXTS,
  type Localized,
  type PublishedListing,
  type TextMark,
} from "#server/contract/listing.ts";

/** Each language's text under the language that it is really in. */
function localized(phrases: readonly (Phrase | null | undefined)[]): Localized {
  return Object.fromEntries(
    phrases.flatMap((phrase) =>
      phrase === null || phrase === undefined ? [] : [[phrase.lang, phrase.text]],
    ),
  );
}

/**
 * One listing from its views, the same listing in each language of the edition. Null until cards and texts of all of
 * them have arrived.
 */
export function fromViews(views: readonly ListingView[]): PublishedListing | null {
  const [first] = views;
  const details = views.flatMap(({ detail }) => detail ?? []);
  const cards = views.flatMap(({ card }) => card ?? []);
  const [detail] = details;
  const [card] = cards;
  if (first === undefined || detail === undefined || card === undefined) return null;
  if (details.length < views.length || cards.length < views.length) return null;
  return {
    id: detail.id,
    facts: first.facts,
    name: localized(cards.map(({ name }) => name)),
    organization: {
      // The device knows organisations by name alone.
      id: card.organization.text,
      name: localized(cards.map(({ organization }) => organization)),
      website: detail.website,
    },
    texts: Object.fromEntries(
      LISTING_TEXTS.flatMap((field) => {
        // What reads otherwise on paper is taken from there; null: paper says nothing.
        const said = localized(
          details.map(({ texts, printed }) =>
            printed?.[field] === undefined ? texts[field] : printed[field],
          ),
        );
        return Object.keys(said).length === 0 ? [] : [[field, said]];
      }),
    ),
    ...partsOf(detail, details),
    ...marksOf(cards, details),
    source: detail.source,
    // Editions do not print it.
    modified: "",
  };
}

/** The marks of translations, by the paths of `server/domain/text-marks.ts`. */
function marksOf(cards: readonly ListingCard[], details: readonly ListingDetail[]) {
  const said: readonly (readonly [path: string, phrase: Phrase | null | undefined])[] = [
    ...cards.flatMap(({ name, organization }) => [
      ["name", name] as const,
      ["organization", organization] as const,
    ]),
    ...details.flatMap(({ texts, contacts, costs, addresses, requiredDocuments }) => [
      ...LISTING_TEXTS.map((field) => [`texts.${field}`, texts[field]] as const),
      ...contacts.flatMap(({ label, hours }, at) => [
        [`contacts.${at}.label`, label] as const,
        [`contacts.${at}.hours`, hours] as const,
      ]),
      ...costs.map(({ description }, at) => [`costs.${at}`, description] as const),
      ...addresses.flatMap(({ place, name, lines, city, directions }) =>
        Object.entries({ name, lines, city, directions }).map(
          ([field, phrase]) => [`addresses.${place}.${field}`, phrase] as const,
        ),
      ),
      ...requiredDocuments.map((document, at) => [`documents.${at}`, document] as const),
    ]),
  ];
  const marks: Record<string, Record<string, TextMark>> = {};
  for (const [path, phrase] of said) {
    if (phrase?.mark !== undefined) (marks[path] ??= {})[phrase.lang] = phrase.mark;
  }
  return Object.keys(marks).length === 0 ? {} : { marks };
}

function partsOf(detail: ListingDetail, details: readonly ListingDetail[]) {
  return {
    contacts: detail.contacts.flatMap((contact, index) =>
      contact.keptFrom?.includes("print")
        ? []
        : [
            {
              ...contact,
              label: localized(details.map(({ contacts }) => contacts[index]?.label)),
              hours: localized(details.map(({ contacts }) => contacts[index]?.hours)),
            },
          ],
    ),
    costs: detail.costs.map((cost, index) => ({
      ...cost,
      description: localized(details.map(({ costs }) => costs[index]?.description)),
    })),
    addresses: detail.addresses.map(({ place, postalCode }, index) => {
      const said = (key: "name" | "lines" | "city" | "directions") =>
        localized(details.map(({ addresses }) => addresses[index]?.[key]));
      return {
        place,
        postalCode,
        name: said("name"),
        lines: said("lines"),
        city: said("city"),
        directions: said("directions"),
      };
    }),
    requiredDocuments: detail.requiredDocuments.map((_document, index) =>
      localized(details.map(({ requiredDocuments }) => requiredDocuments[index])),
    ),
  };
}
