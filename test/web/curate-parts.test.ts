import { describe, expect, test } from "vitest";
import { FACET_CODES, FACETS } from "#db/vocabulary.ts";
import type { Affiliation } from "#server/contract/affiliation.ts";
import { LISTING_TEXTS } from "#server/contract/listing.ts";
import codes from "#web/curate/messages/codes.json" with { type: "json" };
import facets from "#web/curate/messages/facets.json" with { type: "json" };
import messages from "#web/curate/messages/en.json" with { type: "json" };
import { GUIDES, stepText } from "#web/curate/help/guides.ts";
import { FIRST_SETTINGS } from "#server/publication/settings.ts";
import { codeFor } from "#web/curate/settings/affiliation-code.ts";
import { FACETS_OF, PARTS, TEXTS_OF } from "#web/curate/editor/parts.ts";
import { readdirSync, readFileSync } from "node:fs";

describe("the editor’s parts", () => {
  test("ask every facet of the vocabulary once, and hold every text once", () => {
    expect(PARTS.flatMap((part) => FACETS_OF[part] ?? []).sort()).toEqual(Object.keys(FACETS).sort());
    expect(PARTS.flatMap((part) => TEXTS_OF[part] ?? []).sort()).toEqual(["name", ...LISTING_TEXTS].sort());
  });

  test("every facet has a heading, and no statement stands for a code that does not exist", () => {
    expect(Object.keys(facets).sort()).toEqual(Object.keys(FACETS).sort());
    expect(Object.keys(codes).filter((code) => !FACET_CODES.includes(code))).toEqual([]);
  });
});

describe("guides", () => {
  const steps = GUIDES.flatMap(({ chapters }) => chapters.flatMap((chapter) => chapter.steps));

  test("there is one for coordinators, practitioners and translators, and each label in it is one of the app", () => {
    expect(GUIDES.map(({ code }) => code)).toEqual(["coordinators", "practitioners", "translators"]);
    for (const step of steps) expect(stepText(step)).not.toMatch(/[{}]/u);
  });

  test("are in plain words: twenty a sentence at most", () => {
    const long = steps
      .flatMap((step) => stepText(step).split(/[.:?] /u))
      .filter((said) => said.split(" ").length > 20);
    expect(long).toEqual([]);
  });

  test("name the deadlines that a new directory starts with", () => {
    const { hotline, shelter, other } = FIRST_SETTINGS.deadlines;
    const text = steps.map(stepText).join(" ");
    expect(text).toContain(`after ${hotline} days, shelters after ${shelter}, others after ${other}`);
  });
});

describe("words of the back office", () => {
  const sources = readdirSync("web/curate", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, "utf8"))
    .join("\n");

  test("every sentence is used, by its key or by the beginning of a key that is put together", () => {
    const unused = Object.keys(messages).filter((key) => {
      if (sources.includes(`"${key}"`)) return false;
      const parts = key.split(".");
      return !parts.some((_, i) => i > 0 && sources.includes(`\`${parts.slice(0, i).join(".")}.$\{`));
    });
    expect(unused).toEqual([]);
  });

  test("no sentence shouts but the one that must", () => {
    const loud = Object.values(messages).filter((text) =>
      /!|[A-Z]{4,}/u.test(text.replaceAll("STILL PUBLIC", "").replaceAll("LGBTQI", "")),
    );
    expect(loud).toEqual([]);
  });
});

describe("the code of a network or code of conduct", () => {
  const one = (code: string, name: string): Affiliation => ({
    code,
    kind: "network",
    name,
    url: null,
    focalPoint: null,
  });

  test("follows the name of a new one, and stays when one that is kept gets another name", () => {
    const kept = one("north-network", "North network");
    const fresh = one("", "");
    const given = { list: [kept, fresh], stored: [kept] };
    expect(codeFor(kept, "Northern safety network", given)).toBe("north-network");
    expect(codeFor(fresh, "Code of conduct 2024", given)).toBe("code-of-conduct-2024");
    // The new one’s name passes through the other’s while it is typed, and goes on.
    const passing = one("north-network", "North network");
    expect(codeFor(passing, "North network two", { list: [kept, passing], stored: [kept] })).toBe(
      "north-network-two",
    );
  });
});
