/** Real sets of files, read from the folder that WAYMARK_SHARED names. They are not part of this repository. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { SourceFile } from "#server/exchange/read-result.ts";

const root = process.env["WAYMARK_SHARED"];

/** Whether the set is there; tests that need it are skipped otherwise. */
export function hasShared(set: string): boolean {
  const found = root !== undefined && existsSync(path.join(root, "data", set));
  if (!found) console.warn(`Skipped: set WAYMARK_SHARED to the folder that holds data/${set}.`);
  return found;
}

/** Every file of a set, with its path inside the set. */
export function sharedFiles(set: string): SourceFile[] {
  const folder = path.join(root ?? "", "data", set);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const full = path.join(entry.parentPath, entry.name);
      return {
        name: path.relative(folder, full).split(path.sep).join("/"),
        bytes: new Uint8Array(readFileSync(full)),
      };
    });
}
