import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { DirectoryError } from "#server/contract/errors.ts";
import type { SourceFile } from "#server/exchange/read-result.ts";

/** Larger sources are read as a stream (`scripts/import-stream`); here they are held in memory. */
const MOST_BYTES = 200_000_000;

/**
 * A file, or every file of a folder, as importers take them. Throws `not_found`, and `too_large` above `most` bytes,
 * saying what may be larger.
 */
export async function readSource(path: string, most = MOST_BYTES): Promise<SourceFile[]> {
  const paths = await filesOf(path);
  let bytes = 0;
  for (const { file } of paths) bytes += (await stat(file)).size;
  if (bytes > most)
    throw new DirectoryError(
      "too_large",
      `These files hold ${megabytes(bytes)} MB; ${megabytes(most)} MB are read at once. Of any length may be: services one a line (.ndjson), a folder of HSDS tables alone, and one CSV with a mapping. Bring it into one of these, or import it in pieces.`,
    );
  return Promise.all(
    paths.map(async ({ file, name }) => ({ name, bytes: new Uint8Array(await readFile(file)) })),
  );
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);

async function filesOf(path: string): Promise<{ file: string; name: string }[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new DirectoryError("not_found", `There is no file or folder at ${path}.`);
  if (!found.isDirectory()) return [{ file: path, name: path.split(/[\\/]/u).at(-1) ?? path }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, name: relative(path, file).replaceAll("\\", "/") }));
}
