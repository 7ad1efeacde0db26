import { describe, expect, test } from "vitest";
import { CRITICAL_FIELDS, CURATION_STATES } from "#db/vocabulary.ts";
import { decodeIndex, encodeIndex } from "#server/domain/bundle.ts";
import { checkedOn, confirmedOn } from "#server/domain/freshness.ts";
import { openQuestions } from "#server/domain/open-questions.ts";
import { MOVES, moveTo } from "#server/domain/workflow.ts";
import { factsWith } from "../records/facts.ts";

describe("the day since which a listing counts as checked", () => {
  test("is nothing while one critical field was never confirmed", () => {
    expect(checkedOn([])).toBeNull();
    expect(checkedOn([{ on: "2026-11-01", fields: CRITICAL_FIELDS.slice(1) }])).toBeNull();
  });

  test("is the oldest of the latest confirmations of the seven", () => {
    const all = { on: "2026-01-01", fields: CRITICAL_FIELDS };
    const some = { on: "2026-11-01", fields: CRITICAL_FIELDS.slice(0, 6) };
    expect(checkedOn([all])).toBe("2026-01-01");
    expect(checkedOn([some, all])).toBe("2026-01-01");
    expect(checkedOn([some, all, { on: "2026-10-01", fields: CRITICAL_FIELDS.slice(6) }])).toBe("2026-10-01");
    expect(confirmedOn([all, some]).contact).toBe("2026-11-01");
  });
});

describe("the mark of a late check", () => {
  test("goes through a bundle with every kind of listing", () => {
    for (const kind of [{}, { demo: true }, { starter: true }])
      for (const late of [{}, { late: true as const }]) {
        const facts = factsWith({ ...kind, ...late });
        expect(decodeIndex(encodeIndex([facts]))).toEqual([facts]);
      }
  });
});

describe("the steps of the workflow", () => {
  test("nothing comes back from suspended or archived without a publisher and a reason", () => {
    for (const from of ["suspended", "archived"] as const)
      for (const step of MOVES[from]) expect(step).toMatchObject({ who: "publisher", reason: true });
    expect(moveTo("suspended", "published")).toBeNull();
    expect(moveTo("archived", "published")).toBeNull();
  });

  test("every step away from the public takes it away there first, and no other does", () => {
    for (const from of CURATION_STATES)
      for (const step of MOVES[from])
        expect({ from, to: step.to, takesAway: step.takesAway }).toEqual({
          from,
          to: step.to,
          takesAway: from === "published" || from === "due",
        });
  });

  test("whoever edits may suspend from wherever somebody could be hurt", () => {
    for (const from of ["draft", "in-review", "published", "due", "hidden"] as const)
      expect(moveTo(from, "suspended")).toMatchObject({ who: "editor", reason: true });
  });
});

describe("questions that matter", () => {
  const none = () => null;

  test("begin with a voluntary stay where people sleep, and do not ask it elsewhere", () => {
    expect(openQuestions(["emergency-shelter"], none)[0]).toBe("shelter-rules:stay-voluntary");
    expect(openQuestions(["legal-advice"], none)).not.toContain("shelter-rules:stay-voluntary");
    expect(openQuestions(["legal-advice"], none)).toContain("confidentiality:tells-immigration");
  });

  test("are no questions once answered, with yes or with no", () => {
    const answered = (term: string) =>
      term === "confidentiality:tells-police"
        ? ("no" as const)
        : term === "gender-served:men"
          ? ("yes" as const)
          : null;
    const open = openQuestions([], answered);
    expect(open).not.toContain("confidentiality:tells-police");
    expect(open).not.toContain("gender-served:women");
  });
});
