import { eq } from "drizzle-orm";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { DEMO } from "#db/seed/demo/index.ts";
import { DEMO_SETTINGS } from "#db/seed/demo/settings.ts";
import { audit, knownGap, organization, service } from "#db/schema/catalogue/index.ts";
import { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import type { GridView } from "#server/contract/curate/grid.ts";
import { publishListings } from "#server/curation/publish-listings.ts";
import { DEMO_SOURCE } from "#server/curation/remove-source.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { getSettings, getVersion } from "#server/directory/directory.ts";
import { FIRST_SETTINGS, readSettings, writeSettings } from "#server/publication/settings.ts";
import { areas } from "../records/memory.ts";
import { CHECKED, move, read } from "./listing.ts";
import { office } from "./office.ts";

const step = (
  name: string,
  after: Record<string, unknown>,
  before: Record<string, unknown> = FIRST_SETTINGS,
) => ({
  step: name,
  before: Object.fromEntries(Object.keys(after).map((key) => [key, before[key] ?? null])),
  after,
});
const START = "/curate/api/settings/start";
const FINISH = "/curate/api/settings/finish";

/** An office with the demo in it, as a new directory has. */
async function newDirectory() {
  const o = await office();
  await writeSettings(o.catalogue, DEMO_SETTINGS);
  const records = DEMO.slice(0, 3).map((record) => v.parse(OrganizationRecord, record));
  const { written } = await writeRecords(o.context, DEMO_SOURCE, records, { origin: "demo" });
  await publishListings(o.context, written, areas);
  await o.apply();
  return o;
}

describe("the guided start", () => {
  test("keeps each answer at once, can be left and gone on with, drops what no longer fits, and removes the demo at the end", async () => {
    const o = await newDirectory();
    const admin = await o.signIn();
    const demo = await readSettings(o.catalogue);
    expect((await getVersion(o.published)).listings).toBeGreaterThan(0);
    const answer = async (name: string, after: Record<string, unknown>) =>
      (await admin.post(START, step(name, after, (await readSettings(o.catalogue)) as never))).status;
    expect(await answer("country", { countries: ["TH"] })).toBe(200);
    expect(await answer("areas", { areas: ["TH-50"] })).toBe(200);
    expect((await readSettings(o.catalogue)).setup).toEqual({
      answered: ["country", "areas"],
      finishedOn: null,
    });
    expect(await answer("languages", { languages: ["th", "en"] })).toBe(200);
    expect(await answer("name", { publicName: "Northern Help Guide", runBy: { th: "เครือข่าย" } })).toBe(200);
    const emergency = [
      {
        country: "TH",
        number: "000 387",
        dial: null,
        label: { en: "Child line" },
        kind: "state",
        recorded: null,
      },
    ];
    expect(await answer("emergency", { emergency })).toBe(200);
    expect(await answer("leaving", {})).toBe(200);
    const done = await admin.post(FINISH, { removeDemo: true });
    expect(((await done.json()) as { removed: number }).removed).toBeGreaterThan(0);
    const now = await readSettings(o.catalogue);
    expect(now).toMatchObject({ demo: false, publicName: "Northern Help Guide", runBy: { th: "เครือข่าย" } });
    expect(now.emergency).toMatchObject(emergency);
    expect(now.setup).toMatchObject({ finishedOn: "2026-11-21" });
    expect(demo.emergency).not.toEqual(now.emergency);
    expect((await getVersion(o.published)).listings).toBe(0);
    expect(await getSettings(o.published)).toMatchObject({ demo: false, publicName: "Northern Help Guide" });
    const rows = await o.catalogue.select().from(audit).where(eq(audit.entity, "settings"));
    expect(rows.every(({ actor }) => actor === admin.id)).toBe(true);
    expect(rows.at(-1)?.changed).toEqual(["setup"]);
    expect((await admin.post(START, step("name", { publicName: "X" }))).status).toBe(409);
    expect((await admin.post(FINISH, { removeDemo: false })).status).toBe(409);
  });

  test("another country takes the areas, numbers and targets of the first one with it", async () => {
    const o = await office();
    const admin = await o.signIn();
    await admin.post(START, step("country", { countries: ["TH"] }));
    await admin.post(START, step("areas", { areas: ["TH-50"] }));
    await admin.post(
      START,
      step("leaving", { exitTargets: { "": null, TH: "https://weather.example.org/" } }),
    );
    await admin.post(START, step("country", { countries: ["KH"] }, { countries: ["TH"] }));
    expect(await readSettings(o.catalogue)).toMatchObject({
      countries: ["KH"],
      areas: [],
      exitTargets: { "": null },
    });
  });

  test("is an admin’s alone, takes no answer to another question, and does not end without country and name", async () => {
    const o = await office();
    const admin = await o.signIn();
    const publisher = await o.signIn({ role: "publisher" });
    expect((await publisher.post(START, step("country", { countries: ["TH"] }))).status).toBe(403);
    expect((await publisher.post(FINISH, { removeDemo: false })).status).toBe(403);
    expect((await admin.post(START, step("country", { publicName: "X" }))).status).toBe(400);
    expect((await admin.post(START, step("country", { countries: [] }))).status).toBe(400);
    expect((await admin.post(START, step("magic", {}))).status).toBe(400);
    expect((await admin.post(FINISH, { removeDemo: false })).status).toBe(400);
    expect(await readSettings(o.catalogue)).toEqual(FIRST_SETTINGS);
  });

  test("does not end, and removes nothing, while a real listing depends on the demo", async () => {
    const o = await newDirectory();
    const admin = await o.signIn();
    await admin.post(
      START,
      step("country", { countries: ["TH"] }, (await readSettings(o.catalogue)) as never),
    );
    await admin.post(START, step("name", { publicName: "Guide" }));
    const [fictional] = await o.catalogue.select().from(organization);
    await admin.post("/curate/api/listings", {
      name: "Real",
      language: "en",
      organization: { id: fictional?.id ?? "" },
    });
    const before = await o.catalogue.select().from(service);
    expect((await admin.post(FINISH, { removeDemo: true })).status).toBe(409);
    expect(await o.catalogue.select().from(service)).toEqual(before);
    expect(await readSettings(o.catalogue)).toMatchObject({ demo: true, setup: { finishedOn: null } });
  });
});

describe("the grid", () => {
  const cell = { area: "TH-50", need: "legal", scope: "general" };
  const typed = {
    ...cell,
    name: "Salt Road desk",
    language: "en",
    service: "legal-advice",
    phone: "000 0000 111",
  };
  const grid = async (browser: { get(path: string): Promise<Response> }) =>
    (await (await browser.get("/curate/api/grid?area=TH-50")).json()) as GridView;
  const at = (view: GridView, need: string, scope: string) =>
    view.cells.find((one) => one.need === need && one.scope === scope);

  test("has twenty-four cells; a name and a number typed into one are a draft that can be published", async () => {
    const o = await office();
    const editor = await o.signIn({ role: "editor" });
    const empty = await grid(editor);
    expect(empty.cells).toHaveLength(24);
    expect(empty.cells.every(({ listings, none }) => listings.length === 0 && none === null)).toBe(true);
    const made = await editor.post("/curate/api/grid", typed);
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    expect(at(await grid(editor), "legal", "general")?.listings).toMatchObject([
      { id, name: "Salt Road desk", state: "draft", publicState: "not-public", serves: "area", toAsk: 8 },
    ]);
    const detail = await read(editor, id);
    expect(detail.form).toMatchObject({ scope: "general", services: ["legal-advice"], areas: ["TH-50"] });
    expect(Object.values(detail.form)).toContainEqual(
      expect.objectContaining({ value: "000 0000 111", dial: null }),
    );
    expect(detail.history).toMatchObject([{ action: "create", revision: 1 }]);
    const publisher = await o.signIn({ role: "publisher" });
    await move(publisher, id, "in-review");
    expect((await move(publisher, id, "published", CHECKED)).status).toBe(200);
  });

  test("a second listing of the same name joins the same organisation", async () => {
    const o = await office();
    const editor = await o.signIn({ role: "editor" });
    await editor.post("/curate/api/grid", typed);
    await editor.post("/curate/api/grid", {
      ...typed,
      name: "salt road DESK",
      need: "housing",
      service: "emergency-shelter",
    });
    expect(await o.catalogue.select().from(organization)).toHaveLength(1);
    expect(await o.catalogue.select().from(service)).toHaveLength(2);
  });

  test("“none known” is an answer with day and name; it can be taken back, and goes when one is added", async () => {
    const o = await office();
    const editor = await o.signIn({ role: "editor", name: "Mali S." });
    await editor.post("/curate/api/grid/none", cell);
    expect(at(await grid(editor), "legal", "general")?.none).toEqual({ on: "2026-11-21", by: "Mali S." });
    await editor.post("/curate/api/grid/none/undo", cell);
    expect(at(await grid(editor), "legal", "general")?.none).toBeNull();
    await editor.post("/curate/api/grid/none", cell);
    await editor.post("/curate/api/grid", typed);
    expect(at(await grid(editor), "legal", "general")?.none).toBeNull();
    expect((await editor.post("/curate/api/grid/none", cell)).status).toBe(409);
    const rows = await o.catalogue.select().from(audit).where(eq(audit.entity, "known-gap"));
    expect(rows.map(({ action }) => action)).toEqual(["create", "delete", "create", "delete"]);
  });

  test("what does not fit, what there is not, and people who may not are refused, and nothing is left behind", async () => {
    const o = await office();
    const editor = await o.signIn({ role: "editor" });
    for (const wrong of [
      { ...typed, name: " " },
      { ...typed, area: "XX-99" },
      { ...typed, service: "emergency-shelter" },
      { ...typed, need: "magic" },
      { ...typed, more: 1 },
    ])
      expect((await editor.post("/curate/api/grid", wrong)).status).toBe(400);
    expect((await editor.get("/curate/api/grid?area=XX-99")).status).toBe(404);
    const practitioner = await o.signIn({ role: "practitioner", endsOn: "2027-01-01" });
    expect((await practitioner.post("/curate/api/grid", typed)).status).toBe(403);
    expect((await practitioner.get("/curate/api/grid?area=TH-50")).status).toBe(403);
    expect((await practitioner.post("/curate/api/grid/none", cell)).status).toBe(403);
    expect(await o.catalogue.select().from(service)).toEqual([]);
    expect(await o.catalogue.select().from(organization)).toEqual([]);
    expect(await o.catalogue.select().from(knownGap)).toEqual([]);
  });
});
