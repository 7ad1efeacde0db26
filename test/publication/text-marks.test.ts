import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { translation } from "#db/schema/catalogue/index.ts";
import { type TranslationState } from "#db/vocabulary.ts";
import { findListings } from "#server/directory/directory.ts";
import { toDetail } from "#server/domain/to-listing-view.ts";
import { wish } from "#server/publication/wishes.ts";
import { memoryDirectory } from "../records/memory.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";

const RULES = { en: "You can leave at any time.", th: "ออกได้ทุกเวลา" };

async function listing() {
  const d = await memoryDirectory();
  const { published: ids } = await d.publish(
    organizationInput({
      services: [serviceInput({ texts: { description: { en: "Advice." }, rules: RULES } })],
    }),
  );
  const setState = async (state: TranslationState) => {
    await d.catalogue
      .update(translation)
      .set({ state })
      .where(and(eq(translation.field, "rules"), eq(translation.language, "th")));
    await wish(d.catalogue, ids, "public");
    return d.apply();
  };
  const rules = async (lang: string) => {
    const [one] = await findListings(d.published, {});
    return one === undefined ? undefined : toDetail(one, lang).texts.rules;
  };
  return { d, setState, rules };
}

describe("what readers are told of a translation", () => {
  test("is that nobody checked it, until somebody has; the source bears no mark", async () => {
    const { setState, rules } = await listing();
    expect(await rules("th")).toEqual({ text: RULES.th, lang: "th", mark: "unchecked" });
    expect(await rules("en")).toEqual({ text: RULES.en, lang: "en" });
    expect((await setState("checked")).changed).toBe(1);
    expect(await rules("th")).toEqual({ text: RULES.th, lang: "th" });
  });

  test("is that its source has changed since", async () => {
    const { setState, rules } = await listing();
    await setState("stale");
    expect(await rules("th")).toEqual({ text: RULES.th, lang: "th", mark: "stale" });
  });

  test("is nothing of drafts: the source stands there instead, and what a draft becomes later moves nothing", async () => {
    const { setState, rules } = await listing();
    await setState("draft");
    expect(await rules("th")).toEqual({ text: RULES.en, lang: "en" });
    expect((await setState("ready")).changed).toBe(0);
  });
});
