import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { audit, translation } from "#db/schema/catalogue/index.ts";
import type {
  ListingTranslations,
  SavedTranslation,
  TranslationsView,
} from "#server/contract/curate/translations.ts";
import { findListings, getSettings } from "#server/directory/directory.ts";
import { FIRST_SETTINGS, readSettings, writeSettings } from "#server/publication/settings.ts";
import { type Browser, deskWithListing, read, save } from "./listing.ts";

/** A published listing in English, an office in English and Thai. */
async function translators() {
  const d = await deskWithListing();
  await writeSettings(d.catalogue, { ...FIRST_SETTINGS, languages: ["en", "th"] });
  await save(d.publisher, d.id, {
    base: 1,
    changes: { "text:description:en": "Call first. Someone else may call for you." },
  });
  await d.apply();
  const unitOf = async (browser: Browser, unit = "text:description") =>
    (await listing(browser)).units.find((one) => one.unit === unit);
  const listing = async (browser: Browser) =>
    (await (await browser.get(`/curate/api/translations/${d.id}?language=th`)).json()) as ListingTranslations;
  const write = async (browser: Browser, text: string, more: object = {}) => {
    const before = (await unitOf(browser))?.text ?? "";
    const body = { unit: "text:description", language: "th", before, text, as: "translated", ...more };
    const answer = await browser.post(`/curate/api/translations/${d.id}`, body);
    return { status: answer.status, ...((await answer.json()) as SavedTranslation & { carried: boolean }) };
  };
  const overview = async (browser: Browser) =>
    (await (await browser.get("/curate/api/translations?language=th")).json()) as TranslationsView;
  const shown = async () =>
    (await findListings(d.stores.published, {})).find(({ id }) => id === d.id)?.texts["description"];
  return { ...d, unitOf, listing, write, overview, shown };
}

describe("the translators’ desk", () => {
  test("shows what is missing beside its source; what is written is public and not checked until somebody checks it", async () => {
    const d = await translators();
    expect(await d.unitOf(d.publisher)).toMatchObject({
      standing: "missing",
      sourceLanguage: "en",
      text: "",
    });
    expect((await d.overview(d.publisher)).counts).toMatchObject({ missing: 4, translated: 0 });
    expect(await d.write(d.publisher, "โทรมาก่อน")).toMatchObject({
      status: 200,
      carried: true,
      unit: { standing: "translated" },
    });
    expect(await d.shown()).toMatchObject({ th: "โทรมาก่อน" });
    await d.write(d.publisher, "โทรมาก่อน", { as: "checked" });
    expect(await d.unitOf(d.publisher)).toMatchObject({ standing: "checked", touchedOn: "2026-11-21" });
    expect((await d.overview(d.publisher)).counts).toMatchObject({ missing: 3, checked: 1 });
    const history = (await read(d.publisher, d.id)).history;
    expect(history[1]).toMatchObject({ action: "update", changed: ["text:description:th"] });
  });

  test("a changed source makes it stale, with what it was made from; “still right” and the old words make it right again", async () => {
    const d = await translators();
    await d.write(d.publisher, "โทรมาก่อน");
    const before = "Call first. Someone else may call for you.";
    const change = (text: string, base: number) =>
      save(d.publisher, d.id, { base, changes: { "text:description:en": text } });
    const { revision } = await change("Call, or walk in. Someone else may call for you.", 3);
    expect(await d.unitOf(d.editor)).toMatchObject({ standing: "stale", before, changedOn: "2026-11-21" });
    expect(await d.shown()).toMatchObject({ th: "โทรมาก่อน" });
    expect((await d.overview(d.editor)).counts).toMatchObject({ stale: 1 });
    await d.write(d.publisher, "โทรมาก่อน", { as: "translated" });
    expect(await d.unitOf(d.publisher)).toMatchObject({
      standing: "translated",
      before: null,
      changedOn: null,
    });
    const next = await change(before, revision);
    expect(await d.unitOf(d.publisher)).toMatchObject({ standing: "stale" });
    await change("Call, or walk in. Someone else may call for you.", next.revision);
    expect(await d.unitOf(d.publisher)).toMatchObject({ standing: "translated" });
  });

  test("a draft and what an editor writes for a public listing stay in the office until a publisher lets them out", async () => {
    const d = await translators();
    expect(await d.write(d.editor, "โทร", { as: "draft" })).toMatchObject({ unit: { standing: "draft" } });
    expect(await d.shown()).not.toHaveProperty("th");
    expect(await d.write(d.editor, "โทรมาก่อน")).toMatchObject({
      proposed: false,
      unit: { standing: "ready" },
    });
    expect(await d.shown()).not.toHaveProperty("th");
    await d.write(d.publisher, "โทรมาก่อน");
    expect(await d.shown()).toMatchObject({ th: "โทรมาก่อน" });
    const changed = await d.write(d.editor, "โทรมาก่อนนะ");
    expect(changed).toMatchObject({ proposed: true, unit: { text: "โทรมาก่อน" } });
    expect(await d.shown()).toMatchObject({ th: "โทรมาก่อน" });
  });

  test("words of contacts and places are translated there, too, and keep their state when something else changes", async () => {
    const d = await translators();
    const form = (await read(d.publisher, d.id)).form;
    const [key = "", contact] = Object.entries(form).find(([name]) => name.startsWith("contact:")) ?? [];
    await save(d.publisher, d.id, {
      base: (await read(d.publisher, d.id)).revision,
      changes: { [key]: { ...(contact as object), label: { en: "Front desk" } } },
    });
    const body = { unit: `${key}:label`, language: "th", before: "", text: "ประชาสัมพันธ์", as: "checked" };
    expect((await d.publisher.post(`/curate/api/translations/${d.id}`, body)).status).toBe(200);
    const now = (await read(d.publisher, d.id)).form[key] as object;
    await save(d.publisher, d.id, {
      base: (await read(d.publisher, d.id)).revision,
      changes: { [key]: { ...now, recorded: "no" } },
    });
    expect(await d.unitOf(d.publisher, `${key}:label`)).toMatchObject({
      standing: "checked",
      text: "ประชาสัมพันธ์",
    });
  });

  test("what somebody else wrote meanwhile, nothing at all, strange texts and languages, and people who may not are refused", async () => {
    const d = await translators();
    const rows = async () => d.catalogue.select().from(translation);
    const strange = (await otherOrganization(d)) ?? "";
    const before = await rows();
    expect((await d.write(d.publisher, "โทร", { before: "something else" })).status).toBe(409);
    expect((await d.write(d.publisher, " ")).status).toBe(400);
    expect((await d.write(d.publisher, "x", { unit: "text:nothing" })).status).toBe(404);
    expect((await d.write(d.publisher, "x", { language: "en" })).status).toBe(404);
    expect((await d.write(d.publisher, "x", { language: "de" })).status).toBe(400);
    expect((await d.write(d.publisher, "x", { as: "stale" })).status).toBe(400);
    const practitioner = await d.signIn({ role: "practitioner", endsOn: "2027-01-01" });
    const other = await d.signIn({ role: "editor", organizationId: strange });
    for (const [browser, status] of [
      [practitioner, 403],
      [other, 403],
    ] as const) {
      expect((await browser.get(`/curate/api/translations/${d.id}?language=th`)).status).toBe(status);
      const body = { unit: "text:description", language: "th", before: "", text: "x", as: "draft" };
      expect((await browser.post(`/curate/api/translations/${d.id}`, body)).status).toBe(status);
    }
    expect((await d.publisher.get("/curate/api/translations?language=de")).status).toBe(400);
    expect(await rows()).toEqual(before);
    expect(await d.catalogue.select().from(audit).where(eq(audit.reason, "translated"))).toEqual([]);
  });

  test("an admin says who has read the words of the interface; public pages then call the language checked", async () => {
    const d = await translators();
    const path = "/curate/api/translations/interface";
    expect((await d.publisher.post(path, { language: "th", by: "Ploy T." })).status).toBe(403);
    expect((await d.admin.post(path, { language: "de", by: "Ploy T." })).status).toBe(400);
    expect((await d.admin.post(path, { language: "th", by: "Ploy T." })).status).toBe(200);
    expect((await getSettings(d.stores.published)).checkedLanguages).toEqual(["en", "th"]);
    expect((await d.overview(d.editor)).interface).toEqual({ on: "2026-11-21", by: "Ploy T." });
    await d.admin.post(path, { language: "th", by: null });
    expect((await readSettings(d.catalogue)).checkedLanguages).toEqual(["en"]);
    const rows = await d.catalogue
      .select()
      .from(audit)
      .where(and(eq(audit.entity, "settings"), eq(audit.actor, d.admin.id)));
    expect(rows).toHaveLength(2);
  });
});

async function otherOrganization(
  d: Awaited<ReturnType<typeof deskWithListing>>,
): Promise<string | undefined> {
  const made = await d.admin.post("/curate/api/listings", {
    name: "Other",
    language: "en",
    organization: { name: "Other" },
  });
  const { id } = (await made.json()) as { id: string };
  return (await read(d.admin, id)).organizationId;
}
