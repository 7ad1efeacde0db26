import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, toPageAssets } from "#server/contract/manifest.ts";
import type { PageAssets } from "#server/contract/page.ts";

/** Reads what the build wrote about its files. Throws when the front end has not been built. */
export function pageAssets(built: string, entry?: string): PageAssets {
  const path = join(built, ".vite", "manifest.json");
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  } catch {
    throw new Error(`The front end has not been built: ${path} cannot be read. Run "npm run build".`);
  }
  return toPageAssets(manifest, entry);
}
