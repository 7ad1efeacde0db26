import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { takeAway } from "#server/curation/take-away.ts";
import { loadAreas } from "#server/node/areas.ts";
import { compress } from "#server/node/compress.ts";
import { findInChiangMai, openPage, openStart } from "./open-page.ts";
import { withSite } from "./with-site.ts";

/** "Keep on this device": nothing lies there before, everything works without internet after, and it goes when it should. */

const site = withSite();

/** How long a renewal may take on a busy machine. */
const SOON = { timeout: 20_000 };

/** Everything in which a browser could keep something of ours. */
const lying = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
    local: localStorage.length + sessionStorage.length,
    cookies: document.cookie,
  }));
const NOTHING = { caches: [], workers: 0, databases: 0, local: 0, cookies: "" };
const KEPT = { ...NOTHING, caches: ["kept-pages"], workers: 1 };

/** Paths in the copy. */
const copied = (page: Page): Promise<string[]> =>
  page.evaluate(async () =>
    (await (await caches.open("kept-pages")).keys()).map(({ url }) => new URL(url).pathname).sort(),
  );

async function keepChiangMai(page: Page, stays: boolean): Promise<void> {
  await findInChiangMai(page);
  await page.getByRole("link", { name: /Keep on this device/u }).click();
  await page.getByText("Together").waitFor();
  expect((await lying(page)).caches).toEqual([]);
  if (stays) await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("heading", { level: 1, name: "Kept on this device" }).waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

/** A visit in which Chiang Mai is kept. */
async function withCopy(stays: boolean): Promise<{ page: Page; context: BrowserContext }> {
  const { page, context } = await openPage(site.browser, `${site.demo.url}/en/`);
  await keepChiangMai(page, stays);
  return { page, context };
}

/** As if the copy were as old as that, and of another version. */
const age = (page: Page, days: number) =>
  page.evaluate(async (by) => {
    const cache = await caches.open("kept-pages");
    const list = (await (await cache.match("/kept.json"))?.json()) as {
      version: string;
      areas: { date: string }[];
    };
    list.version = "older";
    for (const area of list.areas)
      area.date = new Date(Date.now() - by * 86_400_000).toISOString().slice(0, 10);
    await cache.put("/kept.json", new Response(JSON.stringify(list)));
  }, days);

const dateOf = (page: Page) =>
  page.evaluate(async () => {
    const found = await (await caches.open("kept-pages")).match("/kept.json");
    if (found === undefined) return null;
    return ((await found.json()) as { areas: { date: string }[] }).areas[0]?.date;
  });

const idOf = async (name: string): Promise<string> => {
  const answer = await fetch(
    `${site.demo.url}/api/services?area=TH-50&limit=100&q=${encodeURIComponent(name)}`,
  );
  const { items } = (await answer.json()) as { items: { name: string; id: string }[] };
  return items.find((item) => item.name === name)?.id ?? "";
};

describe("keeping", () => {
  test("lists what will lie there with its size; then lists, pages, map and sheet work without internet", async () => {
    const { page, context } = await openPage(site.browser, `${site.demo.url}/en/`);
    await findInChiangMai(page);
    expect(await lying(page)).toEqual(NOTHING);
    await page.getByRole("link", { name: /Keep on this device/u }).click();
    await page.getByText("Together").waitFor();
    const rows = await page.locator(".lies li").allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/gu, " "))).toEqual([
      expect.stringMatching(/^Chiang Mai: \d+ places as of .* [\d.]+ [kM]B$/u),
      expect.stringMatching(/^All pages and emergency numbers [\d.]+ [kM]B$/u),
      expect.stringMatching(/^Map of Thailand [\d.]+ [kM]B$/u),
      expect.stringMatching(/^Fonts for your languages [\d.]+ [kM]B$/u),
      expect.stringMatching(/^Together [\d.]+ MB$/u),
    ]);
    expect(await page.getByRole("checkbox").isChecked()).toBe(false);
    expect(await lying(page)).toEqual(NOTHING);
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByRole("heading", { level: 1, name: "Kept on this device" }).waitFor();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    expect(await lying(page)).toEqual(KEPT);

    await context.setOffline(true);
    await openStart(page, `${site.demo.url}/en/`);
    await page.getByText(/No internet. Copy of/u).waitFor();
    await findInChiangMai(page);
    await page.getByRole("button", { name: "Map", exact: true }).click();
    await page.locator(".mapwrap .mark").first().waitFor();
    await page.getByRole("button", { name: "List", exact: true }).click();
    await page.getByRole("button", { name: "Lantern Tree talking room", exact: true }).click();
    await page.getByRole("dialog").getByText("000 0000 041").first().waitFor();
    for (const path of ["emergency", "rights", "safe", "guide", "areas", "papers", "languages"]) {
      await page.goto(`${site.demo.url}/en/${path}`);
      expect(await page.getByRole("heading", { level: 1 }).innerText(), path).not.toBe("");
      expect(await page.locator(".dock [data-leave]").count()).toBe(1);
    }
    // The page of an area is the start page there: its list is in the parts.
    await page.goto(`${site.demo.url}/en/area/TH-50`);
    await page.getByRole("heading", { level: 1, name: "What do you need?" }).waitFor();
    await context.close();
  }, 90_000);

  test("warns when the copy is old, and after ninety days it is gone", async () => {
    const { page, context } = await withCopy(false);
    await age(page, 38);
    await context.setOffline(true);
    await openStart(page, `${site.demo.url}/en/`);
    await page.getByText("This copy is 38 days old. Call before you go.").waitFor();
    await age(page, 90);
    await page.reload();
    await expect.poll(async () => (await lying(page)).caches, SOON).toEqual([]);
    await context.close();
  }, 90_000);

  test("is renewed before it is shown when there is internet, and what was taken away goes first", async () => {
    const { page, context } = await withCopy(true);
    const before = await copied(page);
    await page.goto(`${site.demo.url}/blank`);
    await age(page, 38);
    const actor = { type: "command-line" } as const;
    const now = new Date();
    const { gone } = await takeAway(
      { catalogue: site.demo.stores.catalogue, actor, now },
      site.demo.stores,
      await idOf("Hill Road talking group"),
      "a test",
      { areas: loadAreas(), compress, today: now.toISOString().slice(0, 10) },
    );
    expect(gone).toBe(true);

    // The new parts do not come: what was taken away is gone from the device all the same.
    await context.route(/\/bundles\/[a-z0-9-]+\.[0-9a-f]{16}\.json$/u, (route) => route.abort());
    await openStart(page, `${site.demo.url}/en/`);
    const parts = (paths: readonly string[]) => paths.filter((path) => path.startsWith("/bundles/th-50"));
    await expect.poll(async () => parts(await copied(page)).length, SOON).toBeLessThan(parts(before).length);
    const old = new Set(parts(before));
    for (const path of parts(await copied(page))) {
      const text = await page.evaluate(async (url) => {
        const found = await (await caches.open("kept-pages")).match(url);
        return found === undefined ? "" : found.text();
      }, path);
      expect(text, path).not.toContain("Hill Road");
      old.delete(path);
    }
    expect(old.size).toBeGreaterThan(0);

    await context.unroute(/\/bundles\/[a-z0-9-]+\.[0-9a-f]{16}\.json$/u);
    await openStart(page, `${site.demo.url}/en/`);
    await expect.poll(() => dateOf(page), SOON).toBe(now.toISOString().slice(0, 10));
    await context.setOffline(true);
    await openStart(page, `${site.demo.url}/en/`);
    await findInChiangMai(page);
    expect(await page.getByRole("heading", { name: "Lantern Tree talking room" }).count()).toBe(1);
    expect(await page.getByRole("heading", { name: "Hill Road talking group" }).count()).toBe(0);
    await context.close();
  }, 120_000);

  test("leaves nothing after leaving, online and without internet, unless it was to stay", async () => {
    for (const { stays = false, offline = false, typed = false } of [
      {},
      { offline: true },
      { stays: true },
      // What somebody typed in the back office of the same device is not this visit's to delete.
      { typed: true },
    ]) {
      const { page, context } = await withCopy(stays);
      const draft = ["waymark-office/somebody/listing", '{"at":"2026-11-28","iv":"","data":""}'] as const;
      if (typed) await page.evaluate(([name, value]) => localStorage.setItem(name, value), draft);
      const left: string[] = [];
      page.on("request", (request) => {
        const { pathname } = new URL(request.url());
        // The question whether anybody answers goes before it.
        if (request.isNavigationRequest() && pathname.startsWith("/exit"))
          left.push(pathname.replace(/\/[A-Z]{2}$/u, ""));
      });
      await context.setOffline(offline);
      await page.locator(".dock [data-leave]").click({ noWaitAfter: true });
      if (offline) await expect.poll(() => page.title(), SOON).toBe("…");
      else await page.waitForURL("**/blank");
      await expect.poll(async () => (await lying(page)).workers, SOON).toBe(stays ? 1 : 0);
      await context.setOffline(false);
      await page.goto(`${site.demo.url}/blank`);
      expect(await lying(page), `${stays} ${offline}`).toEqual({
        ...(stays ? KEPT : NOTHING),
        local: typed ? 1 : 0,
      });
      // The address that has the browser delete everything is for visits that kept something, where nothing else lies.
      if (!offline) expect([left, typed]).toEqual([[stays || typed ? "/exit" : "/exit/clear"], typed]);
      if (typed) expect(await page.evaluate((name) => localStorage.getItem(name), draft[0])).toBe(draft[1]);
      await context.close();
    }
  }, 120_000);

  test("goes at once with “Remove everything”, which says what it cannot remove", async () => {
    const { page, context } = await withCopy(true);
    expect(await page.locator("main").innerText()).toContain("What this cannot remove");
    await page.getByRole("button", { name: "Remove everything" }).click();
    await page.getByText("Removed. Nothing is kept now.").waitFor();
    expect(await lying(page)).toEqual(NOTHING);
    await context.close();
  }, 60_000);

  test("has the tools of a helper without internet up to the sheet; a choice kept there holds no person and goes with the copy", async () => {
    const toTools = async (page: Page) => {
      await page
        .getByRole("button", { name: "For people who help others" })
        .filter({ visible: true })
        .click();
      const place = page.getByRole("link", { name: /^Now/u });
      await place.click();
      await page
        .getByRole("button", { name: /^Chiang Mai/u })
        .first()
        .click();
      await page.getByRole("heading", { name: "Find help with somebody" }).waitFor();
    };
    const keepIt = "Keep this choice on this device";
    const bare = await openPage(site.browser, `${site.demo.url}/en/`);
    await toTools(bare.page);
    await bare.page.getByRole("checkbox", { name: /^Someone to talk to/u }).check();
    await bare.page.locator("#now-counselling .card").first().waitFor();
    expect(await bare.page.getByRole("button", { name: keepIt }).count()).toBe(0);
    expect(await lying(bare.page)).toEqual(NOTHING);
    await bare.context.close();

    const { page, context } = await withCopy(true);
    await context.setOffline(true);
    await openStart(page, `${site.demo.url}/en/`);
    await toTools(page);
    await page.getByRole("checkbox", { name: /^Someone to talk to/u }).check();
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await page.getByRole("radio", { name: "Woman", exact: true }).check();
    await page.getByRole("textbox", { name: "Age in years" }).fill("24");
    expect(await copied(page)).not.toContain("/kept-presets.json");
    await page.getByRole("button", { name: keepIt }).click();
    await expect.poll(() => copied(page)).toContain("/kept-presets.json");
    const lies = await page.evaluate(async () =>
      (await (await caches.open("kept-pages")).match("/kept-presets.json"))?.json(),
    );
    expect(lies).toEqual([{ needs: ["counselling"], services: [], stage: null, setBack: null }]);
    await page
      .getByRole("button", { name: /^Print sheet/u })
      .filter({ visible: true })
      .first()
      .click();
    await page.locator(".edition table").waitFor();
    const chosen = await page.locator(".onsheet li > span:first-child").allInnerTexts();
    expect(chosen.length).toBeGreaterThan(0);
    const sheet = await page.locator(".edition").innerText();
    for (const name of chosen) expect(sheet).toContain(name);

    // Another day: the copy is renewed, and the choice is there to start from.
    await age(page, 38);
    await context.setOffline(false);
    await openStart(page, `${site.demo.url}/en/`);
    await expect.poll(() => dateOf(page), SOON).toBe(new Date().toISOString().slice(0, 10));
    await toTools(page);
    await page.locator(".presets").getByRole("button", { name: "Someone to talk to", exact: true }).click();
    expect(await page.getByRole("checkbox", { name: /^Someone to talk to/u }).isChecked()).toBe(true);
    await page.locator(".keptline a").click();
    await page.getByText("1 kept choice of a helper.").waitFor();
    await page.getByRole("button", { name: "Remove everything" }).click();
    await page.getByText("Removed. Nothing is kept now.").waitFor();
    expect(await lying(page)).toEqual(NOTHING);
    await context.close();
  }, 90_000);

  test("has a worker that leaves the back office alone, no manifest, and asks for nothing to be installed", async () => {
    const { page, context } = await withCopy(true);
    const answers: boolean[] = [];
    page.on("response", (response) => {
      if (new URL(response.url()).pathname.startsWith("/curate")) answers.push(response.fromServiceWorker());
    });
    await openStart(page, `${site.demo.url}/en/`);
    expect(await page.locator('link[rel="manifest"]').count()).toBe(0);
    await page.goto(`${site.demo.url}/curate`);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers).not.toContain(true);
    expect((await copied(page)).filter((path) => /curate|office/u.test(path))).toEqual([]);
    await context.close();
  }, 60_000);

  test("leaves a report here only where there is a copy and the person agrees, and sends it when it can", async () => {
    const { page, context } = await withCopy(true);
    await context.setOffline(true);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    const say = async () => {
      await page.getByRole("button", { name: "Lantern Tree talking room", exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: "It is closed" }).click();
      await page.getByText("It could not be sent.").waitFor();
    };
    await say();
    expect(await copied(page)).not.toContain("/kept-messages.json");
    await page.getByRole("button", { name: "Keep it here and send it later" }).click();
    await page.getByText("It is kept here. It is sent when there is internet.").waitFor();
    expect(await copied(page)).toContain("/kept-messages.json");
    const before = site.demo.asked.filter((line) => line === "POST /api/reports").length;
    await context.setOffline(false);
    await expect
      .poll(() => site.demo.asked.filter((line) => line === "POST /api/reports").length, SOON)
      .toBe(before + 1);
    await expect.poll(() => copied(page), SOON).not.toContain("/kept-messages.json");
    await context.close();

    const other = await openPage(site.browser, `${site.demo.url}/en/`);
    await findInChiangMai(other.page);
    await other.context.setOffline(true);
    await other.page.getByRole("button", { name: "Lantern Tree talking room", exact: true }).click();
    await other.page.getByRole("dialog").getByRole("button", { name: "It is closed" }).click();
    await other.page.getByText("It could not be sent.").waitFor();
    expect(await other.page.getByRole("button", { name: "Keep it here and send it later" }).count()).toBe(0);
    expect(await lying(other.page)).toEqual(NOTHING);
    await other.context.close();
  }, 90_000);
});
