/**
 * A deployment's own base map: one PMTiles archive a country, held whole in memory. Ranges or single tiles would tell
 * the server where somebody looks; one whole file, the same for everyone, does not (print.md §6).
 */
import { PMTiles, type Source, TileType } from "pmtiles";
import type { Bounds } from "#server/contract/base-map.ts";

/** Bytes. More would cost a phone too much line and memory. */
export const LARGEST_ARCHIVE = 5_000_000;

/** An archive that can be drawn from. */
export interface OwnArchive {
  readonly zooms: readonly [least: number, most: number];
  readonly bounds: Bounds;
  /** Names of its layers, as its metadata give them. */
  readonly layers: readonly string[];
  /** Whom its makers ask to name, as plain text: a link would leave our origin. */
  readonly credit: string | null;
  /** The bytes of a vector tile, unpacked; null where the archive has none. */
  readonly tile: (z: number, x: number, y: number) => Promise<Uint8Array | null>;
}

/** Opens an archive. Rejects with what is wrong, in words for the person who put it there. */
export async function openArchive(bytes: ArrayBuffer): Promise<OwnArchive> {
  if (bytes.byteLength > LARGEST_ARCHIVE) throw new Error(tooLarge(bytes.byteLength));
  const archive = new PMTiles(inMemory(bytes));
  const header = await archive.getHeader().catch(() => null);
  if (header === null) throw new Error("The file is no PMTiles archive of version 3.");
  if (header.tileType !== TileType.Mvt) throw new Error("The archive holds no vector tiles (MVT).");
  const metadata = await archive.getMetadata();
  return {
    zooms: [header.minZoom, header.maxZoom],
    bounds: [header.minLat, header.minLon, header.maxLat, header.maxLon],
    layers: layersOf(metadata),
    credit: creditOf(metadata),
    tile: async (z, x, y) => {
      const found = await archive.getZxy(z, x, y);
      return found === undefined ? null : new Uint8Array(found.data);
    },
  };
}

/** What is said about an archive that is too large. */
export function tooLarge(bytes: number): string {
  const megabytes = (size: number) => (size / 1_000_000).toFixed(1);
  return `The archive has ${megabytes(bytes)} MB; at most ${megabytes(LARGEST_ARCHIVE)} MB can be sent whole. Cut it to the country and to zoom 9.`;
}

function inMemory(bytes: ArrayBuffer): Source {
  return {
    getKey: () => "own",
    getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length) }),
  };
}

function layersOf(metadata: unknown): readonly string[] {
  const layers = fieldOf(metadata, "vector_layers");
  if (!Array.isArray(layers)) return [];
  return layers.flatMap((layer: unknown) => {
    const id = fieldOf(layer, "id");
    return typeof id === "string" ? [id] : [];
  });
}

const SIGNS: Readonly<Record<string, string>> = { copy: "©", amp: "&", nbsp: " ", "#169": "©" };

function creditOf(metadata: unknown): string | null {
  const said = fieldOf(metadata, "attribution");
  if (typeof said !== "string") return null;
  const plain = said
    .replace(/<[^>]*>/gu, "")
    .replace(/&(copy|amp|nbsp|#169);/gu, (_, sign: string) => SIGNS[sign] ?? "")
    .trim();
  return plain === "" ? null : plain;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : null;
}
