import { eq } from "drizzle-orm";
import { booklet, bookletPiece, gonePart } from "#db/schema/published/index.ts";
import type { Published } from "#db/stores.ts";
import type { ReadyBooklet } from "#server/contract/bundle.ts";
import { DirectoryError } from "#server/contract/errors.ts";

/** Ready booklets by area, language and paper. */
export async function listBooklets(db: Published): Promise<readonly ReadyBooklet[]> {
  const rows = await db
    .select()
    .from(booklet)
    .orderBy(booklet.area, booklet.languages, booklet.paper, booklet.large, booklet.generalOnly);
  return rows.map(({ file, languages, ...row }) => ({
    ...row,
    languages: languages.split(","),
    url: `/booklets/${file}`,
  }));
}

/** A booklet's bytes; throws `gone` for one that was taken away and `not_found` for one that never was. */
export async function getBooklet(db: Published, file: string): Promise<Uint8Array<ArrayBuffer>> {
  const pieces = await db
    .select({ body: bookletPiece.body })
    .from(bookletPiece)
    .where(eq(bookletPiece.file, file))
    .orderBy(bookletPiece.sequence);
  if (pieces.length === 0) {
    const [gone] = await db.select().from(gonePart).where(eq(gonePart.file, file));
    if (gone !== undefined)
      throw new DirectoryError("gone", "This booklet is no longer current. Go back and take a newer one.");
    throw new DirectoryError("not_found", "There is no such booklet.");
  }
  const whole = new Uint8Array(pieces.reduce((sum, { body }) => sum + body.byteLength, 0));
  let at = 0;
  for (const { body } of pieces) {
    whole.set(body, at);
    at += body.byteLength;
  }
  return whole;
}
