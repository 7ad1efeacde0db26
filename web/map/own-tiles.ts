import { signal, type ReadonlySignal } from "@preact/signals";
import type { View } from "./mercator.ts";
import { unitsOf } from "./mercator.ts";
import { LARGEST_ARCHIVE, openArchive, type OwnArchive, tooLarge } from "./own-archive.ts";
import { readTile, type TilePaths } from "./tile-paths.ts";

/** The tiles of a deployment's own base map, unpacked as they come into view. */
export interface OwnTiles {
  readonly credit: string | null;
  /** True where the archive draws land; false where everything that is no water is land. */
  readonly hasLand: boolean;
  readonly hasBorders: boolean;
  /** The tiles of a view; null until all of them are there, and `arrived` grows when they are. */
  readonly at: (view: View) => readonly TilePaths[] | null;
  readonly arrived: ReadonlySignal<number>;
}

/** Pixels that a vector tile is meant to take. */
const TILE = 512;

/** Zoom and numbers of the tiles that a view shows. */
export function tilesOf(view: View, [least, most]: readonly [number, number]) {
  const wanted = Math.round(Math.log2(view.scale / TILE));
  const z = Math.max(least, Math.min(most, wanted));
  const count = 2 ** z;
  const [left, top, right, bottom] = unitsOf(view).map((unit) =>
    Math.max(0, Math.min(count - 1, Math.floor(unit * count))),
  ) as [number, number, number, number];
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => ({ z, x: left + column, y: top + row })),
  ).flat();
}

/** Makes the tiles of an archive. A tile that cannot be read is drawn as an empty one. */
export function createOwnTiles(archive: OwnArchive): OwnTiles {
  const known = new Map<string, TilePaths | null | "waiting">();
  const arrived = signal(0);
  const fetchTile = async (key: string, z: number, x: number, y: number): Promise<void> => {
    known.set(key, "waiting");
    const bytes = await archive.tile(z, x, y).catch(() => null);
    known.set(key, bytes === null ? null : readSafely(bytes, z, x, y));
    if (![...known.values()].includes("waiting")) arrived.value++;
  };
  return {
    credit: archive.credit,
    hasLand: archive.layers.includes("earth"),
    hasBorders: archive.layers.includes("boundaries") || archive.layers.includes("boundary"),
    arrived,
    at(view) {
      const wanted = tilesOf(view, archive.zooms).map((at) => ({ ...at, key: `${at.z}/${at.x}/${at.y}` }));
      for (const { key, z, x, y } of wanted) if (!known.has(key)) void fetchTile(key, z, x, y);
      const there = wanted.map(({ key }) => known.get(key));
      if (there.includes("waiting")) return null;
      return there.flatMap((tile) => (typeof tile === "object" && tile !== null ? [tile] : []));
    },
  };
}

function readSafely(bytes: Uint8Array, z: number, x: number, y: number): TilePaths | null {
  try {
    return readTile(bytes, z, x, y);
  } catch {
    return null;
  }
}

const visit = new Map<string, Promise<OwnTiles | null>>();

/** The tiles of a country: one whole file from our own origin, at most once a visit; null when none can be drawn. */
export function loadOwnTiles(country: string): Promise<OwnTiles | null> {
  const known = visit.get(country);
  if (known !== undefined) return known;
  const coming = fetchArchive(`/map/${country}.pmtiles`)
    .then(openArchive)
    .then(createOwnTiles)
    // Our own land stands in its place: nothing is lost.
    .catch(() => null);
  visit.set(country, coming);
  return coming;
}

async function fetchArchive(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw new Error(`${response.status}`);
  const said = Number(response.headers.get("content-length") ?? 0);
  if (said > LARGEST_ARCHIVE) throw new Error(tooLarge(said));
  return response.arrayBuffer();
}
