/**
 * How long a booklet takes: natively, and in a browser worker under the site's policy. The listings are those of the
 * demo, as often as it takes.
 */
import { once } from "node:events";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { build } from "vite";
import type { Edition } from "#server/contract/edition.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { type EditionSource, makeEdition } from "#server/edition/make-edition.ts";
import { prepareEdition } from "#server/edition/typst/prepare.ts";
import { securityHeaders } from "#server/routes/security-headers.ts";
import type { makePdf as MakePdf } from "#web/print/make-pdf.ts";
import { printIcons } from "#web/print/print-icons.ts";
import { demoEditions } from "../../test/edition/demo-source.ts";
import { openBrowser } from "../../test/browser/open-browser.ts";
import { compilePdf } from "../print/compile-pdf.ts";
import { loadCompiler } from "../print/load-compiler.ts";

export interface PrintTime {
  readonly listings: number;
  readonly pages: number;
  /** Of the PDF. */
  readonly megabytes: number;
  /** Seconds from listings to blocks; null where it was not measured, as the others. */
  readonly edition: number | null;
  /** Seconds from blocks to a file. */
  readonly native: number | null;
  /** Seconds, with fetching the compiler from this machine; why not, where the browser cannot. */
  readonly browser: number | string | null;
}

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** As many listings, each with an id and a code of its own. */
function repeated(listings: readonly PublishedListing[], count: number): readonly PublishedListing[] {
  return Array.from({ length: count }, (_, at) => {
    const listing = listings[at % listings.length];
    if (listing === undefined) throw new Error("The demo is empty");
    const digits = Array.from({ length: 5 }, (__, place) => ALPHABET[Math.floor(at / 32 ** place) % 32]);
    return { ...listing, id: `${at}`, facts: { ...listing.facts, code: `${digits.join("")}-0` } };
  });
}

async function bundle(): Promise<string> {
  const entry = join(import.meta.dirname, "../../web/print/make-pdf.ts");
  const output = await build({
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    build: { write: false, target: "es2022", lib: { entry, formats: ["es"], fileName: "make-pdf" } },
  });
  const [made] = Array.isArray(output) ? output : [output];
  if (made === undefined || !("output" in made)) throw new Error("Nothing was built");
  return made.output[0].code;
}

const PAGE = `<!doctype html><html lang="en"><title>List</title><script type="module" src="/page.js"></script>`;
const SCRIPT = `trustedTypes.createPolicy("default", { createScriptURL: (url) => url });
import { makePdf } from "/make-pdf.js"; globalThis.makePdf = makePdf;`;

/** Draws in a browser of its own. Answers seconds. */
async function inBrowser(edition: Edition, json: string): Promise<number> {
  const code = await bundle();
  const script = { "Content-Type": "text/javascript" };
  const app = new Hono()
    .use(securityHeaders)
    .get("/", (c) => c.html(PAGE))
    .get("/page.js", (c) => c.body(SCRIPT, 200, script))
    .get("/make-pdf.js", (c) => c.body(code, 200, script))
    .use("/print/*", serveStatic({ root: "dist/web" }));
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  await once(server, "listening");
  const address = server.address();
  const port = address === null || typeof address === "string" ? 0 : address.port;
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.waitForFunction(() => "makePdf" in globalThis);
    return await page.evaluate(
      async ([given, data]) => {
        const { makePdf } = globalThis as unknown as { makePdf: typeof MakePdf };
        const start = performance.now();
        await makePdf(given, data);
        return (performance.now() - start) / 1000;
      },
      [edition, json] as const,
    );
  } finally {
    await browser.close();
    server.close();
  }
}

/** Booklets on A4 in English of so many listings. Needs `npm run build` for the browser. */
export async function benchPrinting(counts: readonly number[], withBrowser: boolean): Promise<PrintTime[]> {
  const demo = await demoEditions();
  const source = await demo.source({});
  const times: PrintTime[] = [];
  for (const count of counts) {
    const many: EditionSource = { ...source, listings: repeated(source.listings, count) };
    const begun = performance.now();
    const edition = await makeEdition(many);
    const made = performance.now();
    const pdf = loadCompiler() === null ? null : await compilePdf(edition, source.wordings);
    const drawn = performance.now();
    const json = prepareEdition(edition, printIcons(), source.wordings);
    times.push({
      listings: count,
      pages: pdf?.pages ?? 0,
      megabytes: (pdf?.bytes.length ?? 0) / 1e6,
      edition: (made - begun) / 1000,
      native: pdf === null ? null : (drawn - made) / 1000,
      browser: withBrowser ? await inBrowser(edition, json).catch(reasonOf) : null,
    });
  }
  return times;
}

/** In a line: a browser that runs out of stack or memory is a finding, and no end of the bench. */
const reasonOf = (error: unknown): string =>
  `cannot: ${(error instanceof Error ? error.message : String(error)).split("\n")[0] ?? ""}`;

/** A line for each. */
export function printingTable(times: readonly PrintTime[]): string {
  const seconds = (value: number | string | null) =>
    value === null ? "not measured" : typeof value === "string" ? value : `${value.toFixed(1)} s`;
  return times
    .map(
      ({ listings, pages, megabytes, edition, native, browser }) =>
        `  ${listings} listings: ${pages} pages, ${megabytes.toFixed(1)} MB; blocks ${seconds(edition)}, native ${seconds(native)}, browser ${seconds(browser)}`,
    )
    .join("\n");
}
