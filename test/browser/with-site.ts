import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openBrowser } from "./open-browser.ts";
import { type Added, serveDemo, type Served } from "./serve-demo.ts";

export interface Site {
  readonly browser: Browser;
  readonly demo: Served;
}

/** A browser and the demo for the tests of a file or of a group, started before them and ended after them. */
export function withSite(added?: Added): Site {
  let browser: Browser | undefined;
  let demo: Served | undefined;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(), serveDemo(added)]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });
  const started = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error("Only inside a test: the site is started before the first one.");
    return one;
  };
  return {
    get browser() {
      return started(browser);
    },
    get demo() {
      return started(demo);
    },
  };
}
