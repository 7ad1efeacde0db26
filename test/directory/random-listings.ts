import {
  ACCESS_FACETS,
  ELIGIBILITY_FACETS,
  EVERYWHERE,
  NEEDS,
  PRIVACIES,
  PROVIDER_TYPES,
  SCOPES,
} from "#db/vocabulary.ts";
import type { Answer } from "#db/vocabulary.ts";
import type { ListingFacts, Opening, PublishedListing } from "#server/contract/listing.ts";
import { GENDERS } from "#server/contract/search.ts";
import type { Query } from "#server/domain/query.ts";
import { toShortCode } from "#server/domain/short-code.ts";

/** Chance that is the same in every run. */
export interface Chance {
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number;
  one<T>(of: readonly [T, ...T[]] | readonly T[]): T;
  some<T>(of: readonly T[], most: number): readonly T[];
  is(share: number): boolean;
}

/** mulberry32: small, and good enough to shuffle. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (many: number) => Math.floor(next() * many);
  const one = <T>(of: readonly T[]): T => {
    const found = of[below(of.length)];
    if (found === undefined) throw new Error("Nothing to choose from");
    return found;
  };
  return {
    below,
    one,
    some: (of, most) => [...new Set(Array.from({ length: below(most + 1) }, () => one(of)))],
    is: (share) => next() < share,
  };
}

/** Areas of three countries, one of them over the date line, and the whole world. */
export const AREAS = ["TH-50", "TH-57", "TH-10", "KH-12", "FJ-C", "FJ-N"] as const;
const WIDE = ["TH", "KH", "FJ", EVERYWHERE] as const;
const LANGUAGES = ["th", "en", "my", "km", "zh-Hant", "zh", "shn", "lo"] as const;
const SERVICES = [
  "legal-advice",
  "emergency-shelter",
  "individual-counselling",
  "catch-up-classes",
  "job-search",
] as const;
const WORDS = [
  "open",
  "ศูนย์",
  "ช่วยเหลือ",
  "health",
  "法律",
  "trung tâm",
  "wage",
  "river",
  "ยา",
  "school",
] as const;
/** Corners of the grid, the poles, both sides of the date line, and towns close to each other. */
const POINTS = [
  [18.75, 98.75],
  [18.7883, 98.9853],
  [18.79, 98.99],
  [19.25, 99.0],
  [13.7563, 100.5018],
  [90, 0],
  [-90, 12],
  [89.9, -170],
  [-16.8, 179.99],
  [-16.8, -179.99],
  [-16.75, 180],
  [-16.75, -180],
  [0, 0],
] as const;

const OPENINGS: readonly (Opening | null)[] = [
  null,
  { timeZone: "Asia/Bangkok", week: [{ days: 127, opens: 0, closes: 1440, interval: 1 }], exceptions: [] },
  { timeZone: "Asia/Bangkok", week: [{ days: 1, opens: 540, closes: 600, interval: 1 }], exceptions: [] },
  { timeZone: "Asia/Bangkok", week: [{ days: 127, opens: 540, closes: 600, interval: 2 }], exceptions: [] },
];

function randomPoint(chance: Chance): readonly [number, number] {
  if (chance.is(0.7)) {
    const [latitude, longitude] = chance.one(POINTS);
    return [latitude, longitude];
  }
  return [chance.below(180_001) / 1000 - 90, chance.below(360_001) / 1000 - 180];
}

function randomAnswers(chance: Chance): ListingFacts["answers"] {
  const facets = { ...ELIGIBILITY_FACETS, ...ACCESS_FACETS } as Record<string, readonly string[]>;
  const asked = [
    "gender-served",
    "age-range",
    "documents-needed",
    "identification-needed",
    "cooperation-needed",
    "delivery",
    "open-to-non-residents",
    "child-friendly",
    "interpreter",
    "cost",
  ];
  return Object.fromEntries(
    asked.flatMap((facet) => {
      const given = chance
        .some(facets[facet] ?? [], 4)
        .map((code): [string, Answer] => [code, chance.is(0.6) ? "yes" : "no"]);
      return given.length === 0 ? [] : [[facet, Object.fromEntries(given)]];
    }),
  );
}

/** A made-up published listing: `number` makes its code and is in its id. */
export function randomListing(chance: Chance, number: number): PublishedListing {
  const places = Array.from({ length: chance.one([0, 1, 1, 1, 1, 2, 3]) }, () => {
    const privacy = chance.one(PRIVACIES);
    return { privacy, area: chance.one(AREAS), point: privacy === "withheld" ? null : randomPoint(chance) };
  });
  const areas = chance.is(0.2) ? [chance.one(WIDE)] : chance.some(AREAS, 5);
  const minimumAge = chance.is(0.4) ? chance.below(19) : null;
  const words = () => [...chance.some(WORDS, 3)].join(" ");
  return {
    id: `listing-${number}`,
    facts: {
      code: toShortCode(number * 7919),
      scope: chance.one(SCOPES),
      providerType: chance.is(0.8) ? chance.one(PROVIDER_TYPES) : null,
      needs: [...new Set([chance.one(NEEDS), ...chance.some(NEEDS, 2)])],
      services: [...new Set([chance.one(SERVICES), ...chance.some(SERVICES, 2)])],
      areas: areas.length === 0 ? [chance.one(AREAS)] : areas,
      minimumAge,
      maximumAge: chance.is(0.3) ? (minimumAge ?? 0) + chance.below(40) : null,
      maxChildAge: null,
      boysMaxAge: null,
      answers: randomAnswers(chance),
      languages: chance
        .some(LANGUAGES, 3)
        .map((code) => ({ code, mode: chance.is(0.6) ? "direct" : "interpreter" })),
      places,
      opening: chance.one(OPENINGS),
      checkedOn: "2026-11-01",
      demo: true,
      starter: false,
    },
    name: chance.is(0.5)
      ? { en: `${chance.one(WORDS)} house` }
      : { en: `Desk ${chance.below(5)}`, th: `${chance.one(WORDS)} บ้าน` },
    organization: { id: `organization-${chance.below(5)}`, name: { en: chance.one(WORDS) }, website: null },
    texts: { description: { en: words() || "none", th: words() || "ไม่มี" } },
    contacts: [],
    costs: [],
    addresses: [],
    requiredDocuments: [],
    source: null,
    modified: "2026-11-01",
  };
}

/** A search of any kind: each part is asked now and then. */
export function randomQuery(chance: Chance): Query {
  const maybe = <T>(share: number, make: () => T): T | undefined => (chance.is(share) ? make() : undefined);
  return {
    areas: maybe(0.3, () => chance.some([...AREAS, ...WIDE], 3)) ?? [],
    needs: maybe(0.5, () => chance.some(NEEDS, 3)) ?? [],
    services: maybe(0.2, () => chance.some([...SERVICES, "never-given"], 2)) ?? [],
    languages: maybe(0.4, () => chance.some(LANGUAGES, 2)) ?? [],
    scope: maybe(0.2, () => chance.one(SCOPES)),
    words: maybe(0.1, () => `${chance.one(WORDS)}${chance.is(0.3) ? ` ${chance.one(WORDS)}` : ""}`),
    near: maybe(0.6, () => ({
      point: randomPoint(chance),
      radiusKm: maybe(0.8, () => chance.one([0, 1, 30, 50, 500, 9000, 20_050])),
      areas: maybe(0.7, () => chance.some(AREAS, 2)),
    })),
    direct: maybe(0.3, () => true),
    gender: maybe(0.3, () => chance.one(GENDERS)),
    age: maybe(0.3, () => chance.below(80)),
    delivery: maybe(0.2, () => chance.one(ACCESS_FACETS.delivery)),
    noDocuments: maybe(0.2, () => true),
    noIdentification: maybe(0.2, () => true),
    noCooperation: maybe(0.2, () => true),
    withoutStaying: maybe(0.2, () => true),
    child: maybe(0.1, () => true),
    openAt: maybe(0.2, () => new Date(`2026-11-2${chance.below(9)}T0${chance.below(9)}:15:00Z`)),
  };
}
