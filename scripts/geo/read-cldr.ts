import { existsSync, readFileSync } from "node:fs";
import type { Sources } from "./sources.ts";

/** Names by language, then by key (an upper-case code without hyphen for areas: `TH50`; an ISO code for countries). */
export type NamesByLanguage = Record<string, Map<string, string>>;

/** Names of countries in the languages asked for (CLDR common/main). */
export function readCountryNames(sources: Sources, languages: readonly string[]): NamesByLanguage {
  return readNames(sources, languages, "main", /<territory type="([A-Z]{2})"(?![^>]*alt=)[^>]*>([^<]+)</g);
}

/** Names of ISO 3166-2 areas (CLDR common/subdivisions). Most are marked as drafts there. */
export function readAreaNames(sources: Sources, languages: readonly string[]): NamesByLanguage {
  return readNames(
    sources,
    languages,
    "subdivisions",
    /<subdivision type="([a-z0-9]+)"(?![^>]*alt=)[^>]*>([^<]+)</g,
  );
}

function readNames(
  sources: Sources,
  languages: readonly string[],
  folder: string,
  element: RegExp,
): NamesByLanguage {
  const names: NamesByLanguage = {};
  for (const language of languages) {
    const path = sources.share(`unicode/cldr/common/${folder}/${language}.xml`);
    const found = existsSync(path) ? readFileSync(path, "utf8").matchAll(element) : [];
    names[language] = new Map([...found].map(([, key = "", name = ""]) => [key.toUpperCase(), clean(name)]));
  }
  return names;
}

function clean(name: string): string {
  return name.replaceAll("&amp;", "&").replaceAll("\u200b", "").trim();
}
