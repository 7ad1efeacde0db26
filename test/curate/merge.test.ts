import { describe, expect, test } from "vitest";
import * as table from "#db/schema/catalogue/index.ts";
import * as published from "#db/schema/published/index.ts";
import type { DuplicatePair } from "#server/contract/curate/desk.ts";
import { getListing, isListed } from "#server/directory/directory.ts";
import { decodeIndex, type IndexPart } from "#server/domain/bundle.ts";
import { gunzipSync } from "node:zlib";
import { closeStore } from "../records/memory.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";
import { type Browser, CHECKED, deskWithListing, move, read } from "./listing.ts";

/** Two published listings that are the same service written twice. */
async function twice() {
  const d = await deskWithListing();
  const { published: ids } = await d.publish(
    organizationInput({
      sourceId: "again",
      name: { en: "LANTERN HOUSE" },
      services: [
        serviceInput({
          sourceId: "again",
          name: { en: "Advice Desk" },
          texts: { limits: { en: "Twice a month" } },
          contacts: [
            { channel: "phone", value: "000 0000 001" },
            { channel: "line", value: "@advice" },
          ],
        }),
      ],
    }),
  );
  const other = ids.find((id) => id !== d.id) ?? "";
  const codeOf = async (id: string) => (await read(d.publisher, id)).code;
  const [code, otherCode] = [await codeOf(d.id), await codeOf(other)];
  const merge = (take: readonly string[] = [], by: Browser = d.publisher, keep = d.id, away = other) =>
    by.post("/curate/api/governance/merge", { keep, away, take });
  const pairs = async () =>
    ((await (await d.publisher.get("/curate/api/desk/duplicates")).json()) as { pairs: DuplicatePair[] })
      .pairs;
  return { ...d, other, code, otherCode, merge, pairs };
}

describe("merging two listings of one service", () => {
  test("takes over what was chosen with its history, archives the other, and its code leads to the one that stays", async () => {
    const t = await twice();
    expect(await t.pairs()).toHaveLength(1);
    const { form } = await read(t.publisher, t.other);
    const line = Object.entries(form).find(
      ([, value]) => (value as { channel?: string } | null)?.channel === "line",
    );
    const answer = await t.merge(["text:limits:en", line?.[0] ?? ""]);
    expect(await answer.json()).toEqual({ revision: 2, gone: true });

    const kept = await read(t.publisher, t.id);
    expect(kept.form["text:limits:en"]).toBe("Twice a month");
    expect(JSON.stringify(kept.form)).toContain("@advice");
    expect(kept.history.some(({ reason }) => reason === `merged with ${t.otherCode}`)).toBe(true);
    const gone = await read(t.publisher, t.other);
    expect(gone).toMatchObject({ state: "archived", stateReason: `merged into ${t.code}` });
    expect(await t.pairs()).toEqual([]);

    // The old code, typed or on paper, leads on: for other systems, for reports, and in every bundle.
    expect((await getListing(t.published, t.otherCode)).id).toBe(t.id);
    expect(await isListed(t.published, t.otherCode)).toBe(true);
    const parts = await t.published.select().from(published.bundlePart);
    const index = parts.find(({ kind }) => kind === "index");
    const facts = decodeIndex(JSON.parse(gunzipSync(index?.gzip ?? Buffer.alloc(0)).toString()) as IndexPart);
    expect(facts.map(({ code, formerCodes }) => [code, formerCodes])).toEqual([[t.code, [t.otherCode]]]);
  });

  test("leads on through a second merge, and ends when the merged one comes back", async () => {
    const t = await twice();
    await t.merge();
    const { published: ids } = await t.publish(
      organizationInput({ sourceId: "third", services: [serviceInput({ sourceId: "third" })] }),
    );
    const third = ids.find((id) => id !== t.id && id !== t.other) ?? "";
    expect((await t.merge([], t.publisher, third, t.id)).status).toBe(200);
    expect((await getListing(t.published, t.otherCode)).id).toBe(third);
    expect((await getListing(t.published, t.code)).id).toBe(third);
    await move(t.publisher, t.other, "draft", { reason: "they were two" });
    expect((await move(t.publisher, t.other, "published", CHECKED)).status).toBe(200);
    expect((await getListing(t.published, t.otherCode)).id).toBe(t.other);
    expect((await getListing(t.published, t.code)).id).toBe(third);
  });

  test("says STILL PUBLIC while the published side cannot be reached", async () => {
    const t = await twice();
    closeStore(t.published);
    expect(await (await t.merge()).json()).toMatchObject({ gone: false });
    expect((await read(t.publisher, t.other)).publicState).toBe("still-public");
  });

  test("editors, a listing with itself, one in the archive and fields that are not there are refused and nothing is left", async () => {
    const t = await twice();
    expect((await t.merge([], t.editor)).status).toBe(403);
    expect((await t.merge([], t.publisher, t.id, t.id)).status).toBe(409);
    expect((await t.merge([], t.publisher, t.id, "none")).status).toBe(404);
    expect((await t.merge(["text:rules:en"])).status).toBe(400);
    const { form } = await read(t.publisher, t.id);
    const place = Object.keys(form).find((field) => field.startsWith("place:")) ?? "";
    expect((await t.merge([place], t.publisher, t.other, t.id)).status).toBe(400);
    expect(await t.catalogue.select().from(table.listingRedirect)).toEqual([]);
    expect((await read(t.publisher, t.id)).revision).toBe(1);
    await t.merge();
    expect((await t.merge()).status).toBe(409);
  });
});

describe("two that look alike and are not the same", () => {
  test("are not shown again once somebody said how they differ, and are when the word is taken back", async () => {
    const t = await twice();
    const say = (method: "POST" | "DELETE", by: Browser, reason = "one is the clinic") =>
      by.call("/curate/api/governance/distinct", {
        method,
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ a: t.other, b: t.id, reason }),
      });
    expect((await say("POST", t.editor)).status).toBe(403);
    expect((await say("POST", t.publisher, "")).status).toBe(400);
    expect((await say("POST", t.publisher)).status).toBe(201);
    expect(await t.pairs()).toEqual([]);
    const rows = (await t.catalogue.select().from(table.audit)).filter(
      ({ entity }) => entity === "distinct-pair",
    );
    expect(rows).toMatchObject([{ action: "create", reason: "one is the clinic" }]);
    expect((await say("DELETE", t.publisher)).status).toBe(200);
    expect(await t.pairs()).toHaveLength(1);
    expect((await say("DELETE", t.publisher)).status).toBe(404);
  });

  test("whoever makes a listing that looks like another says so with it", async () => {
    const t = await twice();
    const made = await t.editor.post("/curate/api/listings", {
      name: "Advice desk",
      language: "en",
      organization: { id: (await read(t.publisher, t.id)).organizationId },
      distinctFrom: [t.id],
    });
    expect(made.status).toBe(201);
    expect(await t.catalogue.select().from(table.distinctPair)).toHaveLength(1);
  });
});
