/** Where a service is, as far as its privacy lets it be known. */
import { EVERYWHERE } from "#db/vocabulary.ts";
import type { ListingFacts, PublishedPlace } from "#server/contract/listing.ts";
import type { Match } from "#server/domain/query.ts";
import { listText } from "#web/i18n/lists.ts";
import type { MessageKey, Words } from "#web/i18n/words.ts";

/** What the listing's facts do not hold themselves. */
export interface Around {
  /** Town of a public place. */
  readonly city: string | null;
  readonly distance: Match["distance"];
  /** Name of an area in the reader's language; null when it has none here. */
  readonly areaName: (code: string) => string | null;
}

const COUNTRIES = new Set(
  "TH LA KH MM VN ID MY PH CN SG BN TL HK TW JP KR IN BD NP LK JO AL AU GB US".split(" "),
);

/** A country's name in the reader's language, from our own table; else null. */
export function countryName(words: Words, code: string): string | null {
  return COUNTRIES.has(code) ? words.t(`country.${code}` as MessageKey) : null;
}

const nameOf = (words: Words, around: Around, code: string): string =>
  around.areaName(code) ?? countryName(words, code) ?? code;

/** "2 km", "About 13 km", "Less than 1 km", in a straight line. */
export function distanceText(
  words: Words,
  distance: { readonly km: number; readonly about: boolean },
): string {
  if (distance.km < 1) return words.t("where.under-one");
  const n = Math.round(distance.km);
  return words.t(distance.about ? "where.km-about" : "where.km", { n });
}

const RANK = { public: 0, "area-only": 1, withheld: 2 } as const;

/** The place to name first: the one that says most. */
function firstPlace(places: readonly PublishedPlace[]): PublishedPlace | null {
  return [...places].sort((a, b) => RANK[a.privacy] - RANK[b.privacy])[0] ?? null;
}

function placeText(words: Words, place: PublishedPlace, around: Around): string {
  const area = place.area === null ? null : nameOf(words, around, place.area);
  if (place.privacy === "withheld") {
    return area === null ? words.t("where.withheld-short") : words.t("where.withheld", { area });
  }
  if (place.privacy === "area-only") {
    return area === null ? words.t("where.area-only-unnamed") : words.t("where.area-only", { area });
  }
  return around.city ?? area ?? words.t("where.unknown");
}

function withDistance(words: Words, place: PublishedPlace, around: Around): string {
  const text = placeText(words, place, around);
  if (around.distance === null || place.privacy === "withheld") return text;
  return words.t("where.km-place", { distance: distanceText(words, around.distance), place: text });
}

const delivers = (facts: ListingFacts, code: string): boolean => facts.answers["delivery"]?.[code] === "yes";

function reachedFromAfar(words: Words, facts: ListingFacts, around: Around): string {
  const visits = delivers(facts, "home-visit") || delivers(facts, "mobile-team");
  const byPhone = delivers(facts, "phone") || delivers(facts, "video");
  if (!visits && !byPhone) return words.t("where.unknown");
  if (facts.areas.includes(EVERYWHERE)) return words.t(byPhone ? "where.phone-everywhere" : "where.visits");
  const area = listText(
    words,
    facts.areas.map((code) => nameOf(words, around, code)),
  );
  if (area === "") return words.t(visits ? "where.visits" : "where.phone");
  if (visits) return words.t("where.visits-area", { area });
  const countries = facts.areas.every((code) => !code.includes("-"));
  return countries
    ? words.t("where.phone-country", { country: area })
    : words.t("where.phone-area", { area });
}

/**
 * The card's one line: "2 km, Chiang Mai town", "Chiang Mai area, address not shown", "Helps in Chiang Mai, place
 * kept private", "By phone, all of Thailand", "Place not known. Ask them."
 */
export function placeLine(words: Words, facts: ListingFacts, around: Around): string {
  const place = firstPlace(facts.places);
  if (!place) return reachedFromAfar(words, facts, around);
  const text = withDistance(words, place, around);
  const more = facts.places.length - 1;
  return more === 0 ? text : words.t("where.more-places", { place: text, n: more });
}
