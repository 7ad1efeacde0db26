/**
 * Ready booklets in the published store (architecture: "Publishing"). A booklet goes when a listing in it changes or
 * goes, in the same transaction: what was taken away is on no page that can still be fetched. What went is wished
 * anew, so that the next run that can draw makes it again.
 */
import { and, eq, inArray } from "drizzle-orm";
import { readDocument, writeDocument } from "#db/published-documents.ts";
import { booklet, bookletListing, bookletPiece, gonePart } from "#db/schema/published/index.ts";
import type { Published, PublishedTx } from "#db/stores.ts";
import type { BookletWish } from "#server/contract/bundle.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { PublishedState } from "#server/contract/public-records.ts";
import { sha256 } from "#server/domain/digest.ts";

/** Stores over HTTP take no row of several megabytes. */
const PIECE = 500_000;

export interface NewBooklet {
  readonly wish: BookletWish;
  /** ISO date. */
  readonly madeOn: string;
  readonly pages: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Ids of the listings in it. */
  readonly listings: readonly string[];
  /** The published version that it was made from. */
  readonly version: string;
}

/**
 * Puts a booklet in the place of the one of the same wish. Throws `conflict` when another version stands by now: a
 * listing that was taken away meanwhile may be in it.
 */
export async function addBooklet(published: Published, made: NewBooklet): Promise<string> {
  const file = `${(await sha256(made.bytes)).slice(0, 16)}.pdf`;
  await published.transaction(async (tx) => {
    const state = await readDocument<PublishedState>(tx, "state");
    if (state?.version !== made.version)
      throw new DirectoryError("conflict", "The list has changed meanwhile. Make the booklet again.");
    await dropBooklets(tx, await sameWish(tx, made.wish));
    await tx.delete(gonePart).where(eq(gonePart.file, file));
    await tx.insert(booklet).values({
      ...toRow(made.wish),
      file,
      madeOn: made.madeOn,
      pages: made.pages,
      bytes: made.bytes.byteLength,
    });
    for (let at = 0, sequence = 0; at < made.bytes.byteLength; at += PIECE, sequence += 1) {
      const body = toBuffer(made.bytes.slice(at, at + PIECE));
      await tx.insert(bookletPiece).values({ file, sequence, body });
    }
    for (let at = 0; at < made.listings.length; at += 200) {
      const ids = made.listings.slice(at, at + 200);
      await tx.insert(bookletListing).values(ids.map((listingId) => ({ file, listingId })));
    }
    const wishes = await readBookletWishes(tx);
    await writeDocument(
      tx,
      "booklet-wishes",
      wishes.filter((wish) => !isSame(wish, made.wish)),
    );
  });
  return file;
}

/**
 * Takes away every booklet that holds one of these listings, or all of them ("all": what stands beside the listings
 * has changed, such as an emergency number), and wishes them anew.
 */
export async function removeBooklets(tx: PublishedTx, listings: "all" | readonly string[]): Promise<void> {
  const files = new Set<string>();
  if (listings === "all") {
    for (const { file } of await tx.select({ file: booklet.file }).from(booklet)) files.add(file);
  } else {
    for (let at = 0; at < listings.length; at += 200) {
      const rows = await tx
        .selectDistinct({ file: bookletListing.file })
        .from(bookletListing)
        .where(inArray(bookletListing.listingId, listings.slice(at, at + 200)));
      for (const { file } of rows) files.add(file);
    }
  }
  if (files.size === 0) return;
  const gone = await tx
    .select()
    .from(booklet)
    .where(inArray(booklet.file, [...files]));
  const wishes = await readBookletWishes(tx);
  const anew = gone.map(toWish).filter((wish) => !wishes.some((known) => isSame(known, wish)));
  await writeDocument(tx, "booklet-wishes", [...wishes, ...anew]);
  await dropBooklets(tx, [...files]);
}

/** Booklets that were taken away and not made again yet. */
export async function readBookletWishes(db: PublishedTx): Promise<readonly BookletWish[]> {
  return (await readDocument<readonly BookletWish[]>(db, "booklet-wishes")) ?? [];
}

async function dropBooklets(tx: PublishedTx, files: readonly string[]): Promise<void> {
  for (const file of files) {
    await tx.delete(bookletPiece).where(eq(bookletPiece.file, file));
    await tx.delete(bookletListing).where(eq(bookletListing.file, file));
    await tx.delete(booklet).where(eq(booklet.file, file));
    await tx.insert(gonePart).values({ file }).onConflictDoNothing();
  }
}

async function sameWish(tx: PublishedTx, wish: BookletWish): Promise<readonly string[]> {
  const { area, languages, paper, large, generalOnly } = toRow(wish);
  const rows = await tx
    .select({ file: booklet.file })
    .from(booklet)
    .where(
      and(
        eq(booklet.area, area),
        eq(booklet.languages, languages),
        eq(booklet.paper, paper),
        eq(booklet.large, large),
        eq(booklet.generalOnly, generalOnly),
      ),
    );
  return rows.map(({ file }) => file);
}

function toRow({ languages, ...wish }: BookletWish) {
  const { area, paper, large, generalOnly } = wish;
  return { area, paper, large, generalOnly, languages: languages.join(",") };
}

function toWish(row: typeof booklet.$inferSelect): BookletWish {
  const { area, languages, paper, large, generalOnly } = row;
  return { area, languages: languages.split(","), paper, large, generalOnly };
}

const isSame = (one: BookletWish, other: BookletWish): boolean =>
  JSON.stringify(toRow(one)) === JSON.stringify(toRow(other));

/** drizzle wants the runtime's Buffer, which both Node and workerd have. */
const toBuffer = (bytes: Uint8Array) => bytes as (typeof bookletPiece.$inferInsert)["body"];
