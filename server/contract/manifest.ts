import type { PageAssets } from "./page.ts";

/** One built file, as the build's manifest names it. */
interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}
/** `dist/web/.vite/manifest.json`: built files by the source that they came from. */
export type Manifest = Readonly<Record<string, ManifestEntry>>;

/** The entry of the front end in its manifest. */
const ENTRY = "entry.tsx";

/** Which script and styles a page names, by the build's manifest. Throws when the entry is not in it. */
export function toPageAssets(manifest: Manifest): PageAssets {
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
