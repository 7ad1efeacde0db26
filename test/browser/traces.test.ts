import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStart } from "./open-page.ts";
import { openProfile } from "./open-browser.ts";
import { type Served, serveDemo } from "./serve-demo.ts";
import { APP_STATES } from "./site-states.ts";

/**
 * What a visit of twenty steps leaves behind, in a browser with a profile on the disk: in the page's own storage, in
 * the requests, and in the browser's files once it is closed (safety D.4).
 */

let demo: Served;
let folder: string;
let elsewhere: { readonly url: string; close(): void };
beforeAll(async () => {
  elsewhere = await serveTarget();
  demo = await serveDemo({ settings: { exitTargets: { "": elsewhere.url } } });
  folder = mkdtempSync(join(tmpdir(), "waymark-profile-"));
});
afterAll(async () => {
  await demo?.close();
  elsewhere?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page of somebody else, which leaving leads to. */
async function serveTarget(): Promise<typeof elsewhere> {
  const server = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end("<!doctype html><title>Weather</title><p>Sunny");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The target has no port");
  return { url: `http://127.0.0.1:${address.port}/`, close: () => void server.close() };
}

/** Screens that have no steps of their own in `APP_STATES`, reached from wherever one is. */
const MORE: readonly ((page: Page) => Promise<void>)[] = [
  (page) => page.locator(".visit .more").click(),
  (page) => page.locator('.pagefoot a[href$="/guide"]').click(),
  (page) => page.locator('main a[href$="/rights"]').click(),
  (page) => page.locator('.pagefoot a[href$="/about"]').click(),
  (page) => page.locator('.pagefoot a[href$="/suggest"]').click(),
];

/** Everything in which a page could keep something. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    state: history.state as unknown,
    window: window.name,
  }));
const NOTHING = {
  caches: [],
  workers: 0,
  databases: 0,
  local: 0,
  session: 0,
  cookies: "",
  state: null,
  window: "",
};

/** Fields on the screen that a form history, a spelling service or a keyboard could learn from. */
const telling = (page: Page) =>
  page.locator("input, select, textarea").evaluateAll((fields) =>
    fields
      .filter((field) => {
        const of = (name: string) => field.getAttribute(name);
        const typed = !field.matches("select, [type=checkbox], [type=radio], [type=hidden], [type=button]");
        if (of("autocomplete") !== "off") return true;
        // Radio buttons belong together by their name; nothing of them is ever filled in again.
        if (of("name") !== null && !field.matches("[type=radio]")) return true;
        return (
          typed &&
          [
            of("spellcheck") !== "false",
            of("autocorrect") !== "off",
            of("autocapitalize") !== "off",
          ].includes(true)
        );
      })
      .map((field) => field.outerHTML),
  );

/** What the page shows that would let another site learn of it, or write a mail. */
const outward = (page: Page) =>
  page.locator("a[href]").evaluateAll((links) =>
    links
      .filter((link) => {
        const href = link.getAttribute("href") ?? "";
        if (href.startsWith("mailto:")) return true;
        const rel = link.getAttribute("rel") ?? "";
        return /^https?:/u.test(href) && !(rel.includes("noreferrer") && rel.includes("noopener"));
      })
      .map((link) => link.outerHTML),
  );

/** What is typed on the way. */
const WORDS = ["เชียงใหม", "zzzzzz"];

/** Mark of Chromium's visits that are no step of a redirect (`ui::PAGE_TRANSITION_CHAIN_END`). */
const ENDS_HERE = 0x20000000;

/** Our addresses in the browser's own file: all of them, and those that its list of visited pages shows. */
async function historyFile(profile: string) {
  const client = createClient({ url: `file:${join(profile, "Default", "History")}` });
  const { rows } = await client.execute(
    `select urls.url as url, max(visits.transition & ${ENDS_HERE}) as ends from urls join visits on visits.url = urls.id group by urls.id order by urls.id`,
  );
  client.close();
  const ours = rows.filter(({ url }) => String(url).startsWith(demo.url));
  const path = (url: unknown) => String(url).slice(demo.url.length);
  return {
    all: ours.map(({ url }) => path(url)),
    shown: ours.filter(({ ends }) => Number(ends) !== 0).map(({ url }) => path(url)),
  };
}

/** Files of a profile, the history apart, in which a text stands. */
function filesWith(profile: string, text: string): readonly string[] {
  return readdirSync(profile, { recursive: true, encoding: "utf8" }).filter((name) => {
    const path = join(profile, name);
    return statSync(path).isFile() && readFileSync(path).includes(text);
  });
}

describe("a visit of twenty steps", () => {
  let context: BrowserContext;
  const asked: string[] = [];

  test("asks nobody else, keeps nothing, and leaves title, address and history as they were", async () => {
    context = await openProfile(folder, { width: 360, height: 740 });
    context.setDefaultTimeout(20_000);
    context.on("request", (request) => asked.push(request.url()));
    const page = context.pages()[0] ?? (await context.newPage());
    await openStart(page, `${demo.url}/en/`);
    const before = await page.evaluate(() => history.length);
    let steps = 0;
    const look = async (name: string) => {
      steps += 1;
      const now = await page.evaluate(() => [location.href, document.title, history.length]);
      expect([name, ...now]).toEqual([name, `${demo.url}/en/`, "Waymark", before]);
      expect([name, await telling(page)]).toEqual([name, []]);
      expect([name, await outward(page)]).toEqual([name, []]);
    };
    for (const { name, reach } of APP_STATES) {
      await reach(page);
      await look(name);
    }
    for (const [i, reach] of MORE.entries()) {
      await reach(page);
      await page.locator("main h1").first().waitFor();
      await look(`page ${i}`);
    }
    expect(steps).toBeGreaterThanOrEqual(20);
    expect(await kept(page)).toEqual(NOTHING);
    expect(await context.cookies()).toEqual([]);
    const own = asked.map((url) => new URL(url)).filter(({ protocol }) => protocol.startsWith("http"));
    expect(own.filter(({ origin }) => origin !== demo.url).map(String)).toEqual([]);
    // The interface for other systems is for them: the site asks it for nothing.
    expect(own.filter(({ pathname }) => /^\/(?:api|hsds)\//u.test(pathname)).map(String)).toEqual([]);
    expect(own.filter(({ search }) => search !== "").map(String)).toEqual([]);

    await context.close();
    expect(await historyFile(folder)).toEqual({ all: ["/en/"], shown: ["/en/"] });
    for (const word of WORDS) expect([word, filesWith(folder, word)]).toEqual([word, []]);
  }, 180_000);

  test("is gone after leaving: the browser's list shows the one address, and no file of it a word of a search", async () => {
    context = await openProfile(folder, { width: 360, height: 740 });
    context.on("request", (request) => asked.push(request.url()));
    const page = context.pages()[0] ?? (await context.newPage());
    await openStart(page, `${demo.url}/en/`);
    for (const { reach } of APP_STATES.slice(0, 4)) await reach(page);
    await page.locator(".dock [data-leave]").click({ noWaitAfter: true });
    await page.waitForURL(elsewhere.url);
    // Nothing else was asked for but the way out and where it leads.
    const last = asked.slice(asked.lastIndexOf(`${demo.url}/exit`));
    expect(last.filter((url) => !url.endsWith("/favicon.ico"))).toEqual([`${demo.url}/exit`, elsewhere.url]);
    await page.goto(`${demo.url}/blank`);
    expect(await kept(page)).toEqual(NOTHING);
    await page.goto("about:blank");
    await context.close();

    // The way out is a redirect, which the list of visited pages does not show; the blank page was opened to look.
    expect(await historyFile(folder)).toEqual({
      all: ["/en/", "/exit", "/blank"],
      shown: ["/en/", "/blank"],
    });
    for (const word of WORDS) expect([word, filesWith(folder, word)]).toEqual([word, []]);
  }, 60_000);
});
