import { eq, inArray } from "drizzle-orm";
import { readDocument } from "#db/published-documents.ts";
import { searchCell } from "#db/schema/published/index.ts";
import type { Published } from "#db/stores.ts";
import type { Localized } from "#server/contract/listing.ts";
import {
  CELL_FORMAT,
  type CellView,
  openCell,
  openGrams,
  openNames,
} from "#server/domain/cells/packed-cell.ts";

/**
 * Packed cells as a process holds them: which there are, and the bytes of those that were used last. Memory is bounded:
 * the list takes about 200 bytes a part, the bytes CACHED_BYTES and NAME_BYTES (an isolate at the edge has 128 MB for everything).
 */

const CACHED_BYTES = 40_000_000;
const NAME_BYTES = 10_000_000;
/** Bytes of cells that are read in one request to the store. */
const READ_BYTES = 4_000_000;

/** A part of a cell, without its bytes. */
export interface CellPart {
  readonly id: string;
  readonly key: string;
  readonly stamp: string;
  readonly listings: number;
  readonly areas: readonly string[];
}

/** The cells of one published version. */
export interface CellList {
  readonly version: string;
  readonly parts: readonly CellPart[];
  readonly byKey: ReadonlyMap<string, readonly CellPart[]>;
  /** Cells of the grid in which listings of an area lie that are found there alone. */
  readonly byArea: ReadonlyMap<string, readonly CellPart[]>;
}

interface Held {
  list: CellList | null;
  /** By part and stamp, those used last at the end. */
  readonly cells: Map<string, CellView>;
  bytes: number;
  readonly names: Map<string, { readonly at: (row: number) => Localized; readonly bytes: number }>;
  nameBytes: number;
}

const held = new WeakMap<Published, Held>();

function heldFor(db: Published): Held {
  const known = held.get(db);
  if (known !== undefined) return known;
  const fresh: Held = { list: null, cells: new Map(), bytes: 0, names: new Map(), nameBytes: 0 };
  held.set(db, fresh);
  return fresh;
}

/** The cells of a version; null when the store has none that this reader knows, so that the plain tables must be read. */
export async function listCells(db: Published, version: string): Promise<CellList | null> {
  const mine = heldFor(db);
  if (mine.list?.version === version) return mine.list;
  const state = await readDocument<{ format: number }>(db, "search-cells");
  if (state?.format !== CELL_FORMAT) return null;
  const { id, key, stamp, listings, areas } = searchCell;
  const parts = await db.select({ id, key, stamp, listings, areas }).from(searchCell).orderBy(id);
  const byKey = new Map<string, CellPart[]>();
  const byArea = new Map<string, CellPart[]>();
  const add = (map: Map<string, CellPart[]>, name: string, part: CellPart) => {
    const known = map.get(name);
    if (known === undefined) map.set(name, [part]);
    else known.push(part);
  };
  for (const part of parts) {
    add(byKey, part.key, part);
    for (const area of part.areas) add(byArea, area, part);
  }
  mine.list = { version, parts, byKey, byArea };
  return mine.list;
}

/** Opens cells one after the other, in their order. Those that are not held are read some at a time. */
export async function* openCells(
  db: Published,
  parts: readonly CellPart[],
): AsyncGenerator<readonly [CellPart, CellView]> {
  const mine = heldFor(db);
  for (let at = 0; at < parts.length;) {
    const missing: CellPart[] = [];
    let listings = 0;
    let end = at;
    // About 100 bytes a listing.
    for (; end < parts.length && listings * 100 < READ_BYTES; end++) {
      const part = parts[end];
      if (part === undefined || mine.cells.has(nameOf(part))) continue;
      missing.push(part);
      listings += part.listings;
    }
    const read = await readBodies(db, missing);
    for (; at < end; at++) {
      const part = parts[at];
      if (part === undefined) continue;
      const view =
        read.get(part.id) ?? mine.cells.get(nameOf(part)) ?? (await readBodies(db, [part])).get(part.id);
      if (view === undefined) throw new StaleCells();
      keep(mine, part, view);
      yield [part, view];
    }
  }
}

/** The cells moved while they were read: a new version was published. Ask again. */
export class StaleCells extends Error {}

const nameOf = ({ id, stamp }: CellPart): string => `${id} ${stamp}`;

function keep(mine: Held, part: CellPart, view: CellView): void {
  const name = nameOf(part);
  const known = mine.cells.get(name);
  if (known === undefined) mine.bytes += view.bytes;
  else mine.cells.delete(name);
  mine.cells.set(name, view);
  for (const [oldest, { bytes }] of mine.cells) {
    if (mine.bytes <= CACHED_BYTES || oldest === name) break;
    mine.cells.delete(oldest);
    mine.bytes -= bytes;
  }
}

async function readBodies(db: Published, parts: readonly CellPart[]): Promise<ReadonlyMap<string, CellView>> {
  const read = new Map<string, CellView>();
  const stamps = new Map(parts.map(({ id, stamp }) => [id, stamp]));
  for (let at = 0; at < parts.length; at += 200) {
    const ids = parts.slice(at, at + 200).map(({ id }) => id);
    const rows = await db
      .select({ id: searchCell.id, stamp: searchCell.stamp, body: searchCell.body })
      .from(searchCell)
      .where(inArray(searchCell.id, ids));
    for (const { id, stamp, body } of rows)
      if (stamps.get(id) === stamp) read.set(id, openCell(new Uint8Array(body)));
  }
  return read;
}

/** Names of the rows of a part, by language. */
export async function readNames(db: Published, part: CellPart): Promise<(row: number) => Localized> {
  const mine = heldFor(db);
  const known = mine.names.get(nameOf(part));
  if (known !== undefined) return known.at;
  const [row] = await db
    .select({ stamp: searchCell.stamp, names: searchCell.names })
    .from(searchCell)
    .where(eq(searchCell.id, part.id));
  if (row?.stamp !== part.stamp) throw new StaleCells();
  const names = { at: openNames(new Uint8Array(row.names), part.listings), bytes: row.names.length };
  mine.names.set(nameOf(part), names);
  mine.nameBytes += names.bytes;
  for (const [oldest, { bytes }] of mine.names) {
    if (mine.nameBytes <= NAME_BYTES) break;
    mine.names.delete(oldest);
    mine.nameBytes -= bytes;
  }
  return names.at;
}

/** Signatures of the words of the rows of a part. */
export async function readGrams(db: Published, part: CellPart): Promise<(row: number) => Uint32Array> {
  const [row] = await db
    .select({ stamp: searchCell.stamp, grams: searchCell.grams })
    .from(searchCell)
    .where(eq(searchCell.id, part.id));
  if (row?.stamp !== part.stamp) throw new StaleCells();
  return openGrams(new Uint8Array(row.grams), part.listings);
}
