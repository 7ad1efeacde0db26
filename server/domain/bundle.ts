import { type Answer, FACET_CODES, NEEDS, PRIVACIES, type ProviderType, type Scope } from "#db/vocabulary.ts";
import type {
  ContactView,
  CostView,
  ListingCard,
  ListingDetail,
  Phrase,
} from "#server/contract/listing-view.ts";
import {
  LISTING_TEXTS,
  type ListingFacts,
  type ListingText,
  type Opening,
} from "#server/contract/listing.ts";
import { type Dictionary, fromDictionary, toDictionary } from "./columns.ts";

/**
 * The parts of an area's bundle. An index answers a search by itself; cards add what a result shows; texts add
 * what an opened listing shows. Rows are in the same order in all three, by short code.
 */

/** Version of the packing. A reader that does not know it fetches nothing and shows the page without JavaScript. */
export const BUNDLE_FORMAT = 1;

type PackedPlace = readonly [
  privacy: number,
  area: string | null,
  latitude: number | null,
  longitude: number | null,
];

export interface IndexPart {
  readonly format: number;
  /** `facet:code` of `answers`, so that an older reader never mistakes one for another. */
  readonly terms: readonly string[];
  readonly code: readonly string[];
  readonly scope: Dictionary<Scope>;
  readonly provider: Dictionary<ProviderType | null>;
  /** Bits of NEEDS. */
  readonly needs: readonly number[];
  readonly services: Dictionary<readonly string[]>;
  readonly areas: Dictionary<readonly string[]>;
  /** `[minimum, maximum, oldest child, oldest boy]`, years or null. */
  readonly ages: Dictionary<readonly (number | null)[]>;
  /** Indexes into `terms`: answered yes, answered no. */
  readonly answers: Dictionary<readonly [readonly number[], readonly number[]]>;
  /** Spoken by the staff, and through an interpreter. */
  readonly languages: Dictionary<readonly [readonly string[], readonly string[]]>;
  readonly places: readonly (readonly PackedPlace[])[];
  readonly opening: Dictionary<Opening | null>;
  readonly checked: Dictionary<string | null>;
  /** Codes of merged listings and the code that they lead to now. Absent: none. */
  readonly former?: Readonly<Record<string, string>>;
  /** 1: fictional, 2: a starter number, 0: neither; and LATE more when its next check is late. */
  readonly kind: readonly number[];
}

/** Packs facts, which must be in the order of their codes. */
export function encodeIndex(listings: readonly ListingFacts[]): IndexPart {
  const column = <T>(pick: (facts: ListingFacts) => T) => toDictionary(listings.map(pick));
  const used = new Set(listings.flatMap((facts) => termsOf(facts).map(([term]) => term)));
  const terms = FACET_CODES.filter((term) => used.has(term));
  const place = new Map(terms.map((term, index) => [term, index]));
  const having = (facts: ListingFacts, answer: Answer) =>
    termsOf(facts)
      .flatMap(([term, given]) => (given === answer ? [place.get(term) ?? -1] : []))
      .sort((a, b) => a - b);
  return {
    format: BUNDLE_FORMAT,
    terms,
    code: listings.map((facts) => facts.code),
    scope: column((facts) => facts.scope),
    provider: column((facts) => facts.providerType),
    needs: listings.map((facts) => facts.needs.reduce((bits, need) => bits | (1 << NEEDS.indexOf(need)), 0)),
    services: column((facts) => facts.services),
    areas: column((facts) => facts.areas),
    ages: column((facts) => [facts.minimumAge, facts.maximumAge, facts.maxChildAge, facts.boysMaxAge]),
    answers: column((facts) => [having(facts, "yes"), having(facts, "no")]),
    languages: column((facts) => [
      facts.languages.filter((l) => l.mode === "direct").map((l) => l.code),
      facts.languages.filter((l) => l.mode === "interpreter").map((l) => l.code),
    ]),
    places: listings.map((facts) =>
      facts.places.map(({ privacy, area, point }): PackedPlace => [
        PRIVACIES.indexOf(privacy),
        area,
        point?.[0] ?? null,
        point?.[1] ?? null,
      ]),
    ),
    opening: column((facts) => facts.opening),
    checked: column((facts) => facts.checkedOn),
    ...former(listings),
    kind: listings.map((facts) => (facts.demo ? 1 : facts.starter ? 2 : 0) + (facts.late ? LATE : 0)),
  };
}

function former(listings: readonly ListingFacts[]): Pick<IndexPart, "former"> {
  const pairs = listings.flatMap(({ code, formerCodes = [] }) =>
    formerCodes.map((old) => [old, code] as const),
  );
  return pairs.length === 0 ? {} : { former: Object.fromEntries(pairs) };
}

/** What a late check adds to `kind`. */
const LATE = 4;
const kindOf = (part: { readonly kind: readonly number[] }, row: number): number => part.kind[row] ?? 0;

function termsOf(facts: ListingFacts): readonly (readonly [string, Answer])[] {
  return Object.entries(facts.answers).flatMap(([facet, codes]) =>
    Object.entries(codes).map(([code, answer]) => [`${facet}:${code}`, answer] as const),
  );
}

/** Unpacks an index. Throws when the packing is not the one this reader knows. */
export function decodeIndex(part: IndexPart): readonly ListingFacts[] {
  requireFormat(part.format);
  const columns = {
    scope: fromDictionary(part.scope),
    provider: fromDictionary(part.provider),
    services: fromDictionary(part.services),
    areas: fromDictionary(part.areas),
    ages: fromDictionary(part.ages),
    answers: fromDictionary({
      table: part.answers.table.map((packed) => toAnswers(packed, part.terms)),
      at: part.answers.at,
    }),
    languages: fromDictionary(part.languages),
    opening: fromDictionary(part.opening),
    checked: fromDictionary(part.checked),
  };
  const formerOf = new Map<string, string[]>();
  for (const [old, code] of Object.entries(part.former ?? {}))
    formerOf.set(code, [...(formerOf.get(code) ?? []), old]);
  return part.code.map((code, row): ListingFacts => {
    const formerCodes = formerOf.get(code);
    const [minimumAge, maximumAge, maxChildAge, boysMaxAge] = columns.ages[row] ?? [];
    const [direct, interpreted] = columns.languages[row] ?? [[], []];
    const bits = part.needs[row] ?? 0;
    return {
      code,
      ...(formerCodes === undefined ? {} : { formerCodes }),
      scope: columns.scope[row] ?? "general",
      providerType: columns.provider[row] ?? null,
      needs: NEEDS.filter((_, bit) => (bits & (1 << bit)) !== 0),
      services: columns.services[row] ?? [],
      areas: columns.areas[row] ?? [],
      minimumAge: minimumAge ?? null,
      maximumAge: maximumAge ?? null,
      maxChildAge: maxChildAge ?? null,
      boysMaxAge: boysMaxAge ?? null,
      answers: columns.answers[row] ?? {},
      languages: [
        ...direct.map((language) => ({ code: language, mode: "direct" as const })),
        ...interpreted.map((language) => ({ code: language, mode: "interpreter" as const })),
      ],
      places: (part.places[row] ?? []).map(([privacy, area, latitude, longitude]) => ({
        privacy: PRIVACIES[privacy] ?? "withheld",
        area,
        point: latitude === null || longitude === null ? null : [latitude, longitude],
      })),
      opening: columns.opening[row] ?? null,
      checkedOn: columns.checked[row] ?? null,
      ...(kindOf(part, row) >= LATE ? { late: true as const } : {}),
      demo: kindOf(part, row) % LATE === 1,
      starter: kindOf(part, row) % LATE === 2,
    };
  });
}

function toAnswers(
  [yes, no]: readonly [readonly number[], readonly number[]],
  terms: readonly string[],
): ListingFacts["answers"] {
  const answers: Record<string, Record<string, Answer>> = {};
  const add = (indexes: readonly number[], answer: Answer) => {
    for (const index of indexes) {
      const [facet, code] = (terms[index] ?? "").split(":");
      if (facet !== undefined && code !== undefined) (answers[facet] ??= {})[code] = answer;
    }
  };
  add(yes, "yes");
  add(no, "no");
  return answers;
}

/** How a mark travels; 0 is none. */
const MARKS = [undefined, "unchecked", "stale"] as const;

/** A phrase in the part's own language is its text alone, unless it bears a mark. */
type PackedPhrase = string | readonly [text: string, lang: string, mark?: number] | null;

function packPhrase(phrase: Phrase | null | undefined, lang: string): PackedPhrase {
  if (phrase === null || phrase === undefined) return null;
  const mark = MARKS.indexOf(phrase.mark);
  if (mark > 0) return [phrase.text, phrase.lang, mark];
  return phrase.lang === lang ? phrase.text : [phrase.text, phrase.lang];
}

function unpackPhrase(packed: PackedPhrase | undefined, lang: string): Phrase | null {
  if (packed === null || packed === undefined) return null;
  if (typeof packed === "string") return { text: packed, lang };
  const mark = MARKS[packed[2] ?? 0];
  return { text: packed[0], lang: packed[1], ...(mark === undefined ? {} : { mark }) };
}

export interface CardsPart {
  readonly format: number;
  readonly lang: string;
  readonly code: readonly string[];
  readonly name: readonly PackedPhrase[];
  readonly organization: Dictionary<PackedPhrase>;
  readonly city: Dictionary<PackedPhrase>;
  readonly fee: Dictionary<readonly [amount: number, currency: string] | null>;
}

/** Packs cards of one language. */
export function encodeCards(
  cards: readonly (readonly [code: string, card: ListingCard])[],
  lang: string,
): CardsPart {
  return {
    format: BUNDLE_FORMAT,
    lang,
    code: cards.map(([code]) => code),
    name: cards.map(([, card]) => packPhrase(card.name, lang)),
    organization: toDictionary(cards.map(([, card]) => packPhrase(card.organization, lang))),
    city: toDictionary(cards.map(([, card]) => packPhrase(card.city, lang))),
    fee: toDictionary(
      cards.map(([, card]) => (card.fee === null ? null : ([card.fee.amount, card.fee.currency] as const))),
    ),
  };
}

/** Unpacks cards by short code. Throws when the packing is not the one this reader knows. */
export function decodeCards(part: CardsPart): ReadonlyMap<string, ListingCard> {
  requireFormat(part.format);
  const organization = fromDictionary(part.organization);
  const city = fromDictionary(part.city);
  const fee = fromDictionary(part.fee);
  const nothing: Phrase = { text: "–", lang: "und" };
  return new Map(
    part.code.map((code, row): [string, ListingCard] => {
      const paid = fee[row] ?? null;
      return [
        code,
        {
          name: unpackPhrase(part.name[row], part.lang) ?? nothing,
          organization: unpackPhrase(organization[row], part.lang) ?? nothing,
          city: unpackPhrase(city[row], part.lang),
          fee: paid === null ? null : { amount: paid[0], currency: paid[1] },
        },
      ];
    }),
  );
}

type PackedContact = Omit<ContactView, "label" | "hours"> & {
  readonly label: PackedPhrase;
  readonly hours: PackedPhrase;
};
type PackedCost = Omit<CostView, "description"> & { readonly description: PackedPhrase };
type PackedAddress = {
  readonly place: number;
  readonly postalCode: string | null;
  readonly phrases: readonly [
    name: PackedPhrase,
    lines: PackedPhrase,
    city: PackedPhrase,
    directions: PackedPhrase,
  ];
};

export interface TextsPart {
  readonly format: number;
  readonly lang: string;
  readonly code: readonly string[];
  readonly id: readonly string[];
  readonly website: Dictionary<string | null>;
  /** Only fields that some listing has. */
  readonly texts: Readonly<Partial<Record<ListingText, Dictionary<PackedPhrase>>>>;
  /** Texts that read otherwise on paper, by listing. Absent: none. */
  readonly printed?: Dictionary<Readonly<Record<string, PackedPhrase>> | null>;
  readonly contacts: Dictionary<readonly PackedContact[]>;
  readonly costs: Dictionary<readonly PackedCost[]>;
  readonly addresses: Dictionary<readonly PackedAddress[]>;
  readonly documents: Dictionary<readonly PackedPhrase[]>;
  readonly source: Dictionary<ListingDetail["source"]>;
}

/** Packs the texts of one language. */
export function encodeTexts(
  details: readonly (readonly [code: string, detail: ListingDetail])[],
  lang: string,
): TextsPart {
  const column = <T>(pick: (detail: ListingDetail) => T) =>
    toDictionary(details.map(([, detail]) => pick(detail)));
  const fields = LISTING_TEXTS.filter((field) =>
    details.some(([, detail]) => detail.texts[field] !== undefined),
  );
  return {
    format: BUNDLE_FORMAT,
    lang,
    code: details.map(([code]) => code),
    id: details.map(([, detail]) => detail.id),
    website: column((detail) => detail.website),
    texts: Object.fromEntries(
      fields.map((field) => [field, column((detail) => packPhrase(detail.texts[field], lang))]),
    ),
    ...(details.some(([, { printed }]) => printed !== undefined)
      ? {
          printed: column(({ printed }) =>
            printed === undefined
              ? null
              : Object.fromEntries(
                  Object.entries(printed).map(([field, text]) => [field, packPhrase(text, lang)]),
                ),
          ),
        }
      : {}),
    contacts: column((detail) =>
      detail.contacts.map((contact) => ({
        ...contact,
        label: packPhrase(contact.label, lang),
        hours: packPhrase(contact.hours, lang),
      })),
    ),
    costs: column((detail) =>
      detail.costs.map((cost) => ({ ...cost, description: packPhrase(cost.description, lang) })),
    ),
    addresses: column((detail) =>
      detail.addresses.map(({ place, postalCode, name, lines, city, directions }): PackedAddress => ({
        place,
        postalCode,
        phrases: [
          packPhrase(name, lang),
          packPhrase(lines, lang),
          packPhrase(city, lang),
          packPhrase(directions, lang),
        ],
      })),
    ),
    documents: column((detail) => detail.requiredDocuments.map((document) => packPhrase(document, lang))),
    source: column((detail) => detail.source),
  };
}

/** Unpacks texts by short code. Throws when the packing is not the one this reader knows. */
export function decodeTexts(part: TextsPart): ReadonlyMap<string, ListingDetail> {
  requireFormat(part.format);
  const { lang } = part;
  const website = fromDictionary(part.website);
  const contacts = fromDictionary(part.contacts);
  const costs = fromDictionary(part.costs);
  const addresses = fromDictionary(part.addresses);
  const documents = fromDictionary(part.documents);
  const source = fromDictionary(part.source);
  const printed = part.printed === undefined ? [] : fromDictionary(part.printed);
  const texts = LISTING_TEXTS.flatMap((field) => {
    const column = part.texts[field];
    return column === undefined ? [] : [[field, fromDictionary(column)] as const];
  });
  return new Map(
    part.code.map((code, row): [string, ListingDetail] => [
      code,
      {
        id: part.id[row] ?? "",
        website: website[row] ?? null,
        texts: Object.fromEntries(
          texts.flatMap(([field, column]) => {
            const found = unpackPhrase(column[row], lang);
            return found === null ? [] : [[field, found]];
          }),
        ),
        ...unpackPrinted(printed[row], lang),
        contacts: (contacts[row] ?? []).map((contact) => ({
          ...contact,
          label: unpackPhrase(contact.label, lang),
          hours: unpackPhrase(contact.hours, lang),
        })),
        costs: (costs[row] ?? []).map((cost) => ({
          ...cost,
          description: unpackPhrase(cost.description, lang),
        })),
        addresses: (addresses[row] ?? []).map(
          ({ place, postalCode, phrases: [name, lines, city, directions] }) => ({
            place,
            postalCode,
            name: unpackPhrase(name, lang),
            lines: unpackPhrase(lines, lang),
            city: unpackPhrase(city, lang),
            directions: unpackPhrase(directions, lang),
          }),
        ),
        requiredDocuments: (documents[row] ?? []).flatMap((document) => unpackPhrase(document, lang) ?? []),
        source: source[row] ?? null,
      },
    ]),
  );
}

function unpackPrinted(
  packed: Readonly<Record<string, PackedPhrase>> | null | undefined,
  lang: string,
): Pick<ListingDetail, "printed"> {
  if (packed === null || packed === undefined) return {};
  return {
    printed: Object.fromEntries(
      Object.entries(packed).map(([field, text]) => [field, unpackPhrase(text, lang)]),
    ),
  };
}

function requireFormat(format: number): void {
  if (format !== BUNDLE_FORMAT) throw new Error(`This list is packed in a newer way (${format})`);
}
