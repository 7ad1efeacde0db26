import { describe, expect, test } from "vitest";
import { NEEDS } from "#db/vocabulary.ts";
import { forChildren } from "#web/words/for-children.ts";
import { aListing, en, th } from "./a-listing.ts";

const states = (answers: Record<string, Record<string, "yes" | "no">>) =>
  forChildren(en, aListing({ answers })).map(({ topic, state }) => `${topic} ${state}`);

describe("what a child reads first", () => {
  test("is always coming alone, who is told, and whether a parent is asked, in that order", () => {
    expect(states({})).toEqual(["child-alone ask", "child-told ask", "child-parent ask"]);
  });

  test("says what is known, and asks the rest", () => {
    const friendly = { "child-can-come-alone": "yes", "guardian-consent-needed": "yes" } as const;
    expect(states({ "child-friendly": friendly })).toEqual([
      "child-alone yes",
      "child-told ask",
      "child-parent no",
    ]);
    expect(
      states({ "child-friendly": { "child-can-come-alone": "no", "guardian-consent-needed": "no" } }),
    ).toEqual(["child-alone no", "child-told ask", "child-parent yes"]);
  });

  test("says that they may tell the office for children, also where nobody else is told", () => {
    expect(states({ confidentiality: { "tells-nobody": "yes" } })[1]).toBe("child-told yes");
    expect(states({ confidentiality: { "tells-nobody": "yes", "tells-child-protection": "yes" } })[1]).toBe(
      "child-told no",
    );
  });

  test("takes nothing about a family for granted", () => {
    const [, , parent] = forChildren(en, aListing());
    expect(parent?.text).toBe("Do they ask a parent? Ask before you say your name.");
  });

  test("has words of its own for each need, in every language", () => {
    for (const words of [en, th]) {
      const own = NEEDS.map((need) => words.t(`print.child.${need}`));
      expect(new Set(own).size).toBe(NEEDS.length);
      for (const need of NEEDS) expect(words.t(`print.child.${need}`)).not.toBe(words.t(`need.${need}`));
    }
  });
});
