import { eq, inArray } from "drizzle-orm";
import { readDocument } from "#db/published-documents.ts";
import { searchCell } from "#db/schema/published/index.ts";
import { identityOf } from "#db/store-identity.ts";
import type { Published } from "#db/stores.ts";
import type { Localized } from "#server/contract/listing.ts";
import {
  CELL_FORMAT,
  type CellView,
  codeAt,
  openCell,
  openGrams,
  openNames,
} from "#server/domain/cells/packed-cell.ts";
import { byCodePoint } from "#server/domain/match/match.ts";
import { phrase } from "#server/domain/to-listing-view.ts";
import { type CellList, type CellPart, toCellList } from "./cell-list.ts";
import { HeldBytes } from "./held-bytes.ts";

/**
 * Packed cells as a process holds them: which there are, and the bytes of those that were used last. Memory is bounded:
 * the list takes about 300 bytes a part, the bytes what `holdCells` allows and ORDER_BYTES (an isolate at the edge has
 * 128 MB for everything, which is what is allowed at first).
 */

let cellBytes = 40_000_000;
let nameBytes = 16_000_000;
const ORDER_BYTES = 8_000_000;
/** Bytes of cells that are read in one request to the store. */
const READ_BYTES = 4_000_000;
/** About what a listing takes in a cell. */
const LISTING_BYTES = 60;
/** Parts that are asked for in one statement. */
const READ_PARTS = 200;

/** Bytes of cells, and of names beside them, that every store of this process may hold from now on. */
export function holdCells(cells: number, names: number): void {
  cellBytes = cells;
  nameBytes = names;
}

interface Opened {
  readonly view: CellView;
  used: number;
}
interface Held {
  list: CellList | null;
  readonly cells: Map<string, Opened>;
  bytes: number;
  /** Counts searches: what was used longest ago goes first. */
  clock: number;
  readonly names: HeldBytes<(row: number) => Localized>;
  /** By part and language. */
  readonly orders: HeldBytes<Uint16Array>;
}

const held = new WeakMap<object, Held>();

function heldFor(db: Published): Held {
  const known = held.get(identityOf(db));
  if (known !== undefined) return known;
  const fresh: Held = {
    list: null,
    cells: new Map(),
    bytes: 0,
    clock: 0,
    names: new HeldBytes(() => nameBytes),
    orders: new HeldBytes(() => ORDER_BYTES),
  };
  held.set(identityOf(db), fresh);
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
  mine.list = toCellList(
    version,
    parts.map((part) => ({ ...part, name: `${part.id} ${part.stamp}` })),
  );
  return mine.list;
}

/** The cells moved while they were read: a new version was published. Ask again. */
export class StaleCells extends Error {}

/**
 * Hands one cell after the other to `use`. Those that are held come first and at once, the others are read some at a
 * time, so that no more than READ_BYTES wait beside what is held. Throws StaleCells when one of them is no longer there.
 */
export async function useCells(
  db: Published,
  parts: readonly CellPart[],
  use: (part: CellPart, view: CellView) => void,
): Promise<void> {
  const mine = heldFor(db);
  mine.clock += 1;
  const missing: CellPart[] = [];
  for (const part of parts) {
    const opened = mine.cells.get(part.name);
    if (opened === undefined) missing.push(part);
    else {
      opened.used = mine.clock;
      use(part, opened.view);
    }
  }
  for (let at = 0; at < missing.length;) {
    let bytes = 0;
    let end = at;
    for (; end < missing.length && end - at < READ_PARTS && bytes < READ_BYTES; end++)
      bytes += (missing[end]?.listings ?? 0) * LISTING_BYTES;
    const some = missing.slice(at, end);
    const read = await readBodies(db, some);
    for (const part of some) {
      const view = read.get(part.id);
      if (view === undefined) throw new StaleCells();
      keep(mine, part, view);
      use(part, view);
    }
    at = end;
  }
}

function keep(mine: Held, part: CellPart, view: CellView): void {
  const name = part.name;
  // Two searches may read the same cell at once.
  if (!mine.cells.has(name)) mine.bytes += view.bytes;
  mine.cells.set(name, { view, used: mine.clock });
  if (mine.bytes > cellBytes) makeRoom(mine);
}

/** Lets go of a quarter of what is held, what was used longest ago first: seldom, and then in one walk. */
function makeRoom(mine: Held): void {
  const byUse = [...mine.cells].sort(([, a], [, b]) => a.used - b.used);
  for (const [name, { view }] of byUse) {
    if (mine.bytes <= cellBytes * 0.75) break;
    mine.cells.delete(name);
    mine.bytes -= view.bytes;
  }
}

async function readBodies(db: Published, parts: readonly CellPart[]): Promise<ReadonlyMap<string, CellView>> {
  const read = new Map<string, CellView>();
  const stamps = new Map(parts.map(({ id, stamp }) => [id, stamp]));
  const rows = await db
    .select({ id: searchCell.id, stamp: searchCell.stamp, body: searchCell.body })
    .from(searchCell)
    .where(inArray(searchCell.id, [...stamps.keys()]));
  for (const { id, stamp, body } of rows)
    if (stamps.get(id) === stamp)
      read.set(id, openCell(new Uint8Array(body.buffer, body.byteOffset, body.byteLength)));
  return read;
}

/** Names of the rows of a part, by language. */
export async function readNames(db: Published, part: CellPart): Promise<(row: number) => Localized> {
  const mine = heldFor(db);
  const known = mine.names.get(part.name);
  if (known !== undefined) return known;
  const [row] = await db
    .select({ stamp: searchCell.stamp, names: searchCell.names })
    .from(searchCell)
    .where(eq(searchCell.id, part.id));
  if (row?.stamp !== part.stamp) throw new StaleCells();
  const names = openNames(new Uint8Array(row.names), part.listings);
  mine.names.set(part.name, names, row.names.length);
  return names;
}

/**
 * The place of each row of a part by its name in a language, then by its code. Two bytes a row, so that ties of large
 * cells need no names: those are read once.
 */
export async function readNameOrder(db: Published, part: CellPart, lang: string): Promise<Uint16Array> {
  const mine = heldFor(db);
  const key = `${part.name} ${lang}`;
  const known = mine.orders.get(key);
  if (known !== undefined) return known;
  const at = await readNames(db, part);
  const names = Array.from({ length: part.listings }, (_, row) => phrase(at(row), lang)?.text ?? "");
  let codeOf: (row: number) => string = () => "";
  await useCells(db, [part], (_, view) => (codeOf = (row) => codeAt(view, row)));
  const rows = names
    .map((_, row) => row)
    .sort((a, b) => byCodePoint(names[a] ?? "", names[b] ?? "") || byCodePoint(codeOf(a), codeOf(b)));
  const places = new Uint16Array(rows.length);
  rows.forEach((row, place) => (places[row] = place));
  mine.orders.set(key, places, places.byteLength);
  return places;
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
