import { eq, inArray, sql } from "drizzle-orm";
import { writeDocument, readDocument } from "#db/published-documents.ts";
import { listing as listingTable, searchCell } from "#db/schema/published/index.ts";
import type { PublishedTx } from "#db/stores.ts";
import type { ListingFacts, PublishedListing } from "#server/contract/listing.ts";
import { cellKeys, type CellRow, isLocal, toCellRow } from "#server/domain/cells/cell-row.ts";
import { CELL_FORMAT, packCell, unpackCell } from "#server/domain/cells/packed-cell.ts";
import { sha256 } from "#server/domain/digest.ts";
import { CellPlaces, partOf } from "./cell-places.ts";

/** What the cells of a published store were packed by; none: there are no cells yet, and searches read the plain tables. */
export interface CellState {
  readonly format: number;
}

/** A listing that came, went or changed. */
export interface CellChange {
  readonly before: PublishedListing | null;
  readonly after: PublishedListing | null;
}

/** Listings a part may hold: what one change costs, and what a search must read at least. */
const PART_LISTINGS = 4096;
/** Listings whose whole texts are read at a time. */
const BATCH = 500;

/** Whether the cells were packed by an older version, or never. */
export async function mustRebuildCells(tx: PublishedTx): Promise<boolean> {
  return (await readDocument<CellState>(tx, "search-cells"))?.format !== CELL_FORMAT;
}

/** Changes the cells in which changed listings lie or lay, and no others. `most`: listings a part may hold. */
export async function patchCells(
  tx: PublishedTx,
  changes: readonly CellChange[],
  most = PART_LISTINGS,
): Promise<void> {
  const byKey = new Map<string, CellChange[]>();
  for (const change of changes) {
    const keys = [change.before, change.after].flatMap((one) => (one === null ? [] : cellKeys(one.facts)));
    for (const key of new Set(keys)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [change]);
      else known.push(change);
    }
  }
  for (const [key, changed] of byKey) await patchCell(tx, key, changed, most);
}

async function patchCell(
  tx: PublishedTx,
  key: string,
  changes: readonly CellChange[],
  most: number,
): Promise<void> {
  const [any] = await tx
    .select({ parts: searchCell.parts })
    .from(searchCell)
    .where(eq(searchCell.key, key))
    .limit(1);
  const parts = any?.parts ?? 1;
  const byPart = new Map<number, CellChange[]>();
  for (const change of changes) {
    const code = (change.before ?? change.after)?.facts.code ?? "";
    const part = partOf(code, parts);
    byPart.set(part, [...(byPart.get(part) ?? []), change]);
  }
  let left = changes;
  for (const [part, ofPart] of byPart) {
    left = left.filter((change) => !ofPart.includes(change));
    const gone = new Set(ofPart.map((change) => (change.before ?? change.after)?.facts.code));
    const rows = [
      ...(await readPart(tx, key, part)).filter(({ code }) => !gone.has(code)),
      ...ofPart.flatMap(({ after }) =>
        after !== null && cellKeys(after.facts).includes(key) ? [toCellRow(after)] : [],
      ),
    ];
    if (rows.length > most) {
      await splitCell(tx, { key, parts, part, rows }, most);
      // The others lie in other parts than a moment ago.
      return patchCell(tx, key, left, most);
    }
    await writePart(tx, key, parts, part, rows);
  }
}

/**
 * Makes twice as many parts of a cell, `rows` being the new content of `part`. A listing of part n belongs to n or to n
 * and as many on, so that one old part is held at a time.
 */
async function splitCell(
  tx: PublishedTx,
  { key, parts, part, rows }: LargePart,
  most: number,
): Promise<void> {
  let tooMany: LargePart | null = null;
  for (let old = 0; old < parts; old++) {
    const own = old === part ? rows : await readPart(tx, key, old);
    for (const half of [old, old + parts]) {
      const chunk = own.filter(({ code }) => partOf(code, parts * 2) === half);
      await writePart(tx, key, parts * 2, half, chunk);
      if (chunk.length > most) tooMany = { key, parts: parts * 2, part: half, rows: chunk };
    }
  }
  if (tooMany !== null) await splitCell(tx, tooMany, most);
}

interface LargePart {
  readonly key: string;
  readonly parts: number;
  readonly part: number;
  readonly rows: readonly CellRow[];
}

async function readPart(tx: PublishedTx, key: string, part: number): Promise<readonly CellRow[]> {
  const [stored] = await tx
    .select()
    .from(searchCell)
    .where(eq(searchCell.id, `${key}/${part}`));
  return stored === undefined ? [] : unpackCell(toPacked(stored));
}

async function writePart(
  tx: PublishedTx,
  key: string,
  parts: number,
  part: number,
  rows: readonly CellRow[],
): Promise<void> {
  const id = `${key}/${part}`;
  if (rows.length === 0) {
    await tx.delete(searchCell).where(eq(searchCell.id, id));
    return;
  }
  const { body, names, grams } = packCell(rows);
  const local = key.startsWith("g") ? rows.filter(isLocal).flatMap((row) => row.areas) : [];
  const stored = {
    id,
    key,
    parts,
    stamp: (await sha256(joined([body, names, grams]))).slice(0, 16),
    listings: rows.length,
    areas: [...new Set(local)].sort(),
    body: toBuffer(body),
    names: toBuffer(names),
    grams: toBuffer(grams),
  };
  await tx.insert(searchCell).values(stored).onConflictDoUpdate({ target: searchCell.id, set: stored });
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** drizzle wants the runtime's Buffer, which both Node and workerd have. */
const toBuffer = (bytes: Uint8Array) => bytes as (typeof searchCell.$inferInsert)["body"];

type Stored = typeof searchCell.$inferSelect;
const toPacked = ({ body, names, grams }: Stored) => ({
  body: new Uint8Array(body),
  names: new Uint8Array(names),
  grams: new Uint8Array(grams),
});

/**
 * Packs all listings anew. Memory is bounded by one part of a cell and by 16 bytes a listing and cell: first it is
 * noted which listing lies in which cell, then part after part is read.
 */
export async function rebuildCells(
  tx: PublishedTx,
  onProgress: (done: number, of: number) => void = () => {},
  most = PART_LISTINGS,
): Promise<void> {
  await tx.delete(searchCell);
  const places = new CellPlaces();
  for await (const { row, facts } of allListings(tx)) places.add(row, facts.code, cellKeys(facts));
  let done = 0;
  for (const { key, parts, part, rows: own } of places.parts(most)) {
    const rows: CellRow[] = [];
    for (let from = 0; from < own.length; from += BATCH) {
      const found = await tx
        .select({ body: listingTable.body })
        .from(listingTable)
        .where(inArray(sql`rowid`, own.slice(from, from + BATCH)));
      rows.push(...found.map(({ body }) => toCellRow(body)));
    }
    await writePart(tx, key, parts, part, rows);
    done += own.length;
    onProgress(done, places.count);
  }
  await writeDocument(tx, "search-cells", { format: CELL_FORMAT } satisfies CellState);
}

/** Where listings lie, and nothing else of them: a third of the text, read by the store itself. */
async function* allListings(tx: PublishedTx): AsyncGenerator<{ row: number; facts: ListingFacts }> {
  let last = 0;
  for (;;) {
    const rows = await tx
      .select({
        row: sql<number>`rowid`,
        facts: sql`${listingTable.body} -> '$.facts'`.mapWith(
          (text: string) => JSON.parse(text) as ListingFacts,
        ),
      })
      .from(listingTable)
      .where(sql`rowid > ${last}`)
      .orderBy(sql`rowid`)
      .limit(BATCH);
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.row;
  }
}
