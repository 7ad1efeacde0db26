import { describe, expect, test } from "vitest";
import * as v from "valibot";
import { eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import { type NoteRecord, OrganizationRecord } from "#server/contract/catalogue-record.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { getListing } from "#server/directory/directory.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";
import { deskWithListing, read, save } from "./listing.ts";

/** The source brings its record again, changed: what people of the office did to it meanwhile stands. */
async function editedThenImported(record: object) {
  const d = await deskWithListing();
  const form = (await read(d.publisher, d.id)).form;
  const of = (start: string) => Object.keys(form).find((field) => field.startsWith(start)) ?? "";
  const own = form[of("contact:")] as object;
  const place = form[of("place:")] as object;
  const byHand = { ...own, value: "000 0000 077", position: 1 };
  const saved = await save(d.publisher, d.id, {
    base: 1,
    changes: {
      [of("contact:")]: { ...own, keptFrom: ["print"] },
      "contact:by-hand": { ...byHand, label: { en: "Night phone" } },
      "contact:worker": { ...byHand, value: "000 0000 078", audience: "practitioner", position: 2 },
      "contact:office": { ...byHand, value: "000 0000 079", owner: "organization", position: 0 },
      "place:second": { ...place, lines: { en: "12 Quiet Lane" }, privacy: "withheld", position: 1 },
      [of("place:")]: { ...place, privacy: "withheld" },
      "answer:confidentiality:tells-immigration": "no",
      "text:name:th": "โต๊ะให้คำปรึกษา",
      "note:entry": {
        about: "rules",
        words: { en: "Ring twice" },
        audience: "practitioner",
        position: 0,
      },
      privateNote: "Ask for Anong",
    },
  });
  expect(saved.error).toBeUndefined();
  const changed = v.parse(OrganizationRecord, {
    ...organizationInput({
      description: { en: "New words" },
      locations: [placeInput({ city: { en: "New city" } })],
      services: [serviceInput({ locations: ["house"], name: { en: "New name" }, ...record })],
    }),
  });
  const report = await writeRecords(d.context, "test", [changed], { origin: "import" });
  expect(report).toMatchObject({
    services: { changed: 1 },
    organizations: { changed: 1 },
    locations: { changed: 1 },
  });
  return { ...d, after: (await read(d.publisher, d.id)).form };
}
const contactsOf = (form: Readonly<Record<string, unknown>>) =>
  Object.entries(form)
    .filter(([field]) => field.startsWith("contact:"))
    .map(([, contact]) => contact as { value: string; audience: string; keptFrom: string[] });

describe("a record that its source brings again, changed", () => {
  test("keeps contacts of people, practitioner ones too, outlets, places, answers, translations and notes", async () => {
    const { after } = await editedThenImported({});
    expect(contactsOf(after).map(({ value, audience, keptFrom }) => ({ value, audience, keptFrom }))).toEqual(
      expect.arrayContaining([
        { value: "000 0000 001", audience: "public", keptFrom: ["print"] },
        { value: "000 0000 077", audience: "public", keptFrom: [] },
        { value: "000 0000 078", audience: "practitioner", keptFrom: [] },
        { value: "000 0000 079", audience: "public", keptFrom: [] },
      ]),
    );
    expect(contactsOf(after)).toHaveLength(4);
    expect(JSON.stringify(after)).toContain("Night phone");
    const places = Object.entries(after).filter(([field]) => field.startsWith("place:"));
    expect(places.map(([, place]) => (place as { privacy: string }).privacy)).toEqual([
      "withheld",
      "withheld",
    ]);
    expect(JSON.stringify(places)).toContain("New city");
    expect(after).toMatchObject({
      "text:name:en": "New name",
      "text:name:th": "โต๊ะให้คำปรึกษา",
      "answer:confidentiality:tells-immigration": "no",
      privateNote: "Ask for Anong",
    });
    expect(JSON.stringify(after)).toContain("Ring twice");
  });

  test("replaces what the source said itself: its old number goes, its new answers count", async () => {
    const { after } = await editedThenImported({
      contacts: [{ channel: "phone", value: "000 0000 002" }],
      answers: { confidentiality: { "tells-immigration": "yes" } },
    });
    const values = contactsOf(after).map(({ value }) => value);
    expect(values).toContain("000 0000 002");
    expect(values).not.toContain("000 0000 001");
    expect(after["answer:confidentiality:tells-immigration"]).toBe("yes");
  });

  test("never widens who may see a contact: a person’s “practitioner” and a source’s stricter word both hold", async () => {
    const d = await deskWithListing();
    const { form } = await read(d.publisher, d.id);
    const [field = "", contact] = Object.entries(form).find(([name]) => name.startsWith("contact:")) ?? [];
    await save(d.publisher, d.id, {
      base: 1,
      changes: { [field]: { ...(contact as object), audience: "practitioner" } },
    });
    const bring = async (name: string, audience?: "internal" | "public") => {
      const contacts = [{ channel: "phone" as const, value: "000 0000 001", ...(audience && { audience }) }];
      const record = organizationInput({ services: [serviceInput({ name: { en: name }, contacts })] });
      await writeRecords(d.context, "test", [v.parse(OrganizationRecord, record)], { origin: "import" });
      const [row] = await d.catalogue.select().from(table.contact).where(eq(table.contact.entityId, d.id));
      return row?.audience;
    };
    expect(await bring("Second time", "public")).toBe("practitioner");
    await d.publish(organizationInput({ services: [serviceInput({ name: { en: "Third time" } })] }));
    expect(JSON.stringify(await getListing(d.published, d.id).catch(() => null))).not.toContain(
      "000 0000 001",
    );
    expect(await bring("Fourth time", "internal")).toBe("internal");
  });

  test("does not bring back a contact that a person took out, until a person puts it back", async () => {
    const d = await deskWithListing();
    const { form } = await read(d.publisher, d.id);
    const [field = "", contact] = Object.entries(form).find(([name]) => name.startsWith("contact:")) ?? [];
    const other = { ...(contact as object), value: "000 0000 055" };
    await save(d.publisher, d.id, { base: 1, changes: { [field]: null, "contact:other": other } });
    const bring = async (name: string) => {
      const record = organizationInput({ services: [serviceInput({ name: { en: name } })] });
      await writeRecords(d.context, "test", [v.parse(OrganizationRecord, record)], { origin: "import" });
      const after = await read(d.publisher, d.id);
      return { values: contactsOf(after.form).map(({ value }) => value), revision: after.revision };
    };
    const { values, revision } = await bring("Second time");
    expect(values).toEqual(["000 0000 055"]);
    expect((await bring("Third time")).values).toEqual(["000 0000 055"]);
    await save(d.publisher, d.id, { base: revision + 1, changes: { "contact:again": contact } });
    expect((await bring("Fourth time")).values).toContain("000 0000 001");
  });
});

describe("notes that a source brings, such as what must be true to be taken in", () => {
  const note = (words: string, audience: NoteRecord["audience"] = "practitioner"): NoteRecord => ({
    about: "eligibilityDescription",
    words: { en: words },
    audience,
  });
  /** A listing whose source brought notes; `bring` brings it again with others. */
  async function withNotes(...first: NoteRecord[]) {
    const d = await deskWithListing();
    const bring = (notes: NoteRecord[] | undefined) => {
      const service = serviceInput({ locations: ["house"], ...(notes === undefined ? {} : { notes }) });
      return writeRecords(
        d.context,
        "test",
        [v.parse(OrganizationRecord, organizationInput({ locations: [placeInput()], services: [service] }))],
        { origin: "import" },
      );
    };
    await bring(first);
    const notes = async () =>
      Object.entries((await read(d.publisher, d.id)).form)
        .filter(([field]) => field.startsWith("note:"))
        .map(([field, value]) => ({ field, ...(value as { words: object; audience: string }) }));
    const change = async (changes: object) => {
      const { revision } = await read(d.publisher, d.id);
      expect((await save(d.publisher, d.id, { base: revision, changes })).error).toBeUndefined();
    };
    return { ...d, bring, notes, change };
  }

  test("are written, replaced and left out as the source says; where it says nothing of notes they stay", async () => {
    const d = await withNotes(note("A letter first"), note("Sober on the day"));
    expect(await d.notes()).toMatchObject([
      { words: { en: "A letter first" }, audience: "practitioner" },
      { words: { en: "Sober on the day" } },
    ]);
    await d.bring(undefined);
    expect(await d.notes()).toHaveLength(2);
    await d.bring([note("Two letters first")]);
    expect(await d.notes()).toMatchObject([{ words: { en: "Two letters first" } }]);
    expect(JSON.stringify(await d.catalogue.select().from(table.translation))).not.toContain("Sober");
    await d.bring([]);
    expect(await d.notes()).toEqual([]);
  });

  test("that a person holds back stay held back, and those that a person took out stay out", async () => {
    const d = await withNotes(note("Open to all", "public"), note("Ring first"));
    const [open, ring] = await d.notes();
    const { field = "", ...form } = open ?? {};
    await d.change({ [field]: { ...form, audience: "internal" }, [ring?.field ?? ""]: null });
    await d.bring([note("Still open to all", "public"), note("Ring twice first")]);
    expect(await d.notes()).toMatchObject([{ words: { en: "Still open to all" }, audience: "internal" }]);
  });

  test("for practitioners alone are in nothing that is public", async () => {
    const d = await withNotes(note("Whoever reads this works here"));
    await d.apply();
    const listing = await getListing(d.published, d.id).catch(() => null);
    expect(JSON.stringify(listing)).not.toContain("Whoever reads this");
  });
});
