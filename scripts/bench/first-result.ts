import type { Page } from "playwright-core";
import { findInChiangMai } from "../../test/browser/open-page.ts";
import { openBrowser } from "../../test/browser/open-browser.ts";
import { serveDemo } from "../../test/browser/serve-demo.ts";

/** How long somebody waits on a first visit. Milliseconds. */
export interface FirstResult {
  readonly device: string;
  /** Until the page is painted at all. */
  readonly painted: number;
  /** Until the start page answers a tap: its script runs. */
  readonly ready: number;
  /** From the tap on a need over choosing a town to the first card of the list, the parts of its area fetched meanwhile. */
  readonly list: number;
  /** Bytes that came over the network until then. */
  readonly bytes: number;
}

interface Device {
  readonly name: string;
  readonly slowed: number;
  /** Bytes a second, and milliseconds of each way there and back; null: loopback as it is. */
  readonly network: { readonly bytes: number; readonly latency: number } | null;
}

const DEVICES: readonly Device[] = [
  { name: "this machine, loopback", slowed: 1, network: null },
  {
    name: "processor slowed 6 times, 400 kbit/s, 400 ms",
    slowed: 6,
    network: { bytes: 50_000, latency: 400 },
  },
];

/** The demo on a first visit with an empty cache: start page, a need, a town, the list. Needs `npm run build`. */
export async function benchFirstResult(): Promise<readonly FirstResult[]> {
  const served = await serveDemo();
  const browser = await openBrowser();
  const found: FirstResult[] = [];
  try {
    for (const device of DEVICES) {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
      context.setDefaultTimeout(120_000);
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      let bytes = 0;
      await devtools.send("Network.enable");
      devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: device.slowed });
      if (device.network !== null)
        await devtools.send("Network.emulateNetworkConditions", {
          offline: false,
          latency: device.network.latency,
          downloadThroughput: device.network.bytes,
          uploadThroughput: device.network.bytes,
        });
      found.push({ device: device.name, ...(await visit(page, served.url)), bytes });
      await context.close();
    }
  } finally {
    await browser.close();
    await served.close();
  }
  return found;
}

async function visit(page: Page, url: string): Promise<Omit<FirstResult, "device" | "bytes">> {
  const began = performance.now();
  await page.goto(`${url}/en/`, { waitUntil: "commit" });
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if (entry.name === "first-contentful-paint") resolve(entry.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
  await page.getByRole("button", { name: /^Someone to talk to/u }).waitFor();
  const ready = performance.now() - began;
  const before = performance.now();
  await findInChiangMai(page);
  return { painted, ready, list: performance.now() - before };
}

/** The figures as lines of a table. */
export function firstResultTable(results: readonly FirstResult[]): string {
  return [
    "| device | first paint, s | start page answers, s | need, town, list, s | kB over the network |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...results.map(({ device, painted, ready, list, bytes }) => {
      const s = (ms: number) => (ms / 1000).toFixed(1);
      return `| ${device} | ${s(painted)} | ${s(ready)} | ${s(list)} | ${(bytes / 1000).toFixed(0)} |`;
    }),
  ].join("\n");
}
