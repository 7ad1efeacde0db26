import { eq, inArray, sql } from "drizzle-orm";
import { writeDocument, readDocument } from "#db/published-documents.ts";
import { listing as listingTable, searchCell } from "#db/schema/published/index.ts";
import type { PublishedTx } from "#db/stores.ts";
import type { ListingFacts, PublishedListing } from "#server/contract/listing.ts";
import { cellKeys, type CellRow, isLocal, toCellRow } from "#server/domain/cells/cell-row.ts";
import { CELL_FORMAT, packCell, unpackCell } from "#server/domain/cells/packed-cell.ts";
import { sha256 } from "#server/domain/digest.ts";

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

/** Changes the cells in which changed listings lie or lay, and no others. */
export async function patchCells(tx: PublishedTx, changes: readonly CellChange[]): Promise<void> {
  const byKey = new Map<string, CellChange[]>();
  for (const change of changes) {
    const keys = [change.before, change.after].flatMap((one) => (one === null ? [] : cellKeys(one.facts)));
    for (const key of new Set(keys)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [change]);
      else known.push(change);
    }
  }
  for (const [key, changed] of byKey) await patchCell(tx, key, changed);
}

async function patchCell(tx: PublishedTx, key: string, changes: readonly CellChange[]): Promise<void> {
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
  for (const [part, ofPart] of byPart) {
    const [stored] = await tx
      .select()
      .from(searchCell)
      .where(eq(searchCell.id, `${key}/${part}`));
    const gone = new Set(ofPart.map((change) => (change.before ?? change.after)?.facts.code));
    const rows = [
      ...(stored === undefined ? [] : unpackCell(toPacked(stored))).filter(({ code }) => !gone.has(code)),
      ...ofPart.flatMap(({ after }) =>
        after !== null && cellKeys(after.facts).includes(key) ? [toCellRow(after)] : [],
      ),
    ];
    if (rows.length > PART_LISTINGS) return splitCell(tx, key, parts, rows, part);
    await writePart(tx, key, parts, part, rows);
  }
}

/** Makes twice as many parts of a cell, `rows` being the new content of `part`. */
async function splitCell(
  tx: PublishedTx,
  key: string,
  parts: number,
  rows: readonly CellRow[],
  part: number,
): Promise<void> {
  const stored = await tx.select().from(searchCell).where(eq(searchCell.key, key));
  const others = stored
    .filter(({ id }) => id !== `${key}/${part}`)
    .flatMap((row) => unpackCell(toPacked(row)));
  await writeCell(tx, key, [...rows, ...others], parts * 2);
}

async function writeCell(tx: PublishedTx, key: string, rows: readonly CellRow[], least = 1): Promise<void> {
  let parts = least;
  const split = () => {
    const chunks = Array.from({ length: parts }, (): CellRow[] => []);
    for (const row of rows) chunks[partOf(row.code, parts)]?.push(row);
    return chunks;
  };
  let chunks = split();
  while (chunks.some((chunk) => chunk.length > PART_LISTINGS)) {
    parts *= 2;
    chunks = split();
  }
  await tx.delete(searchCell).where(eq(searchCell.key, key));
  for (const [part, chunk] of chunks.entries()) await writePart(tx, key, parts, part, chunk);
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

function partOf(code: string, parts: number): number {
  let sum = 0;
  for (const letter of code) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0;
  // The low bits of the sum are those of the last letters alone.
  return ((sum ^ (sum >>> 11)) >>> 0) % parts;
}

/**
 * Packs all listings anew. Memory is bounded by the largest cell and by three numbers a listing: first it is noted
 * which listing lies in which cell, then cell after cell is read.
 */
export async function rebuildCells(
  tx: PublishedTx,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<void> {
  await tx.delete(searchCell);
  const numbers = new Map<string, number>();
  const lies: { readonly key: number; readonly row: number }[] = [];
  for await (const { row, facts } of allListings(tx)) {
    for (const key of cellKeys(facts)) {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      lies.push({ key: number, row });
    }
  }
  lies.sort((a, b) => a.key - b.key || a.row - b.row);
  const keys = [...numbers.keys()];
  for (let at = 0; at < lies.length;) {
    const { key } = lies[at] ?? { key: 0 };
    let end = at;
    while (lies[end]?.key === key) end++;
    const rows: CellRow[] = [];
    for (let from = at; from < end; from += BATCH) {
      const ids = lies.slice(from, Math.min(end, from + BATCH)).map(({ row }) => row);
      const found = await tx
        .select({ body: listingTable.body })
        .from(listingTable)
        .where(inArray(sql`rowid`, ids));
      rows.push(...found.map(({ body }) => toCellRow(body)));
    }
    await writeCell(tx, keys[key] ?? "", rows);
    at = end;
    onProgress(at, lies.length);
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
