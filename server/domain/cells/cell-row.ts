import { inOutlet } from "../outlets.ts";
import { ACCESS_FACETS, ELIGIBILITY_FACETS, EVERYWHERE, NEEDS, PROVIDER_TYPES } from "#db/vocabulary.ts";
import type { ListingFacts, Localized, Opening, PublishedListing } from "#server/contract/listing.ts";
import { answerTo } from "../match/answer.ts";
import { reachesOut } from "../match/found.ts";
import { isAuthority } from "../match/match.ts";
import { fold } from "../fold.ts";
import { searchableParts } from "../search-text.ts";
import { toListingView } from "../to-listing-view.ts";
import { signatureOf } from "./grams.ts";
import { cellAt } from "./grid.ts";
import { answerProbes } from "./probes.ts";

/** A listing as the packed search reads it: what `match` needs, as bits and numbers. Made of public content alone. */
export interface CellRow {
  /** Short code: what a found row is hydrated by. */
  readonly code: string;
  /** Every point that may be known, `[latitude, longitude]` in degrees. */
  readonly points: readonly (readonly [latitude: number, longitude: number])[];
  /** Answers to `PROBES`. */
  readonly yes: number;
  readonly no: number;
  /** Bits of KIND. */
  readonly kind: number;
  /** Bits of NEEDS, and of OFFERS above them. */
  readonly offers: number;
  /** Years; null: no limit is known. */
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  /** Index into PROVIDER_TYPES, plus one; 0: not known. */
  readonly provider: number;
  readonly opening: Opening | null;
  readonly direct: readonly string[];
  /** Languages of either mode: by the staff or through an interpreter. */
  readonly spoken: readonly string[];
  readonly services: readonly string[];
  readonly areas: readonly string[];
  readonly name: Localized;
  /** Signature of all searchable texts in all languages. */
  readonly grams: Uint32Array;
}

/** What is true of a listing, a bit each. The two lowest are read for one part of a search each, not for a found row. */
export const KIND = {
  anyAge: 1,
  noInterpreter: 2,
  specific: 4,
  /** Police and immigration stand after others. */
  authority: 8,
  /** May be found by the area that it serves, however far its known places are (`reachOf`). */
  beyond: 16,
  /** Lies in more than one cell: counted once. */
  several: 32,
  /** Has more than one point: the nearest counts. */
  scattered: 64,
} as const;

/** Facets that are counted by their "yes", above the bits of the needs. */
export const OFFERS: readonly (readonly [facet: "gender" | "cost", code: string, bit: number])[] = [
  ...ELIGIBILITY_FACETS["gender-served"].map((code) => ["gender", code] as const),
  ...ACCESS_FACETS.cost.map((code) => ["cost", code] as const),
].map(([facet, code], index) => [facet, code, 1 << (NEEDS.length + index)]);

/** Packs a published listing. */
export function toCellRow(listing: PublishedListing): CellRow {
  return {
    ...toFactRow(listing.facts),
    name: listing.name,
    grams: signatureOf(searchableTexts(inOutlet(listing, "feed"))),
  };
}

/** What is packed of the facts of a listing, which is all that a search without words needs. */
export function toFactRow(facts: ListingFacts): Omit<CellRow, "name" | "grams"> {
  return {
    code: facts.code,
    points: facts.places.flatMap(({ point }) => (point === null ? [] : [[point[0], point[1]] as const])),
    ...answerProbes(facts),
    kind: kindOf(facts),
    offers: offersOf(facts),
    minimumAge: facts.minimumAge,
    maximumAge: facts.maximumAge,
    provider: facts.providerType === null ? 0 : PROVIDER_TYPES.indexOf(facts.providerType) + 1,
    opening: facts.opening,
    direct: facts.languages.filter(({ mode }) => mode === "direct").map(({ code }) => code),
    spoken: facts.languages.map(({ code }) => code),
    services: facts.services,
    areas: facts.areas,
  };
}

function kindOf(facts: ListingFacts): number {
  const is = (bit: number, truth: boolean) => (truth ? bit : 0);
  return (
    is(KIND.specific, facts.scope === "trafficking-specific") |
    is(KIND.authority, isAuthority(facts)) |
    is(KIND.anyAge, answerTo(facts, "age-range", "any-age") === "yes") |
    is(KIND.noInterpreter, answerTo(facts, "interpreter", "none") === "yes") |
    is(KIND.beyond, isBeyond(facts)) |
    is(KIND.several, cellKeys(facts).length > 1) |
    is(KIND.scattered, facts.places.filter(({ point }) => point !== null).length > 1)
  );
}

function offersOf(facts: ListingFacts): number {
  let bits = 0;
  for (const need of facts.needs) bits |= 1 << NEEDS.indexOf(need);
  for (const [facet, code, bit] of OFFERS) {
    const answers = facts.answers[facet === "gender" ? "gender-served" : "cost"];
    if (answers?.[code] === "yes") bits |= bit;
  }
  return bits >>> 0;
}

function isBeyond(facts: ListingFacts): boolean {
  return facts.places.length === 0 || facts.places.some(({ point }) => point === null) || reachesOut(facts);
}

/** Every text in which a word may be found, in any language, folded. */
function searchableTexts(listing: PublishedListing): Iterable<string> {
  const languages = new Set<string>(["en"]);
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === "string") languages.add(key);
      else look(inner);
    }
  };
  look([listing.name, listing.organization.name, listing.texts, listing.addresses]);
  look(listing.contacts.map(({ label }) => label));
  // Most languages fall back on the same words: each is folded once.
  const parts = new Set<string>();
  for (const lang of languages)
    for (const part of searchableParts(toListingView(listing, lang))) parts.add(part);
  return [...parts].map((part) => fold(part));
}

/** More areas than this, and a listing is kept beside the grid, under each of them. */
const LOCAL_AREAS = 3;

/**
 * The cells in which a listing lies: `g…`, those of the grid that hold its points, and `a…`, those of the areas that it
 * serves when it may be found there without its point: by phone or visit, with a private place, nationwide.
 */
export function cellKeys(facts: ListingFacts): readonly string[] {
  const points = facts.places.flatMap(({ point }) => (point === null ? [] : [point]));
  const grid = points.map((point) => `g${cellAt(point)}`);
  const wide = isBeyond(facts) || isWide(facts.areas);
  const areas = facts.areas.length === 0 ? [""] : facts.areas;
  return [...new Set([...grid, ...(wide ? areas.map((area) => `a${area}`) : [])])];
}

/** Whether a row is found by its area through the cells of the grid alone. */
export function isLocal({ kind, areas }: CellRow): boolean {
  return (kind & KIND.beyond) === 0 && !isWide(areas);
}

function isWide(areas: readonly string[]): boolean {
  return (
    areas.length === 0 ||
    areas.length > LOCAL_AREAS ||
    areas.some((area) => area.length === 2 || area === EVERYWHERE)
  );
}
