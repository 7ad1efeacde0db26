import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import type { PublishBench } from "../../scripts/bench/publish.ts";
import { chanceFrom, randomListing } from "../directory/random-listings.ts";

/** A first publication with a small heap, in a process of its own whose memory is read at its end. */

/** MB; `npm run bench` publishes a million with 256. */
const HEAP = 128;
const SIZES = [10_000, Number(process.env["LISTINGS"] ?? 60_000)];
const folder = mkdtempSync(join(tmpdir(), "large-publish-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function publish(many: number): Promise<PublishBench> {
  const templates = join(folder, "templates.json");
  const chance = chanceFrom(5);
  const samples = Array.from({ length: 200 }, (_, number) => {
    const one = randomListing(chance, number);
    return { ...one, facts: { ...one.facts, areas: ["TH-50"] } };
  });
  writeFileSync(templates, JSON.stringify(samples));
  const tsx = createRequire(import.meta.url).resolve("tsx/cli");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [tsx, "--tsconfig", "web/tsconfig.json", "scripts/bench/publish-once.ts", String(many), templates],
    { env: { ...process.env, NODE_OPTIONS: `--max-old-space-size=${HEAP}` }, maxBuffer: 1e8 },
  );
  return JSON.parse(stdout) as PublishBench;
}

test("six times as many listings are published with the same heap, and one change writes hardly more", async () => {
  const [few, more] = [await publish(SIZES[0] ?? 0), await publish(SIZES[1] ?? 0)];
  for (const { listings, memory, written } of [few, more])
    console.log(
      `${listings} listings with a heap of ${HEAP} MB: ${(memory / 1e6).toFixed(0)} MB at most; one change writes ${(written / 1000).toFixed(0)} kB`,
    );
  expect(more.memory).toBeLessThan(few.memory * 1.5);
  // Its own chunk is larger, up to PART_CAP; nothing else is.
  expect(more.written).toBeLessThan(few.written + 500_000);
});
