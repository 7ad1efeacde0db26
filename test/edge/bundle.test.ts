import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "edge-bundle-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const require = createRequire(import.meta.url);
const WRANGLER = join(dirname(require.resolve("wrangler/package.json")), "bin", "wrangler.js");

/** Bundles a worker as a deployment would, and answers the files in it and its text. */
function bundle(environment: "public" | "curate") {
  const out = join(folder, environment);
  const args = ["deploy", "--dry-run", `--env=${environment}`, `--outdir=${out}`, "--metafile"];
  execFileSync(process.execPath, [WRANGLER, ...args], {
    stdio: "pipe",
    env: {
      ...process.env,
      WRANGLER_SEND_METRICS: "false",
      WRANGLER_SEND_ERROR_REPORTS: "false",
      WRANGLER_HIDE_BANNER: "true",
      WRANGLER_LOG_PATH: join(folder, "wrangler.log"),
      XDG_CONFIG_HOME: join(folder, "config"),
    },
  });
  const { inputs } = JSON.parse(readFileSync(join(out, "bundle-meta.json"), "utf8")) as {
    inputs: Record<string, unknown>;
  };
  const script = environment === "public" ? "worker.js" : "worker-curate.js";
  return {
    files: Object.keys(inputs).filter((file) => !file.includes("node_modules")),
    text: readFileSync(join(out, script), "utf8"),
  };
}

/** Where the catalogue is known: its tables, client, records and verbs, what reads into it and what carries it over. */
const CATALOGUE =
  /^(db\/(schema\/catalogue|client-web-catalogue|seed\/(demo|hotlines))|server\/(curation|publication|exchange\/(?!out\/)))/u;

describe("what is deployed", () => {
  test("the public worker holds no code that knows the catalogue, and no name of its private columns", () => {
    const { files, text } = bundle("public");
    expect(files).toEqual(
      expect.arrayContaining(["server/worker.ts", "server/public-app.ts", "web/render.tsx"]),
    );
    expect(files.filter((file) => CATALOGUE.test(file))).toEqual([]);
    expect(text).not.toMatch(/private_note|do_not_refer|privacy_set_by|source_record|CATALOGUE_(URL|TOKEN)/u);
  });

  test("the back office's worker does hold it, so that the test above can fail", () => {
    const { files, text } = bundle("curate");
    expect(files.filter((file) => CATALOGUE.test(file)).length).toBeGreaterThan(10);
    expect(text).toMatch(/private_note/u);
  });
});
