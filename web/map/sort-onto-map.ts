import type { ListingFacts, PublishedPlace } from "#server/contract/listing.ts";
import type { MatchedListing } from "#server/contract/page.ts";
import type { Point } from "./mercator.ts";

/** A listing with the number that its card has. */
export interface MapEntry {
  readonly code: string;
  readonly number: number;
  readonly item: MatchedListing;
}

/** A public place with a measured point. */
export interface MapPin extends MapEntry {
  readonly point: Point;
}

/** Everything that stands at the fixed point of one area: the plate says so and suggests no radius. */
export interface MapPlate {
  readonly area: string | null;
  readonly point: Point;
  /** True when no address of the plate may be known; false when one is public and only its point was not measured. */
  readonly addressNotShown: boolean;
  readonly entries: readonly MapEntry[];
}

/** Why a listing has no mark on the map. */
export type OffMap = "kept-private" | "visits" | "phone" | "not-known";

/** Which listing goes where, by the privacy table of the architecture. Each listing appears once in every list. */
export interface OnMap {
  readonly pins: readonly MapPin[];
  readonly plates: readonly MapPlate[];
  readonly offMap: Readonly<Record<OffMap, readonly MapEntry[]>>;
}

/**
 * Sorts listings onto the map: a measured public place gets a pin, an area-only one stands on the plate at its
 * area's fixed point, a withheld one has no mark at all. `fixedPoints` are those of the areas, so that a public
 * place that stands at one is not shown as if it had been measured.
 */
export function sortOntoMap(
  items: readonly MatchedListing[],
  numbers: ReadonlyMap<string, number>,
  fixedPoints: ReadonlyMap<string, Point>,
): OnMap {
  const pins: MapPin[] = [];
  const plates = new Map<string, MapPlate>();
  const offMap: Record<OffMap, MapEntry[]> = { "kept-private": [], visits: [], phone: [], "not-known": [] };
  for (const item of items) {
    const { facts } = item.listing;
    const entry: MapEntry = { code: facts.code, number: numbers.get(facts.code) ?? 0, item };
    const shown = facts.places.flatMap(shownAt);
    for (const { place, point } of shown) {
      if (place.privacy === "public" && !isFixed(place, point, fixedPoints)) pins.push({ ...entry, point });
      else addToPlate(plates, place, point, entry);
    }
    if (shown.length === 0) offMap[whyNot(facts)].push(entry);
  }
  return { pins, plates: [...plates.values()], offMap };
}

function shownAt(place: PublishedPlace): readonly { place: PublishedPlace; point: Point }[] {
  // A published withheld place has no point; should one ever have it, it is not drawn either.
  return place.privacy === "withheld" || place.point === null ? [] : [{ place, point: place.point }];
}

function isFixed(place: PublishedPlace, point: Point, fixedPoints: ReadonlyMap<string, Point>): boolean {
  const fixed = place.area === null ? undefined : fixedPoints.get(place.area);
  return fixed !== undefined && fixed[0] === point[0] && fixed[1] === point[1];
}

function addToPlate(
  plates: Map<string, MapPlate>,
  place: PublishedPlace,
  point: Point,
  entry: MapEntry,
): void {
  const key = point.join(" ");
  const plate = plates.get(key) ?? { area: place.area, point, addressNotShown: true, entries: [] };
  const known = plate.entries.some(({ code }) => code === entry.code);
  plates.set(key, {
    ...plate,
    addressNotShown: plate.addressNotShown && place.privacy === "area-only",
    entries: known ? plate.entries : [...plate.entries, entry],
  });
}

function whyNot(facts: ListingFacts): OffMap {
  const delivers = (...ways: string[]) => ways.some((way) => facts.answers["delivery"]?.[way] === "yes");
  if (facts.places.some(({ privacy }) => privacy === "withheld")) return "kept-private";
  if (delivers("home-visit", "mobile-team")) return "visits";
  return delivers("phone", "video") ? "phone" : "not-known";
}
