import type { ListingFacts } from "#server/contract/listing.ts";
import { servesArea } from "../area-served.ts";
import { distanceKm } from "../distance.ts";
import type { Query } from "../query.ts";
import { hasWords } from "../search-text.ts";

/** Whether a listing is among what was looked for: need, sub-service, group, area, words. All of them known facts. */
export function isFound(facts: ListingFacts, query: Query, text: string | undefined): boolean {
  return (
    isAnyOf(query.needs, facts.needs) &&
    isAnyOf(query.services, facts.services) &&
    (query.scope === undefined || query.scope === facts.scope) &&
    (query.areas === undefined ||
      query.areas.length === 0 ||
      query.areas.some((area) => servesArea(facts.areas, area))) &&
    (query.words === undefined || query.words.trim() === "" || hasWords(text ?? "", query.words))
  );
}

function isAnyOf<T>(wanted: readonly T[] | undefined, offered: readonly T[]): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.some((one) => offered.includes(one));
}

export interface Reach {
  readonly distance: { readonly km: number; readonly about: boolean } | null;
  /** Within the radius; null: no place whose distance is known, but it serves the area, so it stays. */
  readonly within: boolean | null;
}

/**
 * How far a listing is, over its nearest place that may be known. A place that is kept private has no distance;
 * neither has help by phone: such listings stay when they serve an area that the circle touches (R63).
 */
export function reachOf(facts: ListingFacts, near: Query["near"]): Reach {
  if (near === undefined) return { distance: null, within: true };
  let distance: Reach["distance"] = null;
  for (const { point, privacy } of facts.places) {
    if (point === null) continue;
    const km = distanceKm(near.point, point);
    if (distance === null || km < distance.km) distance = { km, about: privacy !== "public" };
  }
  if (near.radiusKm === undefined) return { distance, within: true };
  if (distance !== null && distance.km <= near.radiusKm) return { distance, within: true };
  const serves = near.areas?.some((area) => servesArea(facts.areas, area)) ?? true;
  // Some places are too far, but another is not known, or somebody comes or answers the phone.
  const elsewhere =
    distance === null || facts.places.some((place) => place.point === null) || reachesOut(facts);
  return { distance, within: serves && elsewhere ? null : false };
}

/** Whether somebody comes, writes or answers: help that reaches people away from its place. */
export function reachesOut(facts: ListingFacts): boolean {
  const delivery = facts.answers["delivery"];
  return ["home-visit", "phone", "video", "mobile-team", "post"].some((code) => delivery?.[code] === "yes");
}
