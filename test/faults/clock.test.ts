import { afterEach, describe, expect, test, vi } from "vitest";
import { addCurator } from "#server/curation/accounts/curators.ts";
import { takeSignInLink } from "#server/curation/accounts/sign-in-links.ts";
import { keepDeadlines } from "#server/curation/keep-deadlines.ts";
import { freshnessOf } from "#server/domain/freshness.ts";
import { watchClock } from "#server/node/clock-watch.ts";
import { startDirectory } from "#server/node/start.ts";
import { applyPublication, publishingContext } from "#server/publication/apply-publication.ts";
import { loadListings } from "#server/publication/load-listings.ts";
import { readSettings } from "#server/publication/settings.ts";
import { compress } from "#server/node/compress.ts";
import { service } from "#db/schema/catalogue/index.ts";
import { office } from "../curate/office.ts";
import { areas, memoryDirectory } from "../records/memory.ts";
import { organizationInput } from "../records/organization.ts";
import { closeDirectory, environment, pageOf, publishedFolder } from "./published-folder.ts";

const DAY = 86_400_000;
afterEach(() => void vi.useRealTimers());
const setClock = (moment: Date) => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(moment);
};

describe("a clock that is years ahead", () => {
  test("hides nothing at the start of a server, and is named to whoever started it", async () => {
    const folder = await publishedFolder();
    const right = await startDirectory(environment(folder));
    const page = await pageOf(right.app);
    expect(right.office?.oddClock).toBeNull();
    closeDirectory(right);

    const wrong = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 3650 * DAY);
    setClock(wrong);
    const started = await startDirectory(environment(folder));
    expect(started.office?.oddClock).toContain("If the clock is wrong, set it.");
    await started.office?.everyMinute(wrong);
    expect((await pageOf(started.app)) === page).toBe(true);
    // Without the watch all of it would be gone.
    if (started.office === null) throw new Error("The office is closed.");
    const { stores } = started.office;
    const context = { catalogue: stores.catalogue, actor: { type: "timer" } as const, now: wrong };
    expect((await keepDeadlines(context, areas)).hidden.length).toBeGreaterThan(0);
    closeDirectory(started);
  });

  test("is doubted for a day, and at once believed again when it is put right", () => {
    let uptime = 0;
    const start = new Date("2026-11-21T12:00:00Z");
    const watch = watchClock(new Date("2026-11-20T12:00:00Z"), start, () => uptime);
    const at = (moment: string) => new Date(moment);
    expect([watch.odd, watch.mayHide(start)]).toEqual([null, true]);
    uptime = 60_000;
    expect(watch.mayHide(at("2031-11-21T12:01:00Z"))).toBe(false);
    uptime = 120_000;
    expect(watch.mayHide(at("2031-11-21T12:02:00Z"))).toBe(false);
    uptime = 180_000;
    expect(watch.mayHide(at("2026-11-21T12:03:00Z"))).toBe(true);

    uptime = 0;
    const paused = watchClock(at("2026-01-01T00:00:00Z"), start, () => uptime);
    expect([paused.odd !== null, paused.mayHide(start)]).toEqual([true, false]);
    uptime = DAY;
    expect(paused.mayHide(new Date(start.getTime() + DAY))).toBe(true);
  });
});

describe("what was written while a clock was ahead", () => {
  test("is no check: the listing is due, so that somebody calls", async () => {
    const directory = await memoryDirectory();
    await directory.publish(organizationInput());
    const rules = publishingContext(areas, await readSettings(directory.catalogue));
    const ids = (await directory.catalogue.select({ id: service.id }).from(service)).map(({ id }) => id);
    const { value } = await loadListings(directory.catalogue, ids)[Symbol.asyncIterator]().next();
    const [listing] = value ?? [];
    if (listing === undefined) throw new Error("There is no listing.");
    const on = (verifiedOn: string) =>
      freshnessOf({ ...listing, demo: false, verifiedOn, cameOn: "2026-11-01" }, rules, "2026-11-21").state;
    expect([on("2026-11-20"), on("2026-11-22"), on("2026-11-23"), on("2031-01-01")]).toEqual([
      "fresh",
      "fresh",
      "due",
      "due",
    ]);
  });

  test("opens no door afterwards: neither its sign-in links nor its sessions", async () => {
    const desk = await office();
    const ahead = new Date(desk.clock.now.getTime() + 365 * DAY);
    const { token } = await addCurator(
      { ...desk.context, now: ahead },
      { role: "editor", email: "a@example.org" },
    );
    expect(await takeSignInLink(desk.catalogue, token, desk.clock.now)).toBeNull();

    setClock(new Date(Date.now() + 365 * DAY));
    const admin = await desk.signIn();
    expect((await admin.get("/curate/api/me")).status).toBe(200);
    vi.useRealTimers();
    expect((await admin.get("/curate/api/me")).status).toBe(403);
  });
});

test("publishing on a day that is not yet, and again on the right one, carries over the same", async () => {
  const directory = await memoryDirectory();
  await directory.publish(organizationInput());
  const day = (today: string) => applyPublication(directory.stores, { areas, compress, today });
  const before = await directory.apply();
  await day("2027-11-21");
  expect((await day("2026-11-21")).version).toBe(before.version);
});
