import { describe, expect, it } from "vitest";
import { wordsFor } from "#web/i18n/all.ts";
import { beforeYouSayYes } from "#web/words/rules.ts";
import { staffMarks } from "#web/words/staff.ts";
import { factsWith } from "../../records/facts.ts";

const en = wordsFor("en");
const withStaff = (codes: Record<string, "yes" | "no">) =>
  factsWith({ answers: { "staff-training": codes } });

describe("who works there", () => {
  it("is marked as somebody told us: nothing where nobody did, and never what was answered no", () => {
    expect(staffMarks(en, factsWith({}))).toEqual([]);
    expect(staffMarks(en, withStaff({ "professional-licensed": "no" }))).toEqual([]);
    expect(
      staffMarks(en, withStaff({ "professional-licensed": "yes", "trauma-informed": "yes" })),
    ).toHaveLength(2);
  });

  it("says of kind listening that it is no treatment, to whoever reads the listing", () => {
    const said = beforeYouSayYes(en, withStaff({ "informal-support": "yes" })).map(({ text }) => text);
    expect(said).toContain("This is a kind listener, not a trained counsellor.");
    const other = beforeYouSayYes(en, withStaff({ trained: "yes" })).map(({ text }) => text);
    expect(other.join(" ")).not.toContain("kind listener");
  });
});
