import { PbfWriter } from "pbf";
import { zxyToTileId } from "pmtiles";
import { project } from "#web/map/mercator.ts";

/** A layer of one polygon or line, in degrees. */
export interface MadeFeature {
  readonly layer: string;
  readonly type: "line" | "area";
  readonly points: readonly (readonly [lat: number, lon: number])[];
  readonly properties?: Readonly<Record<string, string>>;
}

interface MadeArchive {
  readonly features: readonly MadeFeature[];
  readonly tiles: readonly (readonly [z: number, x: number, y: number])[];
  readonly metadata?: object;
  /** 1 is a vector tile; 2 a picture. */
  readonly tileType?: number;
  readonly bounds?: readonly [south: number, west: number, north: number, east: number];
}

const EXTENT = 4096;
const zigzag = (value: number) => (value << 1) ^ (value >> 31);

/** A small PMTiles archive of version 3, unpacked, made for tests after its specification. */
export function makePmtiles(made: MadeArchive): Uint8Array<ArrayBuffer> {
  const tiles = made.tiles
    .map(([z, x, y]) => ({ z, id: zxyToTileId(z, x, y), bytes: makeTile(made.features, z, x, y) }))
    .toSorted((a, b) => a.id - b.id);
  const directory = new PbfWriter();
  directory.writeVarint(tiles.length);
  tiles.forEach(({ id }, at) => directory.writeVarint(id - (tiles[at - 1]?.id ?? 0)));
  for (const _ of tiles) directory.writeVarint(1);
  for (const { bytes } of tiles) directory.writeVarint(bytes.length);
  // Zero: right after the one before.
  tiles.forEach((_, at) => directory.writeVarint(at === 0 ? 1 : 0));
  const root = Buffer.from(directory.finish());
  const layers = [...new Set(made.features.map(({ layer }) => layer))];
  const metadata = Buffer.from(
    JSON.stringify({ vector_layers: layers.map((id) => ({ id })), ...made.metadata }),
  );
  const data = Buffer.concat(tiles.map(({ bytes }) => bytes));
  const header = Buffer.alloc(127);
  header.write("PMTiles");
  header[7] = 3;
  const places = [127, root.length, 127 + root.length, metadata.length, 0, 0];
  const sizes = [127 + root.length + metadata.length, data.length, tiles.length, tiles.length, tiles.length];
  [...places, ...sizes].forEach((value, at) => header.writeBigUInt64LE(BigInt(value), 8 + at * 8));
  const zooms = tiles.map(({ z }) => z);
  header.set([1, 1, 1, made.tileType ?? 1, Math.min(...zooms), Math.max(...zooms)], 96);
  const [south, west, north, east] = made.bounds ?? [-85, -180, 85, 180];
  [west, south, east, north].forEach((degrees, at) => header.writeInt32LE(degrees * 1e7, 102 + at * 4));
  return new Uint8Array(Buffer.concat([header, root, metadata, data]));
}

function makeTile(features: readonly MadeFeature[], z: number, x: number, y: number): Uint8Array {
  const tile = new PbfWriter();
  for (const name of new Set(features.map(({ layer }) => layer))) {
    const inside = features.filter(({ layer }) => layer === name);
    tile.writeMessage(3, (all: typeof inside, layer: PbfWriter) => writeLayer(all, layer, [z, x, y]), inside);
  }
  return tile.finish();
}

type TileAt = readonly [z: number, x: number, y: number];

function writeLayer(features: readonly MadeFeature[], layer: PbfWriter, at: TileAt): void {
  layer.writeVarintField(15, 2);
  layer.writeStringField(1, features[0]?.layer ?? "");
  const tags = features.flatMap(({ properties = {} }) => Object.entries(properties));
  let used = 0;
  for (const feature of features) {
    const own = Object.keys(feature.properties ?? {}).map(() => used++);
    layer.writeMessage(2, (_: null, message: PbfWriter) => writeFeature(feature, own, message, at), null);
  }
  for (const [key] of tags) layer.writeStringField(3, key);
  for (const [, value] of tags)
    layer.writeMessage(4, (text: string, message: PbfWriter) => message.writeStringField(1, text), value);
  layer.writeVarintField(5, EXTENT);
}

function writeFeature(
  { type, points }: MadeFeature,
  tags: readonly number[],
  message: PbfWriter,
  [z, x, y]: TileAt,
): void {
  const pixels = points.map((point) => {
    const [right, down] = project(point);
    return [Math.round((right * 2 ** z - x) * EXTENT), Math.round((down * 2 ** z - y) * EXTENT)] as const;
  });
  const steps = pixels.map(([px, py], index) => {
    const [lastX, lastY] = pixels[index - 1] ?? [0, 0];
    return [zigzag(px - lastX), zigzag(py - lastY)] as const;
  });
  const geometry = [9, ...(steps[0] ?? []), ((steps.length - 1) << 3) | 2, ...steps.slice(1).flat()];
  message.writePackedVarint(
    2,
    tags.flatMap((tag) => [tag, tag]),
  );
  message.writeVarintField(3, type === "line" ? 2 : 3);
  message.writePackedVarint(4, type === "line" ? geometry : [...geometry, 15]);
}
