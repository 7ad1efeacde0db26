import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as table from "#db/schema/catalogue/index.ts";
import * as published from "#db/schema/published/index.ts";
import type { AppealView, ListingStanding } from "#server/contract/curate/governance.ts";
import type { Moved, RingRow } from "#server/contract/curate/workflow.ts";
import { readSettings, writeSettings } from "#server/publication/settings.ts";
import { unansweredTries } from "#server/domain/unreachable.ts";
import { closeStore } from "../records/memory.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";
import { type Browser, CHECKED, deskWithListing, move, read, save } from "./listing.ts";

const path = (id: string, more = "") => `/curate/api/governance/listings/${id}${more}`;
const PAPER = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37]);

async function desk() {
  const d = await deskWithListing();
  const { organizationId } = await read(d.publisher, d.id);
  const rows = async (entity: string) =>
    (await d.catalogue.select().from(table.audit)).filter((row) => row.entity === entity);
  const standing = async (id = d.id, by: Browser = d.publisher) =>
    (await (await by.get(path(id))).json()) as ListingStanding;
  const shown = async () =>
    (await d.published.select({ id: published.listing.id }).from(published.listing)).length;
  const consent = (what: "" | "/withdraw", by: Browser = d.publisher, body: object = CHECKED.consent) =>
    by.post(`/curate/api/governance/organizations/${organizationId}/consent${what}`, body);
  const send = (by: Browser, bytes: Uint8Array, type: string, criterion = "authorised-or-vouched") => {
    const form = new FormData();
    form.set("file", new File([bytes.slice()], "licence.pdf", { type }));
    form.set("criterion", criterion);
    return by.call(path(d.id, "/evidence"), { method: "POST", body: form });
  };
  return { ...d, organizationId, rows, standing, shown, consent, send };
}

describe("the organisation’s consent", () => {
  test("nothing is published from the office without it, and it is asked once for all of an organisation", async () => {
    const d = await desk();
    await move(d.publisher, d.id, "hidden", { reason: "to try" });
    const without = await move(d.publisher, d.id, "published", { criteria: CHECKED.criteria });
    expect(without.status).toBe(400);
    expect(((await without.json()) as { error: { fields: object } }).error.fields).toEqual({
      consent: "is missing",
    });
    expect(await d.catalogue.select().from(table.criteriaCheck)).toEqual([]);
    expect((await move(d.publisher, d.id, "published", CHECKED)).status).toBe(200);
    expect((await d.standing()).consent).toMatchObject({ state: "given", byRole: "director", how: "phone" });
    await move(d.publisher, d.id, "hidden", { reason: "to try" });
    expect((await move(d.publisher, d.id, "published")).status).toBe(200);
  });

  test("taken back, everything of it goes at once, and nothing comes back before it agrees again", async () => {
    const d = await desk();
    expect(await d.shown()).toBe(1);
    const answer = await d.consent("/withdraw");
    expect(await answer.json()).toEqual({ listings: 1, gone: true });
    expect(await d.shown()).toBe(0);
    expect((await read(d.publisher, d.id)).state).toBe("archived");
    expect((await d.rows("consent")).map(({ reason }) => reason)).toEqual(["withdrawn by director, phone"]);
    await move(d.publisher, d.id, "draft", { reason: "again" });
    expect((await move(d.publisher, d.id, "published", { criteria: CHECKED.criteria })).status).toBe(400);
    await d.consent("");
    expect((await move(d.publisher, d.id, "published", { criteria: CHECKED.criteria })).status).toBe(200);
  });

  test("says STILL PUBLIC while the published side cannot be reached", async () => {
    const d = await desk();
    closeStore(d.published);
    expect(await (await d.consent("/withdraw")).json()).toEqual({ listings: 1, gone: false });
    expect((await read(d.publisher, d.id)).publicState).toBe("still-public");
  });

  test("editors of another organisation and input that does not fit are refused, and nothing is left", async () => {
    const d = await desk();
    const other = await d.signIn({ role: "editor", organizationName: "Elsewhere" });
    expect((await d.consent("", other)).status).toBe(403);
    expect((await d.consent("/withdraw", d.editor)).status).toBe(403);
    expect((await d.consent("", d.publisher, { byRole: "", how: "phone" })).status).toBe(400);
    expect((await d.consent("", d.publisher, { byRole: "x", how: "hearsay" })).status).toBe(400);
    expect(await d.catalogue.select().from(table.consent)).toEqual([]);
    expect(await d.rows("consent")).toEqual([]);
  });
});

describe("two people to publish, where a directory asks for it", () => {
  test("the first one’s wish waits, the second one’s step publishes, and an import publishes nothing by itself", async () => {
    const d = await desk();
    await writeSettings(d.catalogue, { ...(await readSettings(d.catalogue)), twoPersonPublishing: true });
    await move(d.publisher, d.id, "hidden", { reason: "to try" });
    const first = (await (await move(d.publisher, d.id, "published", CHECKED)).json()) as Moved;
    expect(first).toEqual({ state: "hidden", carried: true, waits: true });
    expect(((await (await move(d.publisher, d.id, "published")).json()) as Moved).waits).toBe(true);
    expect(await d.shown()).toBe(0);
    expect((await d.standing()).waits).toMatchObject({ mine: true });
    expect((await move(d.editor, d.id, "published")).status).toBe(403);
    expect(((await (await move(d.admin, d.id, "published")).json()) as Moved).state).toBe("published");
    expect(await d.shown()).toBe(1);
    expect(await d.catalogue.select().from(table.publishRequest)).toEqual([]);
    expect((await d.rows("publish-request")).length).toBe(1);

    const brought = await d.publish(
      organizationInput({ sourceId: "new", services: [serviceInput({ sourceId: "n" })] }),
    );
    expect(brought.published).toEqual([]);
    expect(brought.left[0]?.obstacles.map(({ code }) => code)).toEqual(["second-person"]);
  });

  test("a step somewhere else ends the wish", async () => {
    const d = await desk();
    await writeSettings(d.catalogue, { ...(await readSettings(d.catalogue)), twoPersonPublishing: true });
    await move(d.publisher, d.id, "hidden", { reason: "to try" });
    await move(d.publisher, d.id, "published", CHECKED);
    await move(d.publisher, d.id, "draft", { reason: "not yet" });
    expect((await d.standing()).waits).toBeNull();
    expect(((await (await move(d.admin, d.id, "published")).json()) as Moved).waits).toBe(true);
  });
});

describe("the inclusion policy", () => {
  test("a new version asks for the checklist again, by its own criteria; a late review is named", async () => {
    const d = await desk();
    await move(d.publisher, d.id, "hidden", { reason: "to try" });
    await move(d.publisher, d.id, "published", CHECKED);
    expect((await d.standing()).checked).toMatchObject({ version: "1 (2026-11)" });
    const settings = await readSettings(d.catalogue);
    const next = {
      version: "2",
      from: "2026-11-20",
      nextReview: "2026-11-20",
      criteria: [{ code: "own-one", text: "Ours" }],
      note: null,
    };
    await writeSettings(d.catalogue, { ...settings, policies: [...settings.policies, next] });
    await move(d.publisher, d.id, "hidden", { reason: "to try" });
    expect((await move(d.publisher, d.id, "published", CHECKED)).status).toBe(400);
    expect((await move(d.publisher, d.id, "published", { criteria: ["own-one"] })).status).toBe(200);
    expect(await d.standing()).toMatchObject({
      policy: { version: "2", reviewLate: true, criteria: [{ code: "own-one", text: "Ours" }] },
      checked: { version: "2", met: ["own-one"] },
    });
  });
});

describe("evidence", () => {
  test("a paper is kept for those who edit the listing, saved and never shown, and deleted with an audit row", async () => {
    const d = await desk();
    const { id } = (await (await d.send(d.editor, PAPER, "application/pdf")).json()) as { id: string };
    expect((await d.standing()).evidence).toMatchObject([
      { id, criterion: "authorised-or-vouched", size: 8 },
    ]);
    const got = await d.publisher.get(path(d.id, `/evidence/${id}`));
    expect(got.headers.get("Content-Disposition")).toContain("attachment");
    expect(got.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(PAPER);
    const gone = await d.editor.call(path(d.id, `/evidence/${id}`), { method: "DELETE" });
    expect(gone.status).toBe(200);
    expect((await d.rows("evidence")).map(({ action }) => action)).toEqual(["create", "delete"]);
  });

  test("other files, strangers and a paper of another listing are refused, and nothing is left", async () => {
    const d = await desk();
    for (const [bytes, type] of [
      [PAPER, "text/html"],
      [new TextEncoder().encode("<script>"), "application/pdf"],
      [new Uint8Array(), "application/pdf"],
    ] as const)
      expect((await d.send(d.publisher, bytes, type)).status).toBe(400);
    const other = await d.signIn({ role: "editor", organizationName: "Elsewhere" });
    expect((await d.send(other, PAPER, "application/pdf")).status).toBe(403);
    expect((await d.publisher.get(path(d.id, "/evidence/none"))).status).toBe(404);
    expect(await d.catalogue.select().from(table.evidence)).toEqual([]);
    expect(await d.rows("evidence")).toEqual([]);
  });
});

describe("an appeal", () => {
  test("is answered by a day, by somebody else than who decided, once", async () => {
    const d = await desk();
    await move(d.publisher, d.id, "suspended", { reason: "a concern" });
    const opened = await d.editor.post(path(d.id, "/appeals"), {
      byRole: "director",
      what: "It was another house",
    });
    const { id, dueOn } = (await opened.json()) as { id: string; dueOn: string };
    expect(dueOn).toBe("2026-12-21");
    d.clock.now = new Date("2026-12-23T08:00:00Z");
    const list = async () =>
      ((await (await d.admin.get("/curate/api/governance/appeals")).json()) as { appeals: AppealView[] })
        .appeals;
    expect(await list()).toMatchObject([{ id, left: -2, outcome: null }]);
    const decide = (by: Browser, outcome = "upheld") =>
      by.post(`/curate/api/governance/appeals/${id}`, { outcome, answer: "We rang the ministry" });
    expect((await decide(d.publisher)).status).toBe(403);
    expect((await decide(d.editor)).status).toBe(403);
    expect((await decide(d.admin, "perhaps")).status).toBe(400);
    expect((await decide(d.admin)).status).toBe(200);
    expect((await decide(d.admin)).status).toBe(409);
    expect(await list()).toEqual([]);
    expect((await read(d.publisher, d.id)).state).toBe("suspended");
    expect((await d.rows("appeal")).map(({ reason }) => reason)).toEqual([
      "to be answered by 2026-12-21",
      "upheld",
    ]);
    expect((await d.editor.get("/curate/api/governance/appeals")).status).toBe(403);
    expect((await d.editor.post(path(d.id, "/appeals"), { byRole: "", what: "x" })).status).toBe(400);
    expect((await d.editor.post(path("none", "/appeals"), { byRole: "x", what: "x" })).status).toBe(404);
  });
});

describe("the do-not-list, and what is left of an erased listing", () => {
  test("a listing goes at once and stays away; an admin alone takes it off again", async () => {
    const d = await desk();
    const set = (on: boolean, by: Browser, reason = "three reports, checked") =>
      by.post(path(d.id, "/do-not-list"), { on, reason });
    expect((await set(true, d.editor)).status).toBe(403);
    expect((await set(true, d.publisher, "")).status).toBe(400);
    expect(await d.shown()).toBe(1);
    expect(await (await set(true, d.publisher)).json()).toEqual({ gone: true });
    expect(await d.shown()).toBe(0);
    await move(d.publisher, d.id, "draft", { reason: "again" });
    expect((await move(d.publisher, d.id, "published", CHECKED)).status).toBe(400);
    expect((await set(false, d.publisher)).status).toBe(403);
    expect((await set(false, d.admin)).status).toBe(200);
    expect((await move(d.publisher, d.id, "published", CHECKED)).status).toBe(200);
  });

  test("is kept for three years, leaves a tombstone and its history, and an import holds it", async () => {
    const d = await desk();
    const erase = (by: Browser, reason = "three years are over") => by.post(path(d.id, "/erase"), { reason });
    const { code } = await read(d.publisher, d.id);
    expect((await erase(d.admin)).status).toBe(409);
    await d.publisher.post(path(d.id, "/do-not-list"), { on: true, reason: "harm" });
    d.clock.now = new Date("2029-11-20T12:00:00Z");
    expect((await erase(d.admin)).status).toBe(409);
    d.clock.now = new Date("2029-11-22T12:00:00Z");
    expect((await erase(d.publisher)).status).toBe(403);
    expect((await erase(d.admin)).status).toBe(200);
    expect(await d.catalogue.select().from(table.service).where(eq(table.service.id, d.id))).toEqual([]);
    const [stone] = await d.catalogue.select().from(table.tombstone);
    expect(stone).toMatchObject({ id: d.id, code, doNotList: true, reason: "three years are over" });
    expect(JSON.stringify(stone)).not.toContain("0000");
    expect(
      (await d.catalogue.select().from(table.audit).where(eq(table.audit.entityId, d.id))).length,
    ).toBeGreaterThan(2);
    expect(JSON.stringify(await d.catalogue.select().from(table.translation))).not.toContain("Advice desk");

    // The same record again, and the same service out of another source.
    const same = serviceInput({ name: { en: "Advice desk" } });
    const brought = await d.publish(
      organizationInput({ sourceId: "lantern", services: [serviceInput({ name: { en: "Advice desk 2" } })] }),
      organizationInput({ sourceId: "other", services: [{ ...same, sourceId: "twin" }] }),
    );
    expect(brought.published).toEqual([]);
    expect(brought.left.map(({ obstacles }) => obstacles[0]?.code)).toEqual(["held", "held"]);
  });
});

describe("what publishing refuses after all", () => {
  test("is hidden with the reason: nobody is told “public” of something that is not", async () => {
    const d = await desk();
    await save(d.publisher, d.id, { base: 1, changes: { status: "temporarily closed" } });
    expect(await d.shown()).toBe(0);
    expect(await read(d.publisher, d.id)).toMatchObject({
      state: "hidden",
      publicState: "not-public",
      stateReason: 'Its status is "temporarily closed".',
    });
  });
});

describe("a service that does not answer", () => {
  const at = (day: number, outcome: "reached" | "no-answer" | "call-back" | "wrong-number") => ({
    at: `2026-11-${String(day).padStart(2, "0")}T10:00:00Z`,
    outcome,
  });
  test("counts as unreachable after three days without an answer or two wrong numbers, and not once it was reached", () => {
    expect(unansweredTries([])).toEqual({ tries: 0, unreachable: false });
    expect(unansweredTries([at(1, "no-answer"), at(1, "no-answer"), at(1, "no-answer")]).unreachable).toBe(
      false,
    );
    expect(unansweredTries([at(1, "no-answer"), at(2, "no-answer"), at(5, "no-answer")])).toEqual({
      tries: 3,
      unreachable: true,
    });
    expect(unansweredTries([at(1, "wrong-number"), at(1, "wrong-number")]).unreachable).toBe(true);
    expect(
      unansweredTries([at(1, "no-answer"), at(2, "no-answer"), at(5, "no-answer"), at(6, "call-back")]),
    ).toEqual({
      tries: 0,
      unreachable: false,
    });
  });

  test("stands in the ring list with its tries", async () => {
    const d = await desk();
    for (const day of ["2027-10-25", "2027-10-27", "2027-10-29"]) {
      d.clock.now = new Date(`${day}T09:00:00Z`);
      await d.publisher.post(`/curate/api/listings/${d.id}/calls`, { outcome: "no-answer" });
    }
    const { rows } = (await (await d.publisher.get("/curate/api/desk/ring")).json()) as { rows: RingRow[] };
    expect(rows[0]).toMatchObject({ id: d.id, unanswered: { tries: 3, unreachable: true } });
  });
});
