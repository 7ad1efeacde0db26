import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { makePmtiles } from "../web/map/make-pmtiles.ts";
import { findInChiangMai, openPage, openStart } from "./open-page.ts";
import { withSite } from "./with-site.ts";

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

/** Thirty seconds of silence, as a recording that every browser can play. */
function silence(): Uint8Array<ArrayBuffer> {
  const samples = 240_000;
  const file = Buffer.alloc(44 + samples, 128);
  file.write("RIFF", 0);
  file.writeUInt32LE(36 + samples, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(8000, 24);
  file.writeUInt32LE(8000, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write("data", 36);
  file.writeUInt32LE(samples, 40);
  return new Uint8Array(file);
}

const site = withSite({
  settings: { baseMaps: ["TH"], sound: ["en"] },
  files: {
    "/map/TH.pmtiles": FLOOD,
    "/sound/en.json": JSON.stringify({
      files: {
        "text:rights": "/sound/en/rights.wav",
        "text:about": "https://elsewhere.example/about.wav",
        "text:asking": "/sound/en/asking.wav",
      },
    }),
    "/sound/en/rights.wav": silence(),
    "/sound/en/asking.wav": silence(),
  },
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
    const { page, context, asked } = await openPage(site.browser, `${site.demo.url}/en/`, {
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
    expect(asked.filter((url) => url.includes("pmtiles"))).toEqual([`${site.demo.url}/map/TH.pmtiles`]);
    expect([...faults, ...ranges]).toEqual([]);
    await context.close();
  }, 60_000);

  test("is listed with its size by 'Keep on this device', and drawn from the copy without internet", async () => {
    const { page, context } = await openPage(site.browser, `${site.demo.url}/en/`, {
      viewport: { width: 1280, height: 800 },
    });
    await findInChiangMai(page);
    await page.getByRole("link", { name: /Keep on this device/u }).click();
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByRole("heading", { level: 1, name: "Kept on this device" }).waitFor();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    const kept = await page.evaluate(async () => {
      const found = await (await caches.open("kept-pages")).match("/map/TH.pmtiles");
      return (await found?.blob())?.size;
    });
    expect(kept).toBe(FLOOD.byteLength);
    await context.setOffline(true);
    await openStart(page, `${site.demo.url}/en/`);
    await findInChiangMai(page);
    await page.locator(".map .mark").first().waitFor();
    await expect.poll(() => wet(page)).toBeGreaterThan(0.5);
    await context.close();
  }, 60_000);
});

/** What a visit in which anything is heard asks for. */
const PACK = ["/sound/en.json", "/sound/en/asking.wav", "/sound/en/rights.wav"];

/** What the page plays and says, as the browser is told to: the voice of the device stands for one that a phone has. */
async function watchSound(page: Page): Promise<string[]> {
  const heard: string[] = [];
  await page.exposeFunction("tell", (what: string) => void heard.push(what));
  await page.addInitScript(() => {
    const { tell } = window as unknown as { tell: (what: string) => void };
    const { play, pause } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      tell(`play ${new URL(this.src).protocol}`);
      return play.call(this);
    };
    HTMLMediaElement.prototype.pause = function (this: HTMLMediaElement) {
      tell("pause");
      pause.call(this);
    };
    const voice = { lang: "en-GB", localService: true, name: "Device", default: true, voiceURI: "device" };
    window.speechSynthesis.getVoices = () => [voice as SpeechSynthesisVoice];
    window.speechSynthesis.speak = () => tell("voice");
    window.speechSynthesis.cancel = () => tell("silent");
    Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", { writable: true, value: null });
  });
  return heard;
}

describe("recordings of the deployment's own", () => {
  test("go before a voice, are asked for once a visit, lead nowhere else, and fall silent on leaving", async () => {
    const { page, context, asked } = await openPage(site.browser, "about:blank");
    const heard = await watchSound(page);
    await openStart(page, `${site.demo.url}/en/`);
    const open = (name: string) =>
      page.locator(`a[href$="/en/${name}"]`).filter({ visible: true }).first().click();
    await open("guide");
    await open("rights");
    await page.locator("button.listen").click();
    await expect.poll(() => heard).toContain("play blob:");
    expect(heard).not.toContain("voice");

    // In the same visit: a page whose recording would lie elsewhere is read by the voice of the device.
    await open("guide");
    await open("about");
    await page.getByRole("heading", { level: 1, name: "Who runs this" }).waitFor();
    await expect.poll(() => heard).toContain("pause");
    await page.locator("button.listen").click();
    await expect.poll(() => heard[heard.length - 1]).toBe("voice");

    await open("guide");
    await open("rights");
    await page.locator("button.listen").click();
    await expect.poll(() => heard[heard.length - 1]).toBe("play blob:");
    await page.locator(".dock .leave").filter({ visible: true }).last().click();
    await expect.poll(() => heard[heard.length - 1]).toBe("pause");
    await context.close();
    // All of the list, once, whichever was heard and however often.
    expect(asked.filter((url) => url.includes("/sound/")).map((url) => new URL(url).pathname)).toEqual(PACK);
    // What is played lies in memory.
    expect(asked.filter((url) => !url.replace(/^blob:/u, "").startsWith(site.demo.url))).toEqual([]);
  }, 60_000);

  test("are asked for the same, whether what is heard first has one or not", async () => {
    const { page, context, asked } = await openPage(site.browser, "about:blank");
    const heard = await watchSound(page);
    await openStart(page, `${site.demo.url}/en/`);
    for (const name of ["guide", "about"])
      await page.locator(`a[href$="/en/${name}"]`).filter({ visible: true }).first().click();
    await page.getByRole("heading", { level: 1, name: "Who runs this" }).waitFor();
    await expect.poll(() => asked.some((url) => url.endsWith("/sound/en.json"))).toBe(true);
    await page.waitForLoadState("networkidle");
    await page.locator("button.listen").click();
    await expect.poll(() => heard).toContain("voice");
    const sounds = () => asked.filter((url) => url.includes("/sound/")).map((url) => new URL(url).pathname);
    await expect.poll(sounds).toEqual(PACK);
    await context.close();
  }, 60_000);
});
