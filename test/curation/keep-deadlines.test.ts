import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { audit, service, verification } from "#db/schema/catalogue/index.ts";
import { keepDeadlines } from "#server/curation/keep-deadlines.ts";
import { recordCall } from "#server/curation/record-call.ts";
import { CRITICAL_FIELDS } from "#db/vocabulary.ts";
import { findListings } from "#server/directory/directory.ts";
import { compress } from "#server/node/compress.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";
import { areas, memoryDirectory } from "../records/memory.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";

const addDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const START = "2026-11-01";

/** A line, a shelter and a desk, all checked on the first day; a listing that nobody ever checked. */
async function directoryOfFour() {
  const d = await memoryDirectory();
  const verified = { on: START, byRole: "desk" };
  await d.publish(
    organizationInput({
      locations: [placeInput(), placeInput({ sourceId: "office", residential: false })],
      services: [
        serviceInput({ sourceId: "hotline", name: { en: "hotline" }, verified }),
        serviceInput({
          sourceId: "shelter",
          name: { en: "shelter" },
          locations: ["house"],
          answers: { delivery: { residential: "yes" } },
          verified,
        }),
        serviceInput({ sourceId: "other", name: { en: "other" }, locations: ["office"], verified }),
        serviceInput({ sourceId: "never", name: { en: "never" }, verified: undefined }),
      ],
    }),
  );
  const at = async (today: string) => {
    const context = { ...d.context, actor: { type: "timer" } as const, now: new Date(`${today}T06:00:00Z`) };
    await keepDeadlines(context, areas);
    await applyPublication(d.stores, { areas, compress, today });
    const rows = await d.catalogue.select().from(service);
    const shown = new Map((await findListings(d.published, {})).map(({ id, facts }) => [id, facts]));
    return new Map(
      rows.map((row) => {
        const facts = shown.get(row.id);
        const marked = facts !== undefined && (facts.late === true || facts.checkedOn === null);
        return [row.name, { id: row.id, state: row.curationState, shown: facts !== undefined, marked }];
      }),
    );
  };
  return { ...d, at };
}

describe("deadlines over 24 months", () => {
  test("each kind is marked on the day after its deadline and hidden on the day after its grace, and nothing overdue is ever shown unmarked", async () => {
    const d = await directoryOfFour();
    const limit = { hotline: 90, shelter: 180, other: 365 };
    const from = { hotline: START, shelter: START, other: START, never: "2026-11-21" };
    for (let day = 21; day <= 730; day += 1) {
      const today = addDays(START, day);
      // Every day near a change, every tenth in between: the rule has no memory of other days.
      const near = [90, 180, 270, 365, 455].some((edge) => Math.abs(day - edge) <= 2) || day < 25;
      if (!near && day % 10 !== 0 && Math.abs(day - 110) > 2) continue;
      for (const [name, { state, shown, marked }] of await d.at(today)) {
        const kind = name as keyof typeof from;
        const last = kind === "never" ? 0 : limit[kind];
        const age = Math.round((Date.parse(today) - Date.parse(from[kind])) / 86_400_000);
        const expected = age > last + 90 ? "hidden" : age > last ? "due" : "published";
        const due = expected === "due" || (kind === "never" && expected !== "hidden");
        expect({ name, day, state, shown, marked }).toEqual({
          name,
          day,
          state: expected,
          shown: expected !== "hidden",
          marked: due,
        });
      }
    }
  }, 120_000);

  test("a full check makes it fresh again; an hour later nothing moves twice", async () => {
    const d = await directoryOfFour();
    const due = await d.at(addDays(START, 100));
    const id = due.get("hotline")?.id ?? "";
    expect(due.get("hotline")?.state).toBe("due");
    const now = new Date(`${addDays(START, 100)}T09:00:00Z`);
    const curator = { type: "curator", id: "7", role: "editor" } as const;
    const call = { outcome: "reached", byRole: "night desk", fields: [...CRITICAL_FIELDS] } as const;
    await recordCall({ ...d.context, actor: curator, now }, id, { ...call, fields: [...call.fields] });
    expect((await d.at(addDays(START, 100))).get("hotline")).toMatchObject({
      state: "published",
      shown: true,
    });
    const rows = await d.catalogue.select().from(audit);
    await d.at(addDays(START, 100));
    expect(await d.catalogue.select().from(audit)).toEqual(rows);
    expect((await d.at(addDays(START, 190))).get("hotline")?.state).toBe("published");
    expect((await d.at(addDays(START, 191))).get("hotline")?.state).toBe("due");
  });

  test("the clock leaves an audit row of its own, and nobody else may turn it", async () => {
    const d = await directoryOfFour();
    const id = (await d.at(addDays(START, 100))).get("hotline")?.id ?? "";
    const rows = await d.catalogue.select().from(audit).where(eq(audit.entityId, id));
    expect(rows.at(-1)).toMatchObject({ actor: "timer", changed: ["curationState"] });
    const editor = { type: "curator", id: "7", role: "editor" } as const;
    await expect(keepDeadlines({ ...d.context, actor: editor }, areas)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("what is hidden for want of a check keeps its checks and its place in the catalogue", async () => {
    const d = await directoryOfFour();
    const before = await d.catalogue.select().from(verification);
    await d.at(addDays(START, 600));
    expect(await d.catalogue.select().from(verification)).toEqual(before);
    expect(await d.catalogue.select().from(service)).toHaveLength(4);
  });
});
