import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import * as v from "valibot";
import { DirectoryError } from "#server/contract/errors.ts";
import { Mapping } from "#server/contract/mapping.ts";
import { suggestMapping } from "#server/exchange/mapping/suggest.ts";
import type { SourceFile } from "#server/exchange/read-result.ts";
import { wholeFile } from "../export/whole-file.ts";

/** A saved mapping. Throws `bad_request` naming the place in it that does not fit. */
export async function readMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) throw new DirectoryError("not_found", `There is no file at ${path}.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DirectoryError("bad_request", `${path} is not JSON.`);
  }
  const read = v.safeParse(Mapping, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const place = (issue.path ?? []).map(({ key }) => String(key)).join(" / ");
  throw new DirectoryError("bad_request", `${path}: ${place || "the whole"} does not fit: ${issue.message}.`);
}

/** Works out a mapping and writes it, for a person to mend. Answers the exit code. */
export async function writeSuggestion(
  files: readonly SourceFile[],
  path: string,
  out: string,
): Promise<number> {
  const source = basename(path).replace(/\.[a-z]+$/iu, "");
  const mapping = suggestMapping(files, source);
  if (mapping === undefined)
    throw new DirectoryError("bad_request", "No table here names an organization, a service or a place.");
  await wholeFile(out, (file) => file.write(`${JSON.stringify(mapping, null, 2)}\n`));
  for (const { file, columns, joins } of mapping.tables) {
    console.log(`${file}: ${Object.keys(columns).length} columns`);
    for (const join of joins) console.log(`  with ${join.file} by ${join.column}`);
  }
  console.log(`${out}: look at it, mend it, then import with --mapping ${out}`);
  return 0;
}
