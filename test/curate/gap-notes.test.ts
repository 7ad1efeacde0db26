import { describe, expect, test } from "vitest";
import { audit, gapNote } from "#db/schema/catalogue/index.ts";
import type { GapNotePage } from "#server/contract/curate/gap-note.ts";
import { placesOf } from "#server/node/places.ts";
import { createPublicApp } from "#server/public-app.ts";
import { renderPage } from "#web/render.tsx";
import { deskWithListing } from "./listing.ts";

const PATH = "/curate/api/gap-notes";
const note = { need: "housing", service: "emergency-shelter", area: "TH-50", group: "men" };

describe("a gap that a practitioner notes", () => {
  test("is codes and the month, counted, and nothing of who, when or whom", async () => {
    const d = await deskWithListing();
    const p = await d.signIn({ role: "practitioner", endsOn: "2027-01-01" });
    const before = (await d.catalogue.select().from(audit)).length;
    expect((await p.post(PATH, note)).status).toBe(201);
    expect((await p.post(PATH, note)).status).toBe(201);
    expect((await d.editor.post(PATH, { ...note, service: null })).status).toBe(201);
    const rows = await d.catalogue.select().from(gapNote);
    expect(rows).toEqual(
      expect.arrayContaining([
        { ...note, month: expect.stringMatching(/^\d{4}-\d{2}$/u), times: 2 },
        { ...note, service: "", month: expect.stringMatching(/^\d{4}-\d{2}$/u), times: 1 },
      ]),
    );
    expect(rows).toHaveLength(2);
    // An audit row would say who and at which moment.
    expect(await d.catalogue.select().from(audit)).toHaveLength(before);
  });

  test("is read by those who look after the list, and by no practitioner", async () => {
    const d = await deskWithListing();
    const p = await d.signIn({ role: "practitioner", endsOn: "2027-01-01" });
    await p.post(PATH, note);
    const own = (await (await p.get(PATH)).json()) as GapNotePage;
    expect(own.notes).toBe(null);
    expect(own.areas.map(({ code }) => code)).toContain("TH-50");
    const office = (await (await d.editor.get(PATH)).json()) as GapNotePage;
    expect(office.notes).toMatchObject([{ ...note, times: 1 }]);
  });

  test.each([
    [{ ...note, name: "somebody" }],
    [{ ...note, month: "2026-11" }],
    [{ ...note, group: "a woman of 24" }],
    [{ ...note, area: "TH-99" }],
    [{ ...note, service: "legal-advice" }],
    [{ ...note, need: "other" }],
  ])("takes nothing else: %j is refused and nothing is written", async (body) => {
    const d = await deskWithListing();
    const p = await d.signIn({ role: "practitioner", endsOn: "2027-01-01" });
    expect((await p.post(PATH, body)).status).toBe(400);
    expect(await d.catalogue.select().from(gapNote)).toEqual([]);
  });

  test("comes from nobody who is not signed in, and the public side takes none at all", async () => {
    const d = await deskWithListing();
    expect((await d.browser().post(PATH, note)).status).toBe(403);
    const site = createPublicApp({
      published: d.published,
      inbox: d.inbox,
      renderPage,
      assets: { script: "/x.js", preload: [], styles: [] },
      places: placesOf("web/public"),
      now: () => d.clock.now,
      proofKey: "a key of the tests",
    });
    for (const path of [PATH, "/api/gap-notes"]) {
      const answer = await site.request(path, { method: "POST", body: JSON.stringify(note) });
      expect(answer.status).toBe(404);
    }
    expect(await d.catalogue.select().from(gapNote)).toEqual([]);
  });
});
