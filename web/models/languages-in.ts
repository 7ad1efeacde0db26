import type { Entry } from "./directory-model.ts";

/** More buttons than this are not read. */
const MOST = 12;

/** Languages to offer: those that listings of the area speak, the most common first, and those already chosen. */
export function languagesIn(entries: readonly Entry[], chosen: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { view } of entries) {
    for (const code of new Set(view.facts.languages.map((language) => language.code))) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const common = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code);
  return [...new Set([...common.slice(0, MOST), ...chosen])];
}
