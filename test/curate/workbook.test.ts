import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as table from "#db/schema/catalogue/index.ts";
import type { WorkbookCell, WorkbookReport } from "#server/contract/curate/workbook.ts";
import { findListings } from "#server/directory/directory.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";
import { editedWorkbook, type Edit } from "../exchange/edited-workbook.ts";
import { unzip } from "../exchange-out/unzip.ts";
import { type Browser, deskWithListing, read, save } from "./listing.ts";
import { ORIGIN } from "./office.ts";

const INNER = {
  channel: "phone",
  value: "099 canary",
  dial: null,
  dialScope: "unknown",
  country: null,
  label: {},
  hours: {},
  whoAnswers: null,
  recorded: null,
  free: null,
  tells: {},
  audience: "internal",
  released: false,
  owner: "service",
  position: 9,
};
const PAPERS = "Papers that are needed: People without any papers can come";
const POLICE = "Talking to the police: People who do not want to talk to the police";

const download = async (browser: Browser, query = ""): Promise<Uint8Array> => {
  const answer = await browser.get(`/curate/api/workbooks?country=TH${query}`);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
};
const upload = (browser: Browser, bytes: Uint8Array, more: Record<string, string> = {}) => {
  const form = new FormData();
  form.append("files", new File([new Uint8Array(bytes)], "back.xlsx"), "back.xlsx");
  for (const [name, value] of Object.entries({ country: "TH", ...more })) form.set(name, value);
  return browser.call("/curate/api/workbooks", { method: "POST", body: form, headers: { Origin: ORIGIN } });
};
const report = async (browser: Browser, bytes: Uint8Array, more: Record<string, string> = {}) => {
  const answer = await upload(browser, bytes, more);
  expect(answer.status).toBe(200);
  return (await answer.json()) as WorkbookReport;
};
const told = (cells: readonly WorkbookCell[] = []) =>
  cells.map(({ header, ours, theirs, state }) => [state, header, ours, theirs]);

describe("the workbook for partner organisations", () => {
  test("has lists to choose from, a note beside each cell, and a hidden sheet that knows how it went out", async () => {
    const d = await deskWithListing();
    const files = unzip(Buffer.from(await download(d.publisher)));
    const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet.match(/<dataValidation type="list"/gu)?.length).toBeGreaterThan(60);
    expect(sheet).toMatch(/promptTitle="Phone" prompt="What anybody may know/u);
    expect(sheet.indexOf("<dataValidations")).toBeGreaterThan(sheet.indexOf("</sheetData>"));
    expect(files.get("xl/workbook.xml")).toMatch(/name="waymark"[^>]*state="hidden"/u);
  });

  test("nothing that is kept back travels in it: no address of a private place, no note, no inner contact", async () => {
    const d = await deskWithListing();
    const detail = await read(d.publisher, d.id);
    await save(d.publisher, d.id, {
      base: detail.revision,
      changes: {
        privateNote: "canary-note",
        "contact:inner": INNER,
      },
    });
    const all = [...unzip(Buffer.from(await download(d.publisher, "&questions=all"))).values()].join("\n");
    expect(all).toContain("Advice desk");
    for (const canary of ["77 Canary Street", "Canaryville", "50999", "18.71", "canary-note", "099 canary"])
      expect(all).not.toContain(canary);
  });

  test("goes out and comes back without a difference", async () => {
    const d = await deskWithListing();
    const back = await editedWorkbook(await download(d.publisher, "&questions=all"), []);
    const found = await report(d.publisher, back, { take: "yes" });
    expect(found.rows.map(({ state, cells }) => [state, cells])).toEqual([["unchanged", []]]);
    expect((await read(d.publisher, d.id)).revision).toBe(1);
  });

  test("yes, no, not known and blank are four different things", async () => {
    const d = await deskWithListing();
    const answers = {
      "answer:documents-needed:none": "yes",
      "answer:cooperation-needed:none": "no",
      "answer:cost:free": "yes",
    };
    await save(d.publisher, d.id, { base: 1, changes: answers });
    const out = await download(d.publisher);
    const free = "Cost: It is free";
    const back = await editedWorkbook(out, [
      {
        row: 0,
        cells: { [PAPERS]: "", [POLICE]: "Not known", [free]: "no", "Women, men, girls, boys: Women": "YES" },
      },
    ]);
    const found = await report(d.publisher, back, { take: "yes" });
    expect(told(found.rows[0]?.cells).toSorted()).toEqual(
      [
        ["blank", PAPERS, "yes", ""],
        ["change", POLICE, "no", "Not known"],
        ["change", free, "yes", "no"],
        ["change", "Women, men, girls, boys: Women", "", "YES"],
      ].toSorted(),
    );
    const { form } = await read(d.publisher, d.id);
    expect(form).toMatchObject({
      "answer:documents-needed:none": "yes",
      "answer:cost:free": "no",
      "answer:gender-served:women": "yes",
    });
    expect(form).not.toHaveProperty("answer:cooperation-needed:none");
  });

  test("a dry run shows each difference field by field and writes nothing; taking it writes all, and the public sees it", async () => {
    const d = await deskWithListing();
    const edit: Edit = {
      row: 0,
      cells: {
        "Name of the service": "Advice at the bridge",
        Phone: "000 0000 002; 000 0000 003",
        "Weekly hours": "Mon-Fri 9:00-17:00; Sat closed",
        "Languages that staff speak": "Thai; Burmese",
        "Youngest age": "16",
        "Kind of help 2": "A safe bed now (emergency-shelter)",
        "Papers, in words": "Nothing is needed.",
      },
    };
    const back = await editedWorkbook(await download(d.publisher), [edit]);
    const looked = await report(d.publisher, back);
    expect(looked).toMatchObject({ taken: false, counts: { changed: 1, cells: { change: 7, conflict: 0 } } });
    expect(told(looked.rows[0]?.cells)).toContainEqual([
      "change",
      "Phone",
      "000 0000 001",
      "000 0000 002; 000 0000 003",
    ]);
    expect((await read(d.publisher, d.id)).revision).toBe(1);
    await report(d.publisher, back, { take: "yes" });
    const [listing] = await findListings(d.published, {});
    expect(listing?.name).toEqual({ en: "Advice at the bridge" });
    expect(listing?.facts).toMatchObject({ minimumAge: 16, services: ["emergency-shelter", "legal-advice"] });
    expect(listing?.facts.languages.map(({ code }) => code)).toEqual(["th", "my"]);
    expect(listing?.contacts.map(({ value }) => value)).toEqual(["000 0000 002", "000 0000 003"]);
    const again = await report(d.publisher, back, { take: "yes" });
    expect(again.rows[0]).toMatchObject({ state: "unchanged", cells: [] });
  });

  test("what both changed is a conflict: it stays as it is until somebody chooses, one by one", async () => {
    const d = await deskWithListing();
    const out = await download(d.publisher);
    await save(d.editor, d.id, { base: 1, changes: {} });
    await save(d.publisher, d.id, { base: 1, changes: { minimumAge: 18, maximumAge: 60 } });
    const back = await editedWorkbook(out, [
      { row: 0, cells: { "Youngest age": "16", "Oldest age": "65", "Name of the service": "Advice" } },
    ]);
    const looked = await report(d.publisher, back, { take: "yes" });
    expect(looked.rows[0]?.state).toBe("conflict");
    expect(told(looked.rows[0]?.cells)).toEqual([
      ["change", "Name of the service", "Advice desk", "Advice"],
      ["conflict", "Youngest age", "18", "16"],
      ["conflict", "Oldest age", "60", "65"],
    ]);
    expect((await read(d.publisher, d.id)).form).toMatchObject({ minimumAge: 18, maximumAge: 60 });
    const choices = JSON.stringify({ 2: { minimumAge: "theirs", maximumAge: "ours" } });
    const chosen = await report(d.publisher, back, { take: "yes", choices });
    expect(told(chosen.rows[0]?.cells)).toEqual([
      ["chosen", "Youngest age", "18", "16"],
      ["conflict", "Oldest age", "60", "65"],
    ]);
    expect((await read(d.publisher, d.id)).form).toMatchObject({ minimumAge: 16, maximumAge: 60 });
  });

  test("a line without a code is a new draft under its organisation; taken twice it is there once", async () => {
    const d = await deskWithListing();
    const cells = {
      Organisation: "lantern house",
      "Name of the service": "Night line",
      Phone: "000 0000 009",
      "Areas it serves": "TH-57; th-50",
      "Open to everyone, or specialised?": "general",
      Town: "Canaryville",
    };
    const back = await editedWorkbook(await download(d.publisher), [
      { row: 1, cells },
      { row: 2, cells: { Phone: "000" } },
    ]);
    const found = await report(d.publisher, back, { take: "yes" });
    expect(found.rows.map(({ row, state, message }) => [row, state, message])).toEqual([
      [2, "unchanged", null],
      [3, "new", null],
      [4, "error", "A new service needs a name and an organisation."],
    ]);
    const again = await report(d.publisher, back, { take: "yes" });
    expect(again.rows[1]).toMatchObject({ state: "unchanged" });
    const rows = await d.catalogue.select().from(table.service).where(eq(table.service.name, "Night line"));
    expect(rows).toMatchObject([{ curationState: "draft", scope: "general" }]);
    expect(await d.catalogue.select().from(table.organization)).toHaveLength(1);
    const { form } = await read(d.publisher, rows[0]?.id ?? "");
    expect(form).toMatchObject({ areas: ["TH-50", "TH-57"] });
    // The rule decides how much of the new place is shown, never the workbook.
    expect(Object.entries(form).find(([field]) => field.startsWith("place:"))?.[1]).toMatchObject({
      privacy: null,
      city: { en: "Canaryville" },
    });
  });

  test("a cell that cannot be taken is named and left out, the rest of the line goes in", async () => {
    const d = await deskWithListing();
    const back = await editedWorkbook(await download(d.publisher), [
      {
        row: 0,
        cells: {
          Phone: "081 111 2222 / 081 333 4444",
          "Areas it serves": "TH-50; Atlantis",
          "Weekly hours": "16:00pm",
          "Youngest age": "old",
          "What it is": "Ask Jo at jo@example.org",
          "Kind of help 1": "magic",
          Town: "Secret town",
          [PAPERS]: "perhaps",
          "Oldest age": "70",
        },
      },
    ]);
    const found = await report(d.publisher, back, { take: "yes" });
    const errors = found.rows[0]?.cells.filter(({ state }) => state === "error") ?? [];
    expect(errors.map(({ header }) => header).toSorted()).toEqual(
      [
        "Phone",
        "Areas it serves",
        "Weekly hours",
        "Youngest age",
        "What it is",
        "Kind of help 1",
        "Town",
        PAPERS,
      ].toSorted(),
    );
    expect(errors.every(({ message }) => (message ?? "").length > 10)).toBe(true);
    expect((await read(d.publisher, d.id)).form).toMatchObject({ maximumAge: 70, minimumAge: null });
  });

  test("codes that are not known or stand twice are refused line by line; columns that are not known are named", async () => {
    const d = await deskWithListing();
    const code = (await read(d.publisher, d.id)).code;
    const back = await editedWorkbook(await download(d.publisher), [
      { row: 1, cells: { Code: "ZZZZZ", Phone: "000 0000 005" } },
      { row: 2, cells: { Code: code, Phone: "000 0000 006" } },
    ]);
    const found = await report(d.publisher, back, { take: "yes" });
    expect(found.rows.map(({ state }) => state)).toEqual(["unchanged", "error", "error"]);
  });

  test("a file that is none, one that was not made here, and people who may not edit are refused", async () => {
    const d = await deskWithListing();
    expect((await upload(d.publisher, new TextEncoder().encode("no workbook"))).status).toBe(400);
    const out = await download(d.publisher);
    const foreign = await upload(d.publisher, await editedWorkbook(out, [], { dropMemory: true }));
    expect(foreign.status).toBe(400);
    const practitioner = await d.signIn({ role: "practitioner", endsOn: "2027-01-01" });
    expect((await practitioner.get("/curate/api/workbooks")).status).toBe(403);
    expect((await upload(practitioner, out, { take: "yes" })).status).toBe(403);
  });

  test("an editor of one organisation gets its services alone, and cannot change those of others", async () => {
    const d = await deskWithListing();
    await d.publish(
      organizationInput({
        sourceId: "harbour",
        name: { en: "Harbour" },
        locations: [placeInput()],
        services: [serviceInput({ name: { en: "Harbour desk" } })],
      }),
    );
    const [own] = await d.catalogue
      .select()
      .from(table.organization)
      .where(eq(table.organization.name, "Harbour"));
    const editor = await d.signIn({ role: "editor", organizationId: own?.id ?? "" });
    const found = await report(editor, await download(editor));
    expect(found.rows.map(({ name }) => name)).toEqual(["Harbour desk"]);
    const others = await editedWorkbook(await download(d.publisher, "&organization=Lantern%20House"), [
      { row: 0, cells: { "Youngest age": "16" } },
    ]);
    expect((await upload(editor, others, { take: "yes" })).status).toBe(403);
  });
});
