import type { PageAssets } from "./page.ts";

/** One built file, as the build's manifest names it. */
interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
/** `dist/web/.vite/manifest.json`: built files by the source that they came from. */
export type Manifest = Readonly<Record<string, ManifestEntry>>;

/** The entries of the front end in its manifest: the public site and the back office. */
export const PUBLIC_ENTRY = "entry.tsx";
export const CURATE_ENTRY = "curate/entry.tsx";
/** Styles of all public pages but the start page. */
const MORE_STYLES = "styles/more.css";

const WORDS = /^i18n\/compiled\/([a-z]+)\.js$/u;

/** Parts of the build and all that they import, without those that are there already. */
function withImports(
  manifest: Manifest,
  names: readonly string[],
  here: ReadonlySet<string>,
): readonly string[] {
  const found = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (found.has(name) || here.has(name)) continue;
    found.add(name);
    waiting.push(...(manifest[name]?.imports ?? []));
  }
  return [...found].flatMap((name) => (manifest[name] === undefined ? [] : [`/${manifest[name].file}`]));
}

/** The app that the script of a page starts, and its words. */
function comesFirst(manifest: Manifest, entry: ManifestEntry): Pick<PageAssets, "app" | "words"> {
  const here = new Set([PUBLIC_ENTRY]);
  return {
    app: withImports(manifest, entry.dynamicImports ?? [], here),
    words: Object.fromEntries(
      Object.keys(manifest).flatMap((name) => {
        const lang = WORDS.exec(name)?.[1];
        return lang === undefined ? [] : [[lang, withImports(manifest, [name], here)]];
      }),
    ),
  };
}

/** Which script and styles a page names, by the build's manifest. Throws when the entry is not in it. */
export function toPageAssets(manifest: Manifest, name: string = PUBLIC_ENTRY): PageAssets {
  const entry = manifest[name];
  if (entry === undefined) throw new Error(`The manifest of the front end has no "${name}".`);
  const shared = (entry.imports ?? []).flatMap((part) => manifest[part] ?? []);
  return {
    script: `/${entry.file}`,
    preload: shared.map(({ file }) => `/${file}`),
    // Styles that both entries use lie with the part that they share.
    styles: [...shared.flatMap(({ css }) => css ?? []), ...(entry.css ?? [])].map((file) => `/${file}`),
    ...(name === PUBLIC_ENTRY ? comesFirst(manifest, entry) : {}),
    moreStyles:
      name === PUBLIC_ENTRY && manifest[MORE_STYLES] !== undefined ? [`/${manifest[MORE_STYLES].file}`] : [],
  };
}
