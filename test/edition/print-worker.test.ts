import { existsSync } from "node:fs";
import { join } from "node:path";
import { serve, type ServerType } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Edition } from "#server/contract/edition.ts";
import { prepareEdition } from "#server/edition/typst/prepare.ts";
import { makeEdition } from "#server/edition/make-edition.ts";
import { securityHeaders } from "#server/routes/security-headers.ts";
import type { makePdf as MakePdf } from "#web/print/make-pdf.ts";
import { compilePdf } from "../../scripts/print/compile-pdf.ts";
import { loadCompiler } from "../../scripts/print/load-compiler.ts";
import { printIcons } from "#web/print/print-icons.ts";
import { openBrowser } from "../browser/open-browser.ts";
import { demoEditions } from "./demo-source.ts";

const BUILT = existsSync("dist/web/print/typst.bin");
if (!BUILT) console.warn("Printing in the browser is not tested: npm run build has not been run.");

/** The page's own script, as the build would make it. */
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

const PAGE = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>List</title><script type="module" src="/page.js"></script>`;
/** The site's one policy lets through addresses of our own origin. */
const POLICY = `trustedTypes.createPolicy("default", { createScriptURL: (url) => url });`;

describe.skipIf(!BUILT)("printing on the device", () => {
  let server: ServerType;
  let browser: Browser;
  let page: Page;
  let demo: Awaited<ReturnType<typeof demoEditions>>;
  const asked: string[] = [];
  const broken: string[] = [];

  beforeAll(async () => {
    demo = await demoEditions();
    const code = await bundle();
    const app = new Hono()
      .use(securityHeaders)
      .get("/", (c) => c.html(PAGE))
      .get("/page.js", (c) =>
        c.body(`${POLICY}\nimport { makePdf } from "/make-pdf.js"; globalThis.makePdf = makePdf;`, 200, {
          "Content-Type": "text/javascript",
        }),
      )
      .get("/make-pdf.js", (c) => c.body(code, 200, { "Content-Type": "text/javascript" }))
      .use("/print/*", serveStatic({ root: "dist/web" }));
    const port = await new Promise<number>((resolve) => {
      server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, (info) => resolve(info.port));
    });
    browser = await openBrowser();
    page = await browser.newPage();
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => {
      if (message.type() === "error") broken.push(message.text());
    });
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.waitForFunction(() => "makePdf" in globalThis);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  async function prepared(lang: string, paper: "a5" | "a5-on-a4") {
    const source = await demo.source({ area: ["KH-2"], lang, paper });
    const edition = await makeEdition(source);
    return { source, edition, json: prepareEdition(edition, printIcons(), source.wordings) };
  }

  /** Runs `makePdf` in the page; a short text of what came of it. */
  const make = (edition: Edition, json: string, cancel = false) =>
    page.evaluate(
      async ([given, data, stop]) => {
        const { makePdf } = globalThis as unknown as { makePdf: typeof MakePdf };
        const stages = new Set<string>();
        const control = new AbortController();
        if (stop) setTimeout(() => control.abort(new Error("cancelled")), 0);
        try {
          const made = await makePdf(given, data, {
            signal: control.signal,
            onProgress: ({ stage }) => stages.add(stage),
          });
          const start = new TextDecoder().decode((await made.file.arrayBuffer()).slice(0, 5));
          return { pages: made.pages, start, size: made.file.size, stages: [...stages], error: null };
        } catch (error) {
          return { pages: 0, start: "", size: 0, stages: [...stages], error: String(error) };
        }
      },
      [edition, json, cancel] as const,
    );

  test("nothing of the compiler is fetched before somebody prints", () => {
    expect(asked.filter((url) => url.includes("/print/"))).toEqual([]);
  });

  test(
    "makes the same pages as the command, under the site's policy, and asks nobody else",
    { timeout: 90_000 },
    async () => {
      const { source, edition, json } = await prepared("th", "a5");
      const made = await make(edition, json);
      expect(made).toMatchObject({ error: null, start: "%PDF-", stages: ["loading", "drawing"] });
      if (loadCompiler() !== null)
        expect(made.pages).toBe((await compilePdf(edition, source.wordings)).pages);
      expect(broken).toEqual([]);
      const origin = new URL(page.url()).origin;
      expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
      // The letters of every script, whatever is printed: so that they say nothing of it.
      for (const script of ["latin", "thai", "lao", "khmer", "myanmar", "arabic"])
        expect(asked.filter((url) => url.includes(`/print/${script}-0`))).toHaveLength(1);
    },
  );

  test("puts pages two on a sheet, and stops when it is cancelled", { timeout: 90_000 }, async () => {
    const { edition, json } = await prepared("en", "a5-on-a4");
    expect(await make(edition, json)).toMatchObject({ error: null, start: "%PDF-" });
    expect((await make(edition, json, true)).error).toContain("cancelled");
    expect(asked.filter((url) => url.endsWith("/print/typst.bin"))).toHaveLength(1);
  });
});
