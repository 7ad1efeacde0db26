import { type AreaNames, renamePlaces } from "#server/domain/area-names.ts";
import type { PlaceFile } from "#server/domain/place-file.ts";
import { createPlaceIndex, type Place, placeName } from "#server/domain/place-index.ts";
import type { Point } from "./mercator.ts";

/** A name on the map, in the reader's language where it has one in it. */
export interface MapName {
  readonly text: string;
  readonly point: Point;
  readonly kind: "town" | "area";
  /** ISO 3166-2 code of the area that it is, or lies in; "" when not known. */
  readonly area: string;
  /** Two steps are a tenfold in people (`place-file.ts`). */
  readonly rank: number;
}

/** Rank of a place whose people nobody counted but that has its own writing: a district's seat as a rule. */
const SEAT = 6;

/**
 * The names of a country's areas and towns for a reader of `lang`. Hamlets without a known size are left out; `own` are
 * the names of areas that coordinators set.
 */
export function mapNames(file: PlaceFile, lang: string, own: AreaNames = {}): readonly MapName[] {
  return renamePlaces(createPlaceIndex(file), own).places.flatMap((place): MapName[] => {
    const rank = rankOf(place);
    if (rank === 0) return [];
    const { area, lat, lon } = place;
    const kind = place.level === "province" ? "area" : "town";
    return [{ text: placeName(place, lang), point: [lat, lon], kind, area, rank }];
  });
}

function rankOf({ level, rank, localNames }: Place): number {
  if (level === "province") return Math.max(rank, 1);
  if (level === "district") return 0;
  return rank > 0 ? rank : localNames.length > 0 ? SEAT : 0;
}

/** The smallest rank of a town that is named at a zoom: from afar large cities alone. */
export function leastRank(zoom: number): number {
  if (zoom >= 8) return SEAT;
  return zoom >= 7 ? 8 : zoom >= 6 ? 9 : 10;
}
