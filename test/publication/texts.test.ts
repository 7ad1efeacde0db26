import { beforeEach, describe, expect, test } from "vitest";
import { audit } from "#db/schema/catalogue/index.ts";
import type { TextRecord } from "#server/contract/public-text.ts";
import { readTexts, seedTexts, writeTexts } from "#server/curation/write-texts.ts";
import { listPublicTexts } from "#server/directory/directory.ts";
import { FIRST_SETTINGS, writeSettings } from "#server/publication/settings.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";

const record = (changes: Partial<TextRecord> = {}): TextRecord => ({
  page: "rights",
  country: "001",
  language: "en",
  title: "Rights",
  body: "You choose.",
  checked: true,
  date: "2026-11-01",
  source: { name: "Test office", url: "https://rights.example/" },
  state: "published",
  ...changes,
});

let directory: TestDirectory;
beforeEach(async () => {
  directory = await openTestDirectory({ demo: false });
  await writeSettings(directory.catalogue, { ...FIRST_SETTINGS, languages: ["en", "th"] });
  await directory.apply();
});
const write = (...records: TextRecord[]) => writeTexts(directory.context, records);
const index = async (): Promise<{ version: string; texts: { lang: string; url: string }[] }> =>
  (await (await directory.get("/bundles/index.json")).json()) as never;

describe("publishing a text", () => {
  test("moves the version, and the same text written again does not", async () => {
    const before = (await directory.apply()).version;
    expect(await write(record())).toBe(1);
    const after = (await directory.apply()).version;
    expect(after).not.toBe(before);
    expect(await write(record())).toBe(0);
    expect((await directory.apply()).version).toBe(after);
  });

  test("with a draft moves nothing, and a draft is nowhere on the public side", async () => {
    await write(record());
    const { version } = await directory.apply();
    await write(record({ page: "court", title: "MARKER", body: "MARKER", state: "draft" }));
    expect((await directory.apply()).version).toBe(version);
    for (const path of [
      "/en/court",
      "/en/guide",
      "/bundles/index.json",
      ...(await index()).texts.map(({ url }) => url),
    ]) {
      expect(await (await directory.get(path)).text(), path).not.toContain("MARKER");
    }
  });

  test("that goes back to a draft takes it away: its part answers 410", async () => {
    await write(record({ title: "MARKER" }));
    await directory.apply();
    const [part] = (await index()).texts;
    await write(record({ title: "MARKER", state: "draft" }));
    await directory.apply();
    expect(await listPublicTexts(directory.published)).toEqual([]);
    expect((await directory.get(part?.url ?? "")).status).toBe(410);
    expect((await index()).texts).toEqual([]);
  });

  test("makes one part a language, with the English beside it, named by its own hash", async () => {
    await write(record(), record({ language: "th", title: "สิทธิ", body: "คุณเลือก", checked: false }));
    await directory.apply();
    const { texts } = await index();
    expect(texts.map(({ lang }) => lang)).toEqual(["en", "th"]);
    const titles = await Promise.all(
      texts.map(async ({ url }) =>
        ((await (await directory.get(url)).json()) as { title: string }[]).map(({ title }) => title),
      ),
    );
    expect(titles).toEqual([["Rights"], ["Rights", "สิทธิ"]]);
    const thai = (await (await directory.get("/bundles/index-th.json")).json()) as {
      texts: { lang: string }[];
    };
    expect(thai.texts.map(({ lang }) => lang)).toEqual(["th"]);
  });

  test("gives the public its fields one by one, and not its state", async () => {
    await write(record());
    await directory.apply();
    const [text] = await listPublicTexts(directory.published);
    expect(text).toEqual({
      page: "rights",
      country: "001",
      lang: "en",
      title: "Rights",
      body: "You choose.",
      checked: true,
      date: "2026-11-01",
      source: { name: "Test office", url: "https://rights.example/" },
    });
  });
});

describe("writing a text", () => {
  test("leaves a line in the audit with the fields that changed", async () => {
    await write(record());
    await write(record({ title: "Your rights" }));
    const rows = await directory.catalogue.select().from(audit);
    expect(rows.filter(({ entity }) => entity === "text")).toMatchObject([
      { action: "create", entityId: "rights/001/en", actor: "command-line" },
      { action: "update", entityId: "rights/001/en", changed: ["title"] },
    ]);
  });

  test("is refused to the public and to editors, and nothing is left behind", async () => {
    for (const actor of [
      { type: "public" } as const,
      { type: "curator", id: "e", role: "editor" } as const,
    ]) {
      await expect(writeTexts({ ...directory.context, actor }, [record()])).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    expect(await readTexts(directory.context)).toEqual([]);
  });

  test("by the seed leaves alone what somebody wrote or took back", async () => {
    const own = record({ title: "Our own", state: "draft" });
    await write(own);
    await seedTexts(directory.context, [record(), record({ page: "court" })]);
    expect(await readTexts(directory.context)).toEqual([record({ page: "court" }), own]);
  });
});
