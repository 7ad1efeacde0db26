import { describe, expect, it } from "vitest";
import type { BaseMapFile } from "#server/contract/base-map.ts";
import { decodeBaseMap } from "#server/domain/base-map.ts";

const layer = (
  ...geometries: BaseMapFile["objects"]["areas"]["geometries"]
): BaseMapFile["objects"]["areas"] => ({
  type: "GeometryCollection",
  geometries,
});

/** Two squares side by side; arc 0 is the border between them. */
const file: BaseMapFile = {
  type: "Topology",
  country: "XX",
  bounds: [0, 10, 1, 12],
  extent: [-1, 9, 2, 13],
  also: { "XX-1": ["XX-3"] },
  transform: { scale: [0.5, 0.5], translate: [10, 0] },
  arcs: [
    [
      [2, 0],
      [0, 2],
    ],
    [
      [2, 2],
      [-2, 0],
      [0, -2],
      [2, 0],
    ],
    [
      [2, 0],
      [2, 0],
      [0, 2],
      [-2, 0],
    ],
  ],
  objects: {
    areas: layer(
      { type: "Polygon", id: "XX-1", arcs: [[0, 1]] },
      { type: "MultiPolygon", id: "XX-2", arcs: [[[2, ~0]]] },
    ),
    country: layer({ type: "Polygon", id: "XX", arcs: [[1, 2]] }),
    neighbours: layer(),
    borders: layer(),
    lakes: layer({ type: "Polygon", arcs: [[0, 1]] }),
    rivers: layer({ type: "MultiLineString", arcs: [[0]] }),
  },
};

describe("decoding a base map", () => {
  const map = decodeBaseMap(file);

  it("turns arcs into closed rings of degrees, backwards where the index says so", () => {
    expect(map.areas[0]?.polygons).toEqual([
      [
        [
          [11, 0],
          [11, 1],
          [10, 1],
          [10, 0],
          [11, 0],
        ],
      ],
    ]);
    expect(map.areas[1]?.polygons).toEqual([
      [
        [
          [11, 0],
          [12, 0],
          [12, 1],
          [11, 1],
          [11, 0],
        ],
      ],
    ]);
  });

  it("names each shape by its code and by newer areas drawn inside it", () => {
    expect(map.areas.map(({ codes }) => codes)).toEqual([["XX-1", "XX-3"], ["XX-2"]]);
    expect(map.lakes[0]?.codes).toEqual([]);
  });

  it("gives the border between two areas once", () => {
    expect(map.areaBorders).toEqual([
      [
        [11, 0],
        [11, 1],
      ],
    ]);
  });

  it("keeps rivers open", () => {
    expect(map.rivers).toEqual([
      [
        [11, 0],
        [11, 1],
      ],
    ]);
  });
});
