import type { Affiliation } from "#server/contract/affiliation.ts";

/**
 * The code of an affiliation whose name is being typed. A new one's code follows its name; one that is kept already
 * keeps its own, because organisations hang on it. `list` is what is typed, `stored` what the settings hold.
 */
export function codeFor(
  one: Affiliation,
  name: string,
  { list, stored }: { readonly list: readonly Affiliation[]; readonly stored: readonly Affiliation[] },
): string {
  const first = list.find(({ code }) => code === one.code);
  // A new one may pass through the code of another while its name is typed: only the first with a code is that one.
  if (first === one && stored.some(({ code }) => code === one.code)) return one.code;
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "")
    .slice(0, 50)
    .padEnd(2, "x");
}
