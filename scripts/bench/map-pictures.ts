import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../../test/browser/open-browser.ts";
import { serveDemo } from "../../test/browser/serve-demo.ts";

// npm run build && npx tsx --tsconfig web/tsconfig.json scripts/bench/map-pictures.ts DIR
// Pictures of the map to look at: country, province and town, in light, more contrast and forced
// colours. On paper: `directory export pdf --area TH-50`, with and without `--bw`.

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

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Say where the pictures go: map-pictures.ts DIR");
mkdirSync(folder, { recursive: true });
const [browser, demo] = await Promise.all([openBrowser(), serveDemo()]);
try {
  await pictureScreen(await openMap(browser, demo.url), folder);
} finally {
  await browser.close();
  await demo.close();
}
