import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { h } from "preact";
import { renderToStaticMarkup } from "preact-render-to-string";
import type { Browser, Page } from "playwright-core";
import type { BaseMapFile, Bounds } from "#server/contract/base-map.ts";
import { decodeBaseMap } from "#server/domain/base-map.ts";
import type { PlaceFile } from "#server/domain/place-file.ts";
import { mapNames } from "#web/map/map-names.ts";
import { PrintMap, type PrintPoint } from "#web/map/print-map.tsx";
import { openBrowser } from "../../test/browser/open-browser.ts";
import { serveDemo } from "../../test/browser/serve-demo.ts";

// npm run build && npx tsx --tsconfig web/tsconfig.json scripts/bench/map-pictures.ts DIR
// Pictures of the map to look at: country, province and town, in light, more contrast, forced colours and print.

/** Steps of zoom from the first view, which is as close as the map comes: the places lie near a town. */
const ZOOMS = { town: 0, province: -2, country: -4 } as const;
const LOOKS = {
  light: { colorScheme: "light" },
  contrast: { colorScheme: "light", contrast: "more" },
  forced: { colorScheme: "dark", forcedColors: "active" },
} as const;

async function openMap(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${url}/en/`);
  await page.getByRole("button", { name: /^Someone to talk to/u }).click();
  await page.getByRole("textbox", { name: "Type a town, district or province" }).fill("chiang mai");
  await page
    .getByRole("button", { name: /^Chiang Mai/u })
    .first()
    .click();
  await page.locator(".map .mark").first().waitFor();
  return page;
}

async function pictureScreen(page: Page, folder: string): Promise<void> {
  let at = 0;
  for (const [zoom, steps] of Object.entries(ZOOMS)) {
    for (; at > steps; at--) await page.getByRole("button", { name: "Further" }).click();
    for (const [look, media] of Object.entries(LOOKS)) {
      await page.emulateMedia({ contrast: null, forcedColors: null, ...media });
      await page.waitForTimeout(300);
      await page.locator(".map__stage").screenshot({ path: join(folder, `${look}-${zoom}.png`) });
    }
  }
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

/** Numbers that were made up: a city with several, a district, and an area whose address is not shown. */
const POINTS: readonly PrintPoint[] = [
  [1, 18.788, 98.985],
  [2, 18.795, 98.99],
  [3, 19.919, 99.213],
  [4, 18.414, 98.677],
  [5, 18.9, 99.01],
  [6, 19.05, 98.9],
].map(([number = 0, lat = 0, lon = 0]) => ({
  number,
  point: [lat, lon],
  special: number % 2 === 0,
  addressNotShown: number === 6,
}));

const PAPER: Readonly<Record<string, { area: string; part?: Bounds }>> = {
  country: { area: "TH" },
  province: { area: "TH-50" },
  town: { area: "TH-50", part: [18.65, 98.85, 18.95, 99.15] },
};

async function picturePaper(browser: Browser, folder: string): Promise<void> {
  const map = decodeBaseMap(readJson("web/public/map/TH.json") as BaseMapFile);
  const names = mapNames(readJson("web/public/places/TH.json") as PlaceFile, "en");
  const page = await browser.newPage({ viewport: { width: 480, height: 680 }, deviceScaleFactor: 2 });
  for (const [zoom, shown] of Object.entries(PAPER)) {
    const props = { map, names, points: POINTS, size: { width: 440, height: 600 }, label: "Map" };
    const drawing = renderToStaticMarkup(h(PrintMap, { ...props, ...shown }));
    writeFileSync(join(folder, `print-${zoom}.html`), drawing);
    await page.setContent(
      `<!doctype html><meta charset="utf-8"><body style="font-family:sans-serif">${drawing}`,
    );
    await page.screenshot({ path: join(folder, `print-${zoom}.png`) });
  }
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Say where the pictures go: map-pictures.ts DIR");
mkdirSync(folder, { recursive: true });
const [browser, demo] = await Promise.all([openBrowser(), serveDemo()]);
try {
  await picturePaper(browser, folder);
  await pictureScreen(await openMap(browser, demo.url), folder);
} finally {
  await browser.close();
  await demo.close();
}
