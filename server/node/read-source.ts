import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { DirectoryError } from "#server/contract/errors.ts";
import type { SourceFile } from "#server/exchange/read-result.ts";

/** Larger sources are read as a stream by a later reader; this one holds them in memory. */
const MOST_BYTES = 200_000_000;

/** A file, or every file of a folder, as importers take them. Throws `not_found` and `too_large`. */
export async function readSource(path: string): Promise<SourceFile[]> {
  const paths = await filesOf(path);
  let bytes = 0;
  for (const { file } of paths) bytes += (await stat(file)).size;
  if (bytes > MOST_BYTES)
    throw new DirectoryError("too_large", "These files are too large to be read at once.");
  return Promise.all(
    paths.map(async ({ file, name }) => ({ name, bytes: new Uint8Array(await readFile(file)) })),
  );
}

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
