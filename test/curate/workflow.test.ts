import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as table from "#db/schema/catalogue/index.ts";
import { report } from "#db/schema/inbox/index.ts";
import type { InboxView } from "#server/contract/curate/inbox.ts";
import type { RingRow } from "#server/contract/curate/workflow.ts";
import { findListings, getListing } from "#server/directory/directory.ts";
import { runScheduled } from "#server/curation/scheduled.ts";
import { compress } from "#server/node/compress.ts";
import { areas } from "../records/memory.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";
import { type Browser, CHECKED, deskWithListing, move, read, save } from "./listing.ts";

type Desk = Awaited<ReturnType<typeof deskWithListing>>;
const stateOf = async (d: Desk) => (await read(d.admin, d.id)).state;
const publicNames = async (d: Desk) => (await findListings(d.published, {})).map(({ name }) => name["en"]);

describe("a listing from draft to archive", () => {
  test("a draft is filled, sent to review, published with the checklist, and seen by the public", async () => {
    const d = await deskWithListing();
    const made = await d.editor.post("/curate/api/listings", {
      name: "Night bus",
      language: "en",
      organization: { name: "Road Friends" },
    });
    const { id } = (await made.json()) as { id: string };
    expect((await move(d.publisher, id, "published", CHECKED)).status).toBe(400);
    const filled = await save(d.editor, id, {
      base: 1,
      changes: {
        scope: "general",
        services: ["legal-advice"],
        areas: ["TH-50"],
        sourceName: "Visit",
        "contact:night-bus": {
          channel: "phone",
          value: "000 0000 077",
          dial: null,
          dialScope: "unknown",
          country: "TH",
          label: {},
          hours: {},
          whoAnswers: null,
          recorded: null,
          free: null,
          tells: {},
          audience: "public",
          released: false,
          owner: "service",
          position: 0,
        },
      },
    });
    expect(filled).toMatchObject({ status: 200, proposed: false });
    expect((await move(d.editor, id, "in-review")).status).toBe(200);
    expect((await move(d.editor, id, "published", CHECKED)).status).toBe(403);
    const missing = await move(d.publisher, id, "published", { criteria: ["consent"] });
    expect(missing.status).toBe(400);
    expect(await publicNames(d)).not.toContain("Night bus");
    const published = await move(d.publisher, id, "published", CHECKED);
    expect(await published.json()).toEqual({ state: "published", carried: true });
    expect(await publicNames(d)).toContain("Night bus");
    const rows = await d.catalogue
      .select()
      .from(table.audit)
      .where(eq(table.audit.entityId, id))
      .orderBy(sql`rowid`);
    expect(rows.map(({ action, actor }) => [action, actor])).toEqual([
      ["create", d.editor.id],
      ["update", d.editor.id],
      ["update", d.editor.id],
      ["publish", d.publisher.id],
    ]);
  });

  test("what stands in the way of publishing is named", async () => {
    const d = await deskWithListing();
    await move(d.publisher, d.id, "hidden", { reason: "being rewritten" });
    await save(d.publisher, d.id, { base: 1, changes: { areas: [], scope: null } });
    const answer = await move(d.publisher, d.id, "published", CHECKED);
    const { error } = (await answer.json()) as { error: { fields: Record<string, string> } };
    expect(Object.keys(error.fields)).toEqual(expect.arrayContaining(["no-scope"]));
    expect(await stateOf(d)).toBe("hidden");
  });

  test("a step that does not lead on, and one without its reason, are refused and change nothing", async () => {
    const d = await deskWithListing();
    expect((await move(d.publisher, d.id, "draft", { reason: "x" })).status).toBe(409);
    expect((await move(d.publisher, d.id, "archived")).status).toBe(400);
    expect((await move(d.publisher, d.id, "gone", { reason: "x" })).status).toBe(400);
    expect((await move(d.editor, d.id, "archived", { reason: "x" })).status).toBe(403);
    expect(await stateOf(d)).toBe("published");
    expect(await publicNames(d)).toEqual(["Advice desk"]);
  });
});

describe("taking away", () => {
  test("whoever edits may suspend at once; coming back takes a publisher and the checklist", async () => {
    const d = await deskWithListing();
    const answer = await move(d.editor, d.id, "suspended", { reason: "a person may be in danger" });
    expect(await answer.json()).toEqual({ state: "suspended", carried: true });
    expect(await publicNames(d)).toEqual([]);
    expect((await move(d.editor, d.id, "in-review", { reason: "it was an error" })).status).toBe(403);
    expect((await move(d.publisher, d.id, "in-review", { reason: "it was an error" })).status).toBe(200);
    expect((await move(d.publisher, d.id, "published", CHECKED)).status).toBe(200);
    expect(await publicNames(d)).toEqual(["Advice desk"]);
  });

  test("STILL PUBLIC until the public side can be reached again, and gone then by the timer alone", async () => {
    const d = await deskWithListing();
    await d.publish({ sourceId: "other", name: { en: "Other" } });
    await d.published.run("alter table listing rename to listing_away");
    const answer = await move(d.publisher, d.id, "suspended", { reason: "a concern" });
    expect(await answer.json()).toEqual({ state: "suspended", carried: false });
    expect(await read(d.admin, d.id)).toMatchObject({ publicState: "still-public" });
    const list = (await (await d.admin.get("/curate/api/listings?state=still-public")).json()) as object;
    expect(list).toMatchObject({ total: 1, states: { "still-public": 1 } });
    // What stands over every part is counted apart, and says the same.
    const [other] = await d.catalogue
      .select()
      .from(table.organization)
      .where(eq(table.organization.name, "Other"));
    const elsewhere = await d.signIn({ role: "editor", organizationId: other?.id ?? "" });
    for (const who of [d.admin, d.editor, elsewhere]) {
      const { states } = (await (await who.get("/curate/api/listings")).json()) as { states: object };
      expect(await (await who.get("/curate/api/listings/states")).json()).toEqual({ states });
    }
    const run = () => runScheduled(d.stores, d.clock.now, { areas, compress });
    await expect(run()).rejects.toThrow("tried again");
    expect(await read(d.admin, d.id)).toMatchObject({ publicState: "still-public" });
    await d.published.run("alter table listing_away rename to listing");
    await run();
    expect(await read(d.admin, d.id)).toMatchObject({ publicState: "not-public", state: "suspended" });
    expect(await publicNames(d)).toEqual([]);
  });
});

describe("withholding part of a listing while the public side cannot be reached", () => {
  const field = (form: Readonly<Record<string, unknown>>, start: string): readonly [string, object] => {
    const [name = "", value] = Object.entries(form).find(([one]) => one.startsWith(start)) ?? [];
    return [name, value as object];
  };
  const shown = async (d: Desk) => JSON.stringify(await getListing(d.published, d.id));

  test.each([
    ["a contact", "contact:", "000 0000 001", { audience: "practitioner" }],
    ["a contact, in one outlet,", "contact:", "000 0000 001", { keptFrom: ["feed"] }],
    ["a note", "note:", "Ring twice", { audience: "internal" }],
    ["a place", "place:", "TH-50", { privacy: "withheld" }],
  ])("%s is STILL PUBLIC until it was carried over", async (_what, start, words, change) => {
    const d = await deskWithListing();
    const note = { about: "rules", words: { en: "Ring twice" }, audience: "public", position: 0 };
    const other = {
      ...field((await read(d.admin, d.id)).form, "contact:")[1],
      value: "000 0000 002",
      position: 1,
    };
    const before = await save(d.publisher, d.id, {
      base: 1,
      changes: { "note:entry": note, "contact:other": other },
    });
    expect(before).toMatchObject({ status: 200, carried: true });
    const seen = await shown(d);
    expect(seen).toContain(words);
    const [name, value] = field((await read(d.admin, d.id)).form, start);
    await d.published.run("alter table listing rename to listing_away");
    const saved = await save(d.publisher, d.id, {
      base: before.revision,
      changes: { [name]: { ...value, ...change } },
    });
    expect(saved).toMatchObject({ status: 200, carried: false });
    expect(await read(d.admin, d.id)).toMatchObject({ publicState: "still-public", state: "published" });
    const list = await (await d.admin.get("/curate/api/listings?state=still-public")).json();
    expect(list).toMatchObject({ total: 1, states: { "still-public": 1 } });
    await d.published.run("alter table listing_away rename to listing");
    expect(await shown(d)).toBe(seen);
    await runScheduled(d.stores, d.clock.now, { areas, compress });
    expect(await read(d.admin, d.id)).toMatchObject({ publicState: "public", state: "published" });
    expect(await shown(d)).not.toBe(seen);
    if (start !== "place:") expect(await shown(d)).not.toContain(words);
  });
});

const SEVEN = ["contact", "hours", "place", "eligibility", "languages", "cost", "referral"];

describe("checking by phone", () => {
  const call = (d: Desk, body: object) => d.editor.post(`/curate/api/listings/${d.id}/calls`, body);

  test("the day of checking moves only once all seven fields are confirmed, to the oldest of them", async () => {
    const d = await deskWithListing();
    await d.catalogue.delete(table.verification);
    const first = await call(d, { outcome: "reached", byRole: "manager", fields: SEVEN.slice(0, 4) });
    expect(await first.json()).toMatchObject({ checkedOn: null });
    d.clock.now = new Date("2026-11-24T09:00:00Z");
    const second = await call(d, { outcome: "reached", byRole: "night desk", fields: SEVEN.slice(4) });
    expect(await second.json()).toMatchObject({ checkedOn: "2026-11-21", carried: true });
    expect((await findListings(d.published, {}))[0]?.facts.checkedOn).toBe("2026-11-21");
    const { calls } = await read(d.admin, d.id);
    expect(calls.map(({ byRole, fields }) => [byRole, fields.length])).toEqual([
      ["night desk", 3],
      ["manager", 4],
    ]);
  });

  test("a call that nobody answered is written down and confirms nothing", async () => {
    const d = await deskWithListing();
    expect((await call(d, { outcome: "no-answer" })).status).toBe(201);
    expect((await read(d.admin, d.id)).calls).toMatchObject([{ outcome: "no-answer", fields: [] }]);
    expect(await d.catalogue.select().from(table.verification)).toHaveLength(1);
  });

  test("fields that nobody confirmed, or fields that are none, are refused and leave nothing", async () => {
    const d = await deskWithListing();
    expect((await call(d, { outcome: "no-answer", byRole: "x", fields: ["hours"] })).status).toBe(400);
    expect((await call(d, { outcome: "reached", fields: ["hours"] })).status).toBe(400);
    expect((await call(d, { outcome: "reached", byRole: "x", fields: ["weather"] })).status).toBe(400);
    const p = await d.signIn({ role: "practitioner", endsOn: "2027-01-01" });
    expect((await p.post(`/curate/api/listings/${d.id}/calls`, { outcome: "no-answer" })).status).toBe(403);
    expect(await d.catalogue.select().from(table.checkCall)).toEqual([]);
  });

  test("the ring list says who is late, with the number and what to ask, the weightier first", async () => {
    const d = await deskWithListing();
    await d.publish({
      sourceId: "line",
      name: { en: "Night line" },
      services: [
        {
          sourceId: "s",
          name: { en: "Night line" },
          scope: "general",
          services: ["legal-advice"],
          areas: ["TH-50"],
          contacts: [{ channel: "phone", value: "000 0000 055" }],
          source: { name: "Test" },
          verified: { on: "2026-11-01", byRole: "desk" },
        },
      ],
    });
    const ring = async () => {
      const { rows } = (await (await d.editor.get("/curate/api/desk/ring")).json()) as { rows: RingRow[] };
      return rows;
    };
    expect(await ring()).toEqual([]);
    d.clock.now = new Date("2027-01-25T12:00:00Z");
    expect(await ring()).toMatchObject([{ name: "Night line", risk: "hotline", every: 90, late: -5 }]);
    d.clock.now = new Date("2027-11-15T12:00:00Z");
    // The desk is 14 days late, the line 289 days and it weighs more.
    expect((await ring()).map(({ name, late }) => [name, late])).toEqual([
      ["Night line", 289],
      ["Advice desk", 14],
    ]);
    const [first] = await ring();
    expect(first?.numbers).toEqual(["000 0000 055"]);
    expect(first?.ask).toContain("confidentiality:tells-immigration");
  });
});

describe("an address is made public", () => {
  const placeOf = async (d: Desk) => {
    const [row] = await d.catalogue.select().from(table.location);
    return row?.id ?? "";
  };
  const streets = async (d: Desk) =>
    JSON.stringify(await findListings(d.published, {})).includes("Canary Street");

  test("never by an edit: a second person agrees, and whoever asked is not that person", async () => {
    const d = await deskWithListing();
    const place = await placeOf(d);
    const { form } = await read(d.publisher, d.id);
    const changed = { ...(form[`place:${place}`] as object), privacy: "public" };
    expect(
      (await save(d.publisher, d.id, { base: 1, changes: { [`place:${place}`]: changed } })).status,
    ).toBe(403);
    const ask = await d.publisher.post(`/curate/api/desk/addresses/${place}/ask`, {
      reason: "It has a sign",
    });
    expect(ask.status).toBe(201);
    expect((await d.publisher.post(`/curate/api/desk/addresses/${place}/agree`, {})).status).toBe(403);
    expect((await d.editor.post(`/curate/api/desk/addresses/${place}/agree`, {})).status).toBe(403);
    expect(await streets(d)).toBe(false);
    expect((await d.admin.post(`/curate/api/desk/addresses/${place}/agree`, {})).status).toBe(200);
    expect(await streets(d)).toBe(true);
    const rows = await d.catalogue
      .select()
      .from(table.audit)
      .where(eq(table.audit.entityId, place))
      .orderBy(sql`rowid`);
    expect(rows.map(({ actor, action }) => [actor, action])).toEqual([
      [d.publisher.id, "create"],
      [d.admin.id, "publish"],
    ]);
  });

  test("with one curator alone it waits 24 hours with the notice in sight, and can be stopped until then", async () => {
    const d = await deskWithListing();
    const place = await placeOf(d);
    await d.admin.post(`/curate/api/curators/${d.publisher.id}/disabled`, { disabled: true });
    const run = () => runScheduled(d.stores, d.clock.now, { areas, compress });
    const ask = () => d.admin.post(`/curate/api/desk/addresses/${place}/ask`, { reason: "It has a sign" });
    await ask();
    const notice = await (await d.editor.get("/curate/api/desk/addresses")).json();
    expect(notice).toMatchObject({ requests: [{ locationId: place, alone: "2026-11-22T12:00:00.000Z" }] });
    await d.editor.post(`/curate/api/desk/addresses/${place}/refuse`, {});
    d.clock.now = new Date("2026-11-23T12:00:00Z");
    await run();
    expect(await streets(d)).toBe(false);
    const again = await d.signIn({ role: "editor" });
    await again.post(`/curate/api/desk/addresses/${place}/ask`, { reason: "It has a sign" });
    d.clock.now = new Date("2026-11-24T11:59:00Z");
    await run();
    expect(await streets(d)).toBe(false);
    d.clock.now = new Date("2026-11-24T12:00:00Z");
    await run();
    expect(await streets(d)).toBe(true);
  });

  test("with two who could agree the clock does nothing", async () => {
    const d = await deskWithListing();
    const place = await placeOf(d);
    await d.publisher.post(`/curate/api/desk/addresses/${place}/ask`, { reason: "It has a sign" });
    d.clock.now = new Date("2026-12-24T12:00:00Z");
    await runScheduled(d.stores, d.clock.now, { areas, compress });
    expect(await streets(d)).toBe(false);
  });
});

describe("the inbox", () => {
  test("reports come by listing and kind, the unsafe first; they are settled with a note; editors never see them", async () => {
    const d = await deskWithListing();
    const { code } = await read(d.admin, d.id);
    const rows = ["wrong", "unsafe", "wrong"].map((kind, i) => ({
      id: String(i),
      listing: code,
      kind: kind as "wrong" | "unsafe",
      week: "2026-W47",
    }));
    await d.inbox.insert(report).values(rows);
    const inbox = async () =>
      ((await (await d.publisher.get("/curate/api/desk/inbox")).json()) as { reports: object[] }).reports;
    expect(await inbox()).toMatchObject([
      { kind: "unsafe", count: 1, listing: { id: d.id } },
      { kind: "wrong", count: 2, weeks: ["2026-W47"] },
    ]);
    expect((await d.editor.get("/curate/api/desk/inbox")).status).toBe(403);
    const settle = (kind: string, note: string) =>
      d.publisher.post(`/curate/api/desk/reports/${code}`, { kind, note });
    expect((await settle("wrong", "")).status).toBe(400);
    expect((await settle("wrong", "New hours by phone")).status).toBe(200);
    expect((await settle("wrong", "again")).status).toBe(404);
    expect(await inbox()).toHaveLength(1);
    expect(await d.inbox.select().from(report)).toHaveLength(1);
    expect(await publicNames(d)).toEqual(["Advice desk"]);
  });

  test("has four decisions: to look or to ask leaves reports there for all to see, to suspend or to close settles them and keeps the count", async () => {
    const d = await deskWithListing();
    const { code } = await read(d.admin, d.id);
    const other = await d.signIn({ role: "publisher", name: "Niran" });
    const put = (id: string, kind: "unsafe" | "unkind" | "closed") =>
      d.inbox.insert(report).values({ id, listing: code, kind, week: "2026-W47" });
    for (const [id, kind] of [
      ["1", "unsafe"],
      ["2", "unkind"],
      ["3", "closed"],
      ["4", "closed"],
    ] as const)
      await put(id, kind);
    const decide = (by: Browser, kind: string, decision: string, note = "") =>
      by.post(`/curate/api/desk/reports/${code}`, { kind, decision, note });
    const inbox = async (by: Browser) =>
      ((await (await by.get("/curate/api/desk/inbox")).json()) as InboxView).reports;
    const last = async () =>
      (await d.catalogue.select().from(table.audit).where(eq(table.audit.entity, "report"))).at(-1);

    // Nobody else decides, and nothing is decided about reports that are not there.
    for (const decision of ["suspend", "look", "ask", "close"])
      expect((await decide(d.editor, "unsafe", decision, "x")).status).toBe(403);
    expect((await decide(d.publisher, "wrong", "look")).status).toBe(404);
    expect((await decide(d.publisher, "unsafe", "hide", "x")).status).toBe(400);

    // To look leaves it public and puts it on the list of whom to ring.
    expect((await decide(d.publisher, "closed", "look", "I ring today")).status).toBe(200);
    expect(await last()).toMatchObject({ actor: d.publisher.id, changed: ["closed", "look"] });
    expect((await inbox(other)).find(({ kind }) => kind === "closed")).toMatchObject({
      count: 2,
      standing: { decision: "look", mine: false, note: "I ring today" },
    });
    expect(await publicNames(d)).toEqual(["Advice desk"]);

    // To ask puts it on top for everybody but whoever asked, above "unsafe".
    expect((await decide(other, "unkind", "ask")).status).toBe(200);
    expect((await inbox(d.publisher)).map(({ kind }) => kind)).toEqual(["unkind", "unsafe", "closed"]);
    expect((await inbox(d.publisher))[0]?.standing).toMatchObject({ decision: "ask", by: "Niran" });
    expect((await inbox(other)).map(({ kind }) => kind)).toEqual(["unsafe", "unkind", "closed"]);

    // To close asks for a note, and the count stays with the listing.
    expect((await decide(d.publisher, "closed", "close")).status).toBe(400);
    expect((await decide(d.publisher, "closed", "close", "Open again")).status).toBe(200);
    await put("5", "closed");
    expect((await inbox(d.publisher)).find(({ kind }) => kind === "closed")).toMatchObject({
      count: 1,
      standing: null,
      past: [
        { kind: "unsafe", count: 1 },
        { kind: "unkind", count: 1 },
        { kind: "closed", count: 3 },
      ],
    });

    // To suspend asks for a note, takes it away at once, and settles these alone.
    expect((await decide(d.publisher, "unsafe", "suspend")).status).toBe(400);
    expect(await publicNames(d)).toEqual(["Advice desk"]);
    const suspended = await decide(d.publisher, "unsafe", "suspend", "Somebody was not safe");
    expect(await suspended.json()).toEqual({ resolved: 1, carried: true });
    expect(await publicNames(d)).toEqual([]);
    expect(await read(d.publisher, d.id)).toMatchObject({
      state: "suspended",
      stateReason: "Somebody was not safe",
    });
    expect((await inbox(d.publisher)).map(({ kind }) => kind)).toEqual(["unkind", "closed"]);
    // A year later what was settled is not counted any more.
    d.clock.now = new Date("2027-11-25T12:00:00Z");
    const later = (await inbox(d.publisher)).find(({ kind }) => kind === "closed");
    expect(later?.past.find(({ kind }) => kind === "closed")).toEqual({ kind: "closed", count: 1 });
  });

  test("what people report comes on top of the list of whom to ring, for those who publish and for nobody else", async () => {
    const d = await deskWithListing();
    const { published } = await d.publish(
      organizationInput({
        sourceId: "o2",
        name: { en: "Night Line" },
        services: [serviceInput({ sourceId: "s2", name: { en: "Talking line" } })],
      }),
    );
    const other = published.find((id) => id !== d.id) ?? "";
    const fresh = async (browser: Browser, id: string) => {
      const fields = ["contact", "hours", "place", "eligibility", "languages", "cost", "referral"];
      const call = { outcome: "reached", byRole: "manager", fields };
      expect((await browser.post(`/curate/api/listings/${id}/calls`, call)).status).toBe(201);
    };
    for (const id of [d.id, other]) await fresh(d.publisher, id);
    const ring = async (browser: Browser) =>
      ((await (await browser.get("/curate/api/desk/ring")).json()) as { rows: RingRow[] }).rows;
    expect(await ring(d.publisher)).toEqual([]);
    const [code, otherCode] = [(await read(d.admin, d.id)).code, (await read(d.admin, other)).code];
    const rows = [
      [code, "wrong"],
      [code, "closed"],
      [code, "wrong"],
      [code, "helpful"],
    ] as const;
    await d.inbox
      .insert(report)
      .values(rows.map(([listing, kind], i) => ({ id: String(i), listing, kind, week: "2026-W47" })));
    expect(await ring(d.publisher)).toMatchObject([
      {
        id: d.id,
        urgent: "review",
        reports: [
          { kind: "closed", count: 1 },
          { kind: "wrong", count: 2 },
        ],
      },
    ]);
    await d.inbox.insert(report).values({ id: "u", listing: otherCode, kind: "unsafe", week: "2026-W47" });
    expect((await ring(d.admin)).map(({ id, urgent }) => [id, urgent])).toEqual([
      [other, "unsafe"],
      [d.id, "review"],
    ]);
    expect(await ring(d.editor)).toEqual([]);
    await d.publisher.post(`/curate/api/desk/reports/${otherCode}`, { kind: "unsafe", note: "Suspended" });
    expect((await ring(d.publisher)).map(({ id }) => id)).toEqual([d.id]);
  });

  test("“unsafe” has to be decided within the hours that are promised, counted from whoever opens it first", async () => {
    const d = await deskWithListing();
    const { code } = await read(d.admin, d.id);
    const put = (id: string) =>
      d.inbox.insert(report).values({ id, listing: code, kind: "unsafe", week: "2026-W47" });
    await put("1");
    const decideBy = async () =>
      ((await (await d.publisher.get("/curate/api/desk/inbox")).json()) as InboxView).reports[0]?.decideBy;
    const open = (by: Browser) => by.post("/curate/api/desk/unsafe/seen", {});
    expect(await decideBy()).toBeNull();
    expect((await open(d.editor)).status).toBe(403);
    expect(await decideBy()).toBeNull();
    expect(await (await open(d.publisher)).json()).toEqual({ seen: 1 });
    const until = new Date(d.clock.now.getTime() + 24 * 3_600_000).toISOString();
    expect(await decideBy()).toBe(until);
    d.clock.now = new Date(d.clock.now.getTime() + 3_600_000);
    await put("2");
    expect(await (await open(d.admin)).json()).toEqual({ seen: 0 });
    expect(await decideBy()).toBe(until);
    const rows = await d.catalogue.select().from(table.audit).where(eq(table.audit.entity, "report"));
    expect(rows).toMatchObject([{ action: "create", entityId: code, changed: ["unsafe"], reason: "opened" }]);
    await d.publisher.post(`/curate/api/desk/reports/${code}`, { kind: "unsafe", note: "Suspended" });
    d.clock.now = new Date(d.clock.now.getTime() + 3_600_000);
    await put("3");
    expect(await decideBy()).toBeNull();
  });

  test("three people who say wrong or closed put a listing below the unsafe alone, to be looked at; two do not; nothing hides", async () => {
    const d = await deskWithListing();
    const { code } = await read(d.admin, d.id);
    const rows = [
      [code, "wrong"],
      [code, "wrong"],
      [code, "closed"],
      ["22222-2", "unkind"],
      ["22222-2", "closed"],
      ["22222-2", "closed"],
      ["33333-3", "unsafe"],
    ] as const;
    await d.inbox
      .insert(report)
      .values(rows.map(([listing, kind], i) => ({ id: String(i), listing, kind, week: "2026-W47" })));
    const answer = (await (await d.publisher.get("/curate/api/desk/inbox")).json()) as InboxView;
    expect(answer.reports.map(({ listing, kind, review }) => [listing.code, kind, review])).toEqual([
      ["33333-3", "unsafe", false],
      [code, "closed", true],
      [code, "wrong", true],
      ["22222-2", "unkind", false],
      ["22222-2", "closed", false],
    ]);
    expect(await publicNames(d)).toEqual(["Advice desk"]);
  });
});
