import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bundlePart } from "#db/schema/published/index.ts";
import type { Incident, PublicSide } from "#server/contract/curate/incident.ts";
import { createPublicApp } from "#server/public-app.ts";
import { placesOf } from "#server/node/places.ts";
import { renderPage } from "#web/render.tsx";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";
import { office } from "./office.ts";

const STREET = "1 Zqcanary Road";

/** A directory in which a shelter's address was published by mistake, with its public side. */
async function leaked() {
  const desk = await office();
  const { published: ids } = await desk.publish(
    organizationInput({
      locations: [placeInput({ privacy: "public", lines: { en: STREET } })],
      services: [serviceInput({ name: { en: "The desk" }, locations: ["house"] })],
    }),
  );
  const site = createPublicApp({
    published: desk.published,
    inbox: desk.inbox,
    renderPage,
    assets: { script: "/x.js", preload: [], styles: [] },
    places: placesOf("web/public"),
    now: () => desk.clock.now,
    proofKey: "a key of the tests",
  });
  return { ...desk, site, id: ids[0] ?? "" };
}

const read = async <T>(answer: Promise<Response> | Response): Promise<T> =>
  (await (await answer).json()) as T;

describe("the worst hour, rehearsed", () => {
  test("close, see what got out and where to, take it away, write the letter, open: and the address is nowhere", async () => {
    const { signIn, site, id, published } = await leaked();
    const admin = await signIn({ role: "publisher" });
    const gone = await site.request("/en/area/TH-50");
    expect(await gone.text()).toContain(STREET);

    // Close first.
    const closed = await read<PublicSide>(admin.post("/curate/api/incident/close", {}));
    expect(closed.closedSince).toMatch(/^2026-11-21T12:00Z$/u);
    for (const path of ["/en/area/TH-50", "/bundles/index.json", "/hsds/services", `/api/services/${id}`])
      expect([path, (await site.request(path)).status]).toEqual([path, 503]);

    // What got out.
    const found = await read<Incident>(admin.get(`/curate/api/incident/${id}`));
    expect(found).toMatchObject({ publicNow: true, areas: ["TH-50"], printsSince: "2026-11-21" });
    expect(found.traces.find(({ what }) => what === "address")?.value).toContain(STREET);
    expect(found.traces.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["address", "contact", "area"]),
    );
    expect(found.times.map(({ what }) => what)).toContain("published");
    // Every file that holds the street is named.
    const holding = (await published.select().from(bundlePart)).filter(({ gzip }) =>
      gunzipSync(gzip).toString().includes(STREET),
    );
    expect(holding.length).toBeGreaterThan(0);
    expect(found.files).toEqual(expect.arrayContaining(holding.map(({ file }) => `/bundles/${file}`)));
    expect(found.feeds).toContain(`/hsds/services/${id}`);

    // Away, and told.
    const away = await read<Incident>(
      admin.post(`/curate/api/incident/${found.code}/take-away`, { reason: "the address got out" }),
    );
    expect(away).toMatchObject({ publicNow: false, state: "suspended", traces: [] });
    expect(away.letter).toContain(found.code);
    expect(away.letter).not.toContain("Zqcanary");
    expect(away.letter).not.toContain("got out:");

    const opened = await read<PublicSide>(admin.post("/curate/api/incident/open", {}));
    expect(opened.closedSince).toBeNull();
    expect(await (await site.request("/en/area/TH-50")).text()).not.toContain("Zqcanary");
    for (const { file } of holding) expect((await site.request(`/bundles/${file}`)).status).toBe(410);
    expect((await site.request(`/hsds/services/${id}`)).status).toBe(404);
  });

  test("is for publishers and admins alone, and needs a reason", async () => {
    const { signIn, browser, id } = await leaked();
    const editor = await signIn({ role: "editor" });
    for (const who of [editor, browser()]) {
      expect((await who.get("/curate/api/incident")).status).toBe(403);
      expect((await who.get(`/curate/api/incident/${id}`)).status).toBe(403);
      expect((await who.post("/curate/api/incident/close", {})).status).toBe(403);
      expect((await who.post("/curate/api/incident/open", {})).status).toBe(403);
    }
    const admin = await signIn();
    expect((await admin.post(`/curate/api/incident/${id}/take-away`, { reason: " " })).status).toBe(400);
    expect((await admin.get("/curate/api/incident/ZZZZZ-0")).status).toBe(404);
  });

  test("health says in counts that it is closed and what waits, to anybody, and nothing of a listing", async () => {
    const { signIn, browser } = await leaked();
    const admin = await signIn();
    await admin.post("/curate/api/incident/close", {});
    const health = await read<Record<string, unknown>>(browser().get("/curate/healthz"));
    expect(health).toEqual({
      queue: 0,
      stillPublic: 0,
      proposals: 0,
      published: expect.stringMatching(/^[0-9a-f]{16}$/u),
      listings: 1,
      lastPublish: "2026-11-21",
      closedSince: "2026-11-21T12:00Z",
    });
  });
});
