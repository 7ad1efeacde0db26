import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as table from "#db/schema/catalogue/index.ts";
import { findListings } from "#server/directory/directory.ts";
import { deskWithListing, read, save } from "./listing.ts";

const auditOf = async (d: Awaited<ReturnType<typeof deskWithListing>>) =>
  d.catalogue.select().from(table.audit).where(eq(table.audit.entityId, d.id));

describe("saving a listing", () => {
  test("writes the fields, tells who changed what from what to what, and the public sees it", async () => {
    const d = await deskWithListing();
    const changes = {
      "text:name:en": "Advice desk at the bridge",
      "answer:documents-needed:none": "yes",
      minimumAge: 16,
      languages: [{ code: "my", mode: "direct" }],
    };
    const saved = await save(d.publisher, d.id, { base: 1, changes });
    expect(saved).toMatchObject({ status: 200, revision: 2, conflicts: [], proposed: false, carried: true });
    const [row] = (await auditOf(d)).filter(({ revision }) => revision === 2);
    expect(row).toMatchObject({ actor: d.publisher.id, action: "update" });
    expect(row?.detail).toContainEqual({ field: "minimumAge", before: null, after: 16 });
    const [listing] = await findListings(d.published, {});
    expect(listing?.name).toEqual({ en: "Advice desk at the bridge" });
    expect(listing?.facts).toMatchObject({ minimumAge: 16, languages: [{ code: "my", mode: "direct" }] });
    expect((await read(d.editor, d.id)).form).toMatchObject(changes);
  });

  test("a save that changes nothing leaves no trace", async () => {
    const d = await deskWithListing();
    const before = await auditOf(d);
    const { form } = await read(d.publisher, d.id);
    expect(await save(d.publisher, d.id, { base: 1, changes: form })).toMatchObject({ revision: 1 });
    expect(await auditOf(d)).toEqual(before);
  });

  test("an edit is not a confirmation: the day of the last check stays", async () => {
    const d = await deskWithListing();
    const before = await d.catalogue.select().from(table.verification);
    await save(d.publisher, d.id, { base: 1, changes: { minimumAge: 18 } });
    expect(await d.catalogue.select().from(table.verification)).toEqual(before);
    expect((await findListings(d.published, {}))[0]?.facts.checkedOn).toBe("2026-11-01");
  });

  test("every kind of field is written and read back as it was sent", async () => {
    const d = await deskWithListing();
    const contact = {
      channel: "phone",
      value: "053 111 222",
      dial: null,
      dialScope: "unknown",
      country: "TH",
      label: { en: "Office" },
      hours: { en: "Weekdays" },
      whoAnswers: "organization",
      recorded: "no",
      free: "yes",
      tells: { police: "no" },
      audience: "practitioner",
      keptFrom: ["print"],
      released: false,
      owner: "service",
      position: 1,
    };
    const schedule = {
      kind: "regular",
      byday: ["MO", "FR"],
      opensAt: "09:00",
      closesAt: "17:00",
      interval: 1,
      validFrom: null,
      validTo: null,
    };
    const changes = {
      "contact:new-one": contact,
      schedules: [schedule],
      costs: [{ option: "fee", amount: 50, currency: "THB", description: { en: "For copies" } }],
      requiredDocuments: [{ en: "A letter", th: "จดหมาย" }],
      services: ["legal-advice", "legal-representation"],
      areas: ["TH-50", "TH-57"],
      scope: "general",
      privateNote: "Ask for the night nurse",
      "text:rules:th": "กฎ",
      "organization:website": "https://lantern.example/",
      "organization:name:th": "บ้านโคม",
    };
    const answer = await save(d.publisher, d.id, { base: 1, changes });
    expect(answer.error).toBeUndefined();
    const { form } = await read(d.publisher, d.id);
    expect(form).toMatchObject({
      ...changes,
      "contact:new-one": { ...contact, dial: "+6653111222", dialScope: "international" },
    });
    await save(d.publisher, d.id, { base: 2, changes: { "contact:new-one": null } });
    expect((await read(d.publisher, d.id)).form).not.toHaveProperty("contact:new-one");
  });

  test("a changed source text makes its translations stale", async () => {
    const d = await deskWithListing();
    await save(d.publisher, d.id, {
      base: 1,
      changes: { "text:rules:en": "No alcohol", "text:rules:th": "ก" },
    });
    await save(d.publisher, d.id, { base: 2, changes: { "text:rules:en": "No alcohol, no phones" } });
    const rows = await d.catalogue
      .select()
      .from(table.translation)
      .where(eq(table.translation.field, "rules"));
    expect(rows.map(({ language, state }) => [language, state]).sort()).toEqual([
      ["en", "checked"],
      ["th", "stale"],
    ]);
  });
});

describe("two people edit the same listing", () => {
  test("changes of different fields meet, and each is told of the other’s", async () => {
    const d = await deskWithListing();
    await save(d.admin, d.id, { base: 1, changes: { minimumAge: 18 } });
    const saved = await save(d.publisher, d.id, { base: 1, changes: { maximumAge: 60 } });
    expect(saved).toMatchObject({ revision: 3, conflicts: [] });
    expect(saved.others).toMatchObject([{ field: "minimumAge", theirs: 18, by: d.admin.id }]);
    expect((await read(d.admin, d.id)).form).toMatchObject({ minimumAge: 18, maximumAge: 60 });
  });

  test("a change of the same field is not written over: it comes back to be decided, the rest is saved", async () => {
    const d = await deskWithListing();
    await save(d.admin, d.id, { base: 1, changes: { minimumAge: 18 } });
    const saved = await save(d.publisher, d.id, { base: 1, changes: { minimumAge: 21, maximumAge: 60 } });
    expect(saved.conflicts).toMatchObject([{ field: "minimumAge", theirs: 18, by: d.admin.id }]);
    expect((await read(d.admin, d.id)).form).toMatchObject({ minimumAge: 18, maximumAge: 60 });
    const mine = { base: saved.revision - 2, changes: { minimumAge: 21 }, mine: ["minimumAge"] };
    expect(await save(d.publisher, d.id, mine)).toMatchObject({ conflicts: [] });
    expect((await read(d.admin, d.id)).form).toMatchObject({ minimumAge: 21 });
  });
});

describe("what is refused", () => {
  test("values that do not fit are named by field, never quoted, and nothing is written", async () => {
    const d = await deskWithListing();
    const before = await read(d.publisher, d.id);
    for (const [field, value, why = "is not valid"] of [
      ["minimumAge", 1000, "is more than 120"],
      ["maxChildAge", -1, "is less than 0"],
      ["minimumAge", 15.5, "is not a whole number"],
      ["validTo", "2026-13-45", "is not a day"],
      ["scope", "both"],
      ["answer:gender-served:women", "perhaps"],
      ["text:name:en", "", "is missing"],
      ["text:description:en", "long ".repeat(5000), "is longer than 20000 letters"],
      ["contact:x", { channel: "pigeon" }],
      ["languages", [{ code: "my", mode: "shouted" }]],
    ] as const) {
      const answer = await save(d.publisher, d.id, { base: 1, changes: { [field]: value, maximumAge: 60 } });
      expect(answer.status).toBe(400);
      expect(answer.error?.fields).toEqual({ [field]: why });
      expect(JSON.stringify(answer)).not.toContain("pigeon");
    }
    const unknown = await save(d.publisher, d.id, { base: 1, changes: { "answer:magic:wand": "yes" } });
    expect(unknown.error?.fields).toEqual({ "(other)": "is not known here" });
    expect(await read(d.publisher, d.id)).toEqual(before);
  });

  test("a contact or a place of somebody else cannot be taken over", async () => {
    const d = await deskWithListing();
    const { published } = await d.publish({
      sourceId: "other",
      name: { en: "Other" },
      services: [
        {
          sourceId: "s",
          name: { en: "Other desk" },
          scope: "general",
          services: ["legal-advice"],
          areas: ["TH-50"],
          contacts: [{ channel: "phone", value: "000 0000 009" }],
          source: { name: "Test" },
        },
      ],
    });
    const other = published[0] ?? "";
    const [field, value] = Object.entries((await read(d.publisher, other)).form).find(([name]) =>
      name.startsWith("contact:"),
    ) ?? ["", null];
    const stolen = await save(d.publisher, d.id, { base: 1, changes: { [field]: value } });
    expect(stolen.status).toBe(400);
    expect((await read(d.publisher, other)).form[field]).toEqual(value);
  });

  test("nobody but editors: not a stranger, not a practitioner, not an editor of another organisation", async () => {
    const d = await deskWithListing();
    await d.publish({ sourceId: "other", name: { en: "Other" } });
    const organizations = await d.catalogue.select().from(table.organization);
    const elsewhere = organizations.find(({ name }) => name === "Other")?.id ?? "";
    const here = organizations.find(({ name }) => name !== "Other")?.id ?? "";
    const refused = [
      await d.signIn({ role: "practitioner", endsOn: "2027-01-01" }),
      await d.signIn({ role: "editor", organizationId: elsewhere }),
    ];
    for (const browser of refused) {
      expect((await browser.get(`/curate/api/listings/${d.id}`)).status).toBe(403);
      expect((await save(browser, d.id, { base: 1, changes: { minimumAge: 18 } })).status).toBe(403);
      const preview = await browser.post(`/curate/api/listings/${d.id}/preview`, { changes: {} });
      expect(preview.status).toBe(403);
    }
    expect((await d.browser().get("/curate/api/listings")).status).toBe(403);
    const own = await d.signIn({ role: "editor", organizationId: here });
    expect((await own.get(`/curate/api/listings/${d.id}`)).status).toBe(200);
    const page = (await (await own.get("/curate/api/listings")).json()) as { total: number };
    expect(page.total).toBe(1);
    expect((await read(d.admin, d.id)).revision).toBe(1);
  });
});

describe("an editor’s change of a public listing", () => {
  test("waits for a publisher, who takes it field by field", async () => {
    const d = await deskWithListing();
    const changes = { minimumAge: 18, maximumAge: 60 };
    const proposed = await save(d.editor, d.id, { base: 1, changes });
    expect(proposed).toMatchObject({ proposed: true, revision: 1 });
    expect((await findListings(d.published, {}))[0]?.facts.minimumAge).toBeNull();
    const inbox = (await (await d.publisher.get("/curate/api/desk/inbox")).json()) as {
      proposals: { id: string; changes: { field: string }[] }[];
    };
    const [proposal] = inbox.proposals;
    expect(proposal?.changes.map(({ field }) => field)).toEqual(["minimumAge", "maximumAge"]);
    const path = `/curate/api/desk/proposals/${proposal?.id}`;
    expect((await d.editor.post(path, { take: ["minimumAge"] })).status).toBe(403);
    expect((await d.publisher.post(path, { take: ["minimumAge"] })).status).toBe(200);
    expect((await findListings(d.published, {}))[0]?.facts).toMatchObject({
      minimumAge: 18,
      maximumAge: null,
    });
    expect((await d.publisher.post(path, { take: [] })).status).toBe(404);
    expect(await d.catalogue.select().from(table.proposal)).toEqual([]);
  });
});

describe("history", () => {
  test("an earlier state comes back, as a new entry of the history", async () => {
    const d = await deskWithListing();
    const before = (await read(d.publisher, d.id)).form;
    await save(d.publisher, d.id, {
      base: 1,
      changes: { minimumAge: 18, "text:name:en": "New", "answer:documents-needed:none": "no" },
    });
    await save(d.publisher, d.id, { base: 2, changes: { minimumAge: 21, areas: ["TH-57"] } });
    const answer = await d.publisher.post(`/curate/api/listings/${d.id}/restore`, { revision: 1 });
    expect(answer.status).toBe(200);
    const after = await read(d.publisher, d.id);
    expect(after.revision).toBe(4);
    expect(after.form).toEqual(before);
    expect(after.history[0]).toMatchObject({ revision: 4, reason: "back to revision 1" });
    expect((await d.publisher.post(`/curate/api/listings/${d.id}/restore`, { revision: 9 })).status).toBe(
      400,
    );
  });

  test("an audit row can be neither changed nor deleted, by anybody", async () => {
    const d = await deskWithListing();
    await save(d.publisher, d.id, { base: 1, changes: { minimumAge: 18 } });
    const before = await auditOf(d);
    await expect(d.catalogue.update(table.audit).set({ actor: "nobody" })).rejects.toThrow();
    await expect(d.catalogue.delete(table.audit)).rejects.toThrow();
    expect(await auditOf(d)).toEqual(before);
  });

  test("whoever’s account is closed leaves a role and a number", async () => {
    const d = await deskWithListing();
    await d.publisher.post("/curate/api/me/name", { name: "Mali S." });
    await save(d.publisher, d.id, { base: 1, changes: { minimumAge: 18 } });
    expect((await read(d.admin, d.id)).history[0]?.by).toBe("Mali S.");
    await d.admin.post(`/curate/api/curators/${d.publisher.id}/disabled`, { disabled: true });
    expect((await read(d.admin, d.id)).history[0]?.by).toMatch(/^publisher \d+$/u);
  });
});

describe("the preview", () => {
  test("shows what the public would see and what stands in the way, and writes nothing", async () => {
    const d = await deskWithListing();
    const before = await read(d.publisher, d.id);
    const changes = { "text:name:en": "Never saved", "text:rules:en": "Come to 77 Canary Street" };
    const answer = await d.publisher.post(`/curate/api/listings/${d.id}/preview`, { changes });
    const preview = (await answer.json()) as {
      view: { card: { name: { text: string } } };
      obstacles: { code: string }[];
    };
    expect(preview.view.card.name.text).toBe("Never saved");
    expect(preview.obstacles.map(({ code }) => code)).toEqual(["withheld-in-text"]);
    expect(JSON.stringify(preview.view)).not.toContain("50999");
    expect(await read(d.publisher, d.id)).toEqual(before);
  });
});
