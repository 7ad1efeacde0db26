import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PageAssets } from "#server/contract/page.ts";

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** The entry of the front end in its manifest. */
const ENTRY = "entry.tsx";

/** Reads what the build wrote about its files. Throws when the front end has not been built. */
export function pageAssets(built: string): PageAssets {
  const path = join(built, ".vite", "manifest.json");
  let manifest: Readonly<Record<string, ManifestEntry>>;
  try {
    manifest = JSON.parse(readFileSync(path, "utf8")) as Readonly<Record<string, ManifestEntry>>;
  } catch {
    throw new Error(`The front end has not been built: ${path} cannot be read. Run "npm run build".`);
  }
  return toPageAssets(manifest);
}

/** Which script and styles a page names, by the build's manifest. */
export function toPageAssets(manifest: Readonly<Record<string, ManifestEntry>>): PageAssets {
  const entry = manifest[ENTRY];
  if (entry === undefined) throw new Error(`The manifest of the front end has no "${ENTRY}".`);
  return {
    script: `/${entry.file}`,
    preload: (entry.imports ?? []).flatMap((name) =>
      manifest[name] === undefined ? [] : [`/${manifest[name].file}`],
    ),
    styles: (entry.css ?? []).map((file) => `/${file}`),
  };
}
