import { and, eq, inArray } from "drizzle-orm";
import { bundlePart, gonePart } from "#db/schema/published/index.ts";
import type { PublishedTx } from "#db/stores.ts";
import type { BuiltPart, Compress } from "./build-parts.ts";

interface ReplaceOptions {
  readonly compress: Compress;
  /** Brotli, 0 to 11. */
  readonly quality: number;
  /** Only parts of this chunk are replaced; left out: all of the key. */
  readonly sequence?: number | undefined;
  /** Told before each file is squeezed, which may take seconds. */
  readonly onFile?: () => void;
}

/**
 * Puts the parts of one key in the place of those that were there. Parts whose bytes stay the same keep their
 * file; those that are no longer current are remembered as gone. Answers how many files are new.
 */
export async function replaceParts(
  tx: PublishedTx,
  area: string,
  parts: readonly BuiltPart[],
  { compress, quality, sequence, onFile }: ReplaceOptions,
): Promise<number> {
  const own = eq(bundlePart.area, area);
  const before = await tx
    .select({ file: bundlePart.file })
    .from(bundlePart)
    .where(sequence === undefined ? own : and(own, eq(bundlePart.sequence, sequence)));
  const current = new Set(before.map(({ file }) => file));
  const kept = new Set(parts.map(({ file }) => file));
  const gone = [...current].filter((file) => !kept.has(file));
  for (const file of gone) {
    await tx.delete(bundlePart).where(eq(bundlePart.file, file));
    await tx.insert(gonePart).values({ file }).onConflictDoNothing();
  }
  let written = 0;
  for (const { content, ...part } of parts) {
    // A full rebuild squeezes again what an everyday one squeezed in haste.
    if (current.has(part.file) && quality < 11) continue;
    written += 1;
    onFile?.();
    const row = {
      ...part,
      bytes: content.byteLength,
      brotli: toBuffer(compress.brotli(content, quality)),
      gzip: toBuffer(compress.gzip(content)),
    };
    await tx.insert(bundlePart).values(row).onConflictDoUpdate({ target: bundlePart.file, set: row });
  }
  if (kept.size > 0) await tx.delete(gonePart).where(inArray(gonePart.file, [...kept]));
  return written;
}

/** drizzle wants the runtime's Buffer, which both Node and workerd have. */
const toBuffer = (bytes: Uint8Array) => bytes as (typeof bundlePart.$inferInsert)["brotli"];
