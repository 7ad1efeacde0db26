import Supercluster from "supercluster";
import { CLOSEST_ZOOM, type Point } from "./mercator.ts";

/** Marks that stand too near to one another to be told apart at a zoom; a mark on its own is a group of one. */
export interface MarkGroup<Mark> {
  readonly point: Point;
  /** In the order in which they were given. */
  readonly marks: readonly Mark[];
  /** The zoom at which the group comes apart; null when it never does, so that it opens as a list. */
  readonly opensAt: number | null;
}

/** Pixels between two pins: the size of a finger (design: 44 px hit area). */
export const FINGER = 44;

/**
 * Groups marks that are nearer than `apart` pixels. Built once for a list; the answer for a zoom is the same whatever
 * part of the map is on the screen, and in the order of the marks.
 */
export function createGroups<Mark extends { readonly point: Point }>(
  marks: readonly Mark[],
  apart: number,
): (zoom: number) => readonly MarkGroup<Mark>[] {
  const clusters = new Supercluster<{ index: number }>({ radius: apart, extent: 256, maxZoom: CLOSEST_ZOOM });
  clusters.load(
    marks.map(({ point: [lat, lon] }, index) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [lon, lat] },
      properties: { index },
    })),
  );
  return (zoom) =>
    clusters
      .getClusters([-180, -85, 180, 85], Math.floor(zoom))
      .map(({ geometry, properties }) => {
        const [lon = 0, lat = 0] = geometry.coordinates;
        if (!("cluster" in properties))
          return { at: [properties.index], point: [lat, lon] as const, opens: 0 };
        const id = properties.cluster_id;
        const at = clusters.getLeaves(id, Infinity).map((leaf) => leaf.properties.index);
        return {
          at: at.sort((a, b) => a - b),
          point: [lat, lon] as const,
          opens: clusters.getClusterExpansionZoom(id),
        };
      })
      .sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0))
      .map(({ at, point, opens }) => ({
        // A mark on its own stands where it was put, not where the projection rounds it to.
        point: (at.length === 1 ? marks[at[0] ?? 0]?.point : undefined) ?? point,
        marks: at.flatMap((index) => marks[index] ?? []),
        opensAt: at.length > 1 && opens <= CLOSEST_ZOOM ? opens : null,
      }));
}
