import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FACETS } from "#db/vocabulary.ts";

/** The ledger: what is shown, by which tests. */

const ledger = JSON.parse(readFileSync(new URL("./requirements.json", import.meta.url), "utf8")) as Record<
  string,
  readonly string[] | string
>;

const titles = new Set(
  readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/u.test(entry.name))
    .flatMap((entry) => titlesOf(readFileSync(join(entry.parentPath, entry.name), "utf8"))),
);

/** Titles as they stand in the source; those of tables with their placeholders. */
function titlesOf(source: string): string[] {
  // The first argument of a call whose next is a function: `test("…", () =>`, `test.each(…)("…", async (`.
  const found = source.matchAll(
    /\(\s*(["'`])((?:\\.|(?!\1)[^\\\n])+)\1\s*,\s*(?:\{[^}]*\}\s*,\s*)?(?:async\s*)?\(/gu,
  );
  return [...found].map(([, , title]) => (title ?? "").replaceAll('\\"', '"').replaceAll("\\'", "'"));
}

/** Forms of requirements §6 and those that a print is asked for by. */
const FORMS = [
  "area sheet",
  "blank worksheet",
  "booklet",
  "wallet cards",
  "poster",
  "large print",
  "children's edition",
  "black and white",
  "general help only",
  "errata slip",
  "referral sheet",
  "plan sheet",
  "needs across time",
  "help outside anti-trafficking",
  "barriers in my area",
  "set-backs",
  "self-care",
  "notes page",
  "ten outcomes",
  "identification × assistance grid",
  "service checklist per area",
  "stage checklists",
  "milestones table",
  "feelings table",
  "ethical referral principles",
  "service map for handover",
  "emergency contact list",
];

const EXPECTED = [
  ...Array.from({ length: 80 }, (_, i) => `R${String(i + 1).padStart(2, "0")}`),
  ...Object.keys(FACETS).map((facet) => `facet: ${facet}`),
  ...FORMS.map((form) => `form: ${form}`),
];

describe("the ledger of requirements", () => {
  test("names every requirement, facet and form, and nothing else", () => {
    expect(Object.keys(ledger).sort()).toEqual([...EXPECTED].sort());
  });

  test("each is shown by tests that exist, or says what is still to do", () => {
    const wrong = Object.entries(ledger).flatMap(([id, shown]) => {
      if (typeof shown === "string")
        return shown.startsWith("todo: ") && shown.length > 12
          ? []
          : [`${id}: says neither tests nor "todo: why"`];
      if (shown.length === 0) return [`${id}: names no test`];
      return shown.filter((title) => !titles.has(title)).map((title) => `${id}: there is no test “${title}”`);
    });
    expect(wrong).toEqual([]);
  });

  test("the reading of titles is not blind", () => {
    expect(titles).toContain("the reading of titles is not blind");
    expect(titles.size).toBeGreaterThan(100);
  });
});
