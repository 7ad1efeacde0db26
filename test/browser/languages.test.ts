import { describe, expect, test } from "vitest";
import { LANGUAGES } from "#web/i18n/languages.ts";
import { openStart } from "./open-page.ts";
import { withSite } from "./with-site.ts";

/** The main job in every language of the interface, on a phone. `PICTURES=folder` keeps a picture of each step. */

const pictures = process.env["PICTURES"];

const site = withSite();

describe("the main job in each language", () => {
  test.each(LANGUAGES.map(({ code, dir }) => [code, dir] as const))(
    "a need, a place, a list and a listing in %s, without a fault or sideways scrolling",
    async (lang, dir) => {
      const context = await site.browser.newContext({ viewport: { width: 360, height: 740 } });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      const step = async (name: string) => {
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide, `${lang} ${name}`).toBe(0);
        // What leaves lies along the whole foot, whichever way the language is written.
        const dock = page.locator(".dock").filter({ visible: true }).last();
        const foot = async () => {
          const box = await dock.boundingBox();
          return [box?.x, box?.width];
        };
        await expect.poll(foot, { message: `${lang} ${name}` }).toEqual([0, 360]);
        if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${lang}-${name}.png` });
      };

      await openStart(page, `${site.demo.url}/${lang}/`);
      expect(
        await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]),
      ).toEqual([lang, dir]);
      await step("1-home");
      // As a finger does: a tile that lies half under the foot is moved up before it is pressed.
      const tile = page.locator("button.tile").nth(2);
      await tile.evaluate((element) => element.scrollIntoView({ block: "center" }));
      await tile.click();
      await page.locator("main").getByRole("textbox").first().fill("chiang mai");
      await page.locator("main li button").first().click();
      await expect.poll(() => page.locator("main h3").count(), { timeout: 20_000 }).toBeGreaterThan(5);
      await step("2-results");
      await page.locator("main h3 button").first().click();
      await page.locator("dialog h3").first().waitFor();
      await step("3-listing");
      expect(faults).toEqual([]);
      await context.close();
    },
    60_000,
  );
});
