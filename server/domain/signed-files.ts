/**
 * How the files of a directory are signed: the files of each area have a digest, and the signature is made over a statement
 * that names the digests. So one change is signed anew by its own areas and one line for each other.
 */
import { sha256 } from "#server/domain/digest.ts";
import { stableJson } from "#server/domain/stable-json.ts";

/** Hashes by name of file. */
export type FileHashes = Readonly<Record<string, string>>;

/** SHA-256 of names and hashes, in the order of the names. */
export const filesDigest = (files: FileHashes): Promise<string> => sha256(stableJson(files));

/**
 * The files of all areas with their hashes, when those of every area have the digest that was signed, and every signed
 * area is there; null otherwise.
 */
export async function provenFiles(
  digests: Readonly<Record<string, string>>,
  parts: Readonly<Record<string, FileHashes>>,
): Promise<FileHashes | null> {
  if (Object.keys(digests).sort().join() !== Object.keys(parts).sort().join()) return null;
  const all: [string, string][] = [];
  for (const [area, files] of Object.entries(parts)) {
    if ((await filesDigest(files)) !== digests[area]) return null;
    all.push(...Object.entries(files));
  }
  return Object.fromEntries(all);
}
