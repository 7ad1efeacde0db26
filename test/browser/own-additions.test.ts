import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makePmtiles } from "../web/map/make-pmtiles.ts";
import { openBrowser } from "./open-browser.ts";
import { findInChiangMai, openPage } from "./open-page.ts";
import { type Served, serveDemo } from "./serve-demo.ts";

/** What a deployment may add to its directory: a base map of its own, and recordings. */

/** All of northern Thailand under water: no map of ours looks like it. */
const FLOOD = makePmtiles({
  features: [
    {
      layer: "water",
      type: "area",
      points: [
        [22, 96],
        [14, 96],
        [14, 103],
        [22, 103],
      ],
    },
  ],
  tiles: [[0, 0, 0]],
  metadata: { attribution: "<b>Makers of this map</b>" },
});

let browser: Browser;
let demo: Served;
beforeAll(async () => {
  [browser, demo] = await Promise.all([
    openBrowser(),
    serveDemo({ settings: { baseMaps: ["TH"] }, files: { "/map/TH.pmtiles": FLOOD } }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

/** The share of the map's pixels that have the colour of water. */
const wet = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(".map__canvas");
    const water = getComputedStyle(document.documentElement).getPropertyValue("--map-water");
    const probe = document.createElement("canvas").getContext("2d");
    const drawn = canvas?.getContext("2d");
    if (!canvas || !probe || !drawn || canvas.width === 0) return 0;
    probe.fillStyle = water;
    probe.fillRect(0, 0, 1, 1);
    const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
    const { data } = drawn.getImageData(0, 0, canvas.width, canvas.height);
    let same = 0;
    for (let at = 0; at < data.length; at += 4)
      if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) same++;
    return (same * 4) / data.length;
  });

describe("a base map of the deployment's own", () => {
  test("is fetched whole, once, without a range, and drawn under our policy with its makers' name, however far one looks", async () => {
    const { page, context, asked } = await openPage(browser, `${demo.url}/en/`, {
      viewport: { width: 1280, height: 800 },
    });
    const faults: string[] = [];
    const ranges: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("request", async (request) => {
      if ((await request.allHeaders())["range"] !== undefined) ranges.push(request.url());
    });
    await findInChiangMai(page);
    await page.locator(".map .mark").first().waitFor();
    await expect.poll(() => wet(page)).toBeGreaterThan(0.5);
    expect(await page.locator(".map__credit").textContent()).toContain("Makers of this map");
    const land = page.locator(".map__land");
    await land.focus();
    for (const key of ["-", "-", "ArrowLeft", "ArrowUp", "+", "ArrowRight", "+", "+"])
      await page.keyboard.press(key);
    await expect.poll(() => wet(page)).toBeGreaterThan(0.5);
    expect(asked.filter((url) => url.includes("pmtiles"))).toEqual([`${demo.url}/map/TH.pmtiles`]);
    expect([...faults, ...ranges]).toEqual([]);
    await context.close();
  }, 60_000);
});
