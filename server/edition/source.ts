/** What an edition is made from: published listings, the public settings, and words. No store, no clock. */
import { NEEDS, type Need } from "#db/vocabulary.ts";
import type { BaseMapFile } from "#server/contract/base-map.ts";
import type { EditionRecord, EditionWishes } from "#server/contract/edition.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { PublicSettings } from "#server/contract/settings.ts";
import { compareMatches, match } from "#server/domain/match/match.ts";
import { isForHelpersAlone } from "#server/domain/needs.ts";
import { phrase } from "#server/domain/to-listing-view.ts";
import { generalOnly } from "./naming.ts";
import type { Wordings } from "./speak.ts";

export interface EditionSource {
  readonly wishes: EditionWishes;
  readonly wordings: Wordings;
  readonly listings: readonly PublishedListing[];
  readonly settings: PublicSettings;
  /** ISO 3166-2 or 3166-1; the first gives the emergency numbers and the map. */
  readonly areas: readonly string[];
  /** Published version, for the foot. */
  readonly version: string;
  /** ISO date. */
  readonly printedOn: string;
  /** `https://help.example.org`; null: no QR codes, because nobody knows where they would lead. */
  readonly site: string | null;
  /** Of the first area's country; null: no map. */
  readonly map: BaseMapFile | null;
  /** What errata compare with. */
  readonly since: EditionRecord | null;
  /** Second place of a referral sheet, with its listings. */
  readonly later: { readonly area: string; readonly listings: readonly PublishedListing[] } | null;
  /** Codes of a shortlist; null: all listings. */
  readonly shortlist: readonly string[] | null;
  /** Needs that a referral sheet is about, so that each place stands once, under one of them; left out: all. */
  readonly needs?: readonly Need[];
  /** Codes of places for relatives: a section of its own on the referral sheet, of either place. */
  readonly relatives: readonly string[];
}

/** An entry's number runs through the edition; the first need is where it stands in full. */
export interface Numbered {
  readonly number: number;
  readonly listing: PublishedListing;
  readonly home: Need;
}

export interface NeedPart {
  readonly need: Need;
  readonly general: readonly Numbered[];
  readonly specific: readonly Numbered[];
}

/** The one form with listings that helpers alone hold: help for helpers stands in it too (R20). */
const FOR_PRACTITIONERS = "handover";

/** Listings in the neutral order of the site (R41), by need and scope, each with its number. */
export function byNeed(source: EditionSource): { parts: readonly NeedPart[]; entries: readonly Numbered[] } {
  const wished = source.wishes.generalOnly ? generalOnly(source.listings) : source.listings;
  const picked =
    source.shortlist === null
      ? wished.filter(({ facts }) => source.wishes.form === FOR_PRACTITIONERS || !isForHelpersAlone(facts))
      : wished.filter(({ facts }) => source.shortlist?.includes(facts.code) ?? true);
  const ordered = inNeutralOrder(picked, source.wordings[0].lang);
  const numbers = new Map<string, Numbered>();
  for (const need of NEEDS) {
    for (const scope of ["general", "trafficking-specific"]) {
      for (const listing of ordered) {
        const { needs, code, scope: own } = listing.facts;
        if (own !== scope || numbers.has(code) || needs[0] !== need) continue;
        numbers.set(code, { number: numbers.size + 1, listing, home: need });
      }
    }
  }
  const inPart = (need: Need, scope: string) =>
    ordered
      .filter(({ facts }) => facts.scope === scope && facts.needs.includes(need))
      .flatMap(({ facts }) => numbers.get(facts.code) ?? []);
  const parts = NEEDS.map((need) => ({
    need,
    general: inPart(need, "general"),
    specific: inPart(need, "trafficking-specific"),
  }));
  return { parts, entries: [...numbers.values()] };
}

function inNeutralOrder(listings: readonly PublishedListing[], lang: string): readonly PublishedListing[] {
  return listings
    .map((listing) => ({
      listing,
      facts: listing.facts,
      match: match(listing.facts, {}),
      name: phrase(listing.name, lang)?.text ?? "",
    }))
    .sort(compareMatches)
    .map(({ listing }) => listing);
}
