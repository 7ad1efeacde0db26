/**
 * Imports and exports: `tsx --tsconfig web/tsconfig.json scripts/bench/exchange.ts [lines]`. Made-up services, one a
 * line, read as a stream and written to a catalogue in a folder of its own; the demo as a workbook, out and back; with
 * WAYMARK_SHARED the large sets. Says time and the most memory that the process needed.
 */
import { createWriteStream, existsSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as v from "valibot";
import { openCatalogue } from "#db/client.ts";
import { Mapping } from "#server/contract/mapping.ts";
import type { PublicArea } from "#server/contract/public-records.ts";
import { hsdsTaxonomies } from "#server/exchange/out/hsds/taxonomies.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import { suggestMapping } from "#server/exchange/mapping/suggest.ts";
import { loadAreaFinder } from "#server/node/area-finder.ts";
import { loadAreas } from "#server/node/areas.ts";
import { readSource } from "#server/node/read-source.ts";
import { DATA_WRITERS as WRITERS } from "../verbs/export-data.ts";
import { readDemo } from "../measure/in-memory.ts";
import { readStream } from "../import-stream/read-stream.ts";

/** Under `npm run bench` the arguments are not about these. */
const asked = (at: number, usual: number): number =>
  /^\d+$/u.test(process.argv[at] ?? "") ? Number(process.argv[at]) : usual;
const lines = asked(2, 5000);
/** How many of the lines are written as well: writing takes longer than reading by far. */
const written = Math.min(lines, asked(3, 1000));
const folder = mkdtempSync(path.join(tmpdir(), "waymark-bench-"));
const areas = loadAreaFinder(loadAreas());
let most = 0;
const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);

const uuid = (kind: number, n: number): string =>
  `${String(kind).padStart(8, "0")}-0000-4000-8000-${String(n).padStart(12, "0")}`;
async function makeLines(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  for (let n = 0; n < count; n++) {
    const organization = Math.floor(n / 4);
    const text = JSON.stringify({
      id: uuid(1, n),
      name: `Service ${n}`,
      description: "Help with papers, work and a place to stay. Ask what you need.",
      status: "active",
      organization: { id: uuid(2, organization), name: `Organization ${organization}`, description: "Help" },
      phones: [{ id: uuid(3, n), number: `053 ${100_000 + n}` }],
    });
    if (!out.write(`${text}\n`)) await new Promise<void>((resolve) => out.once("drain", () => resolve()));
  }
  await new Promise<void>((resolve) => out.end(() => resolve()));
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  most = process.memoryUsage().rss;
  const before = performance.now();
  const result = await work();
  const seconds = ((performance.now() - before) / 1000).toFixed(1);
  console.log(`| ${what} | ${seconds} s | ${Math.round(most / 1_000_000)} MB |`);
  return result;
}

const options = { format: "auto", areas, country: "TH", defaultScope: "general" } as const;
console.log("| what | time | most memory |\n|---|---|---|");
try {
  const many = path.join(folder, "many.ndjson");
  await makeLines(many, lines);
  const stream = await timed(`${lines} services, one a line: read as a stream`, () =>
    readStream(many, options, () => undefined),
  );
  await stream.close();
  const some = path.join(folder, "some.ndjson");
  await makeLines(some, written);
  const catalogue = await openCatalogue({ url: `file:${path.join(folder, "catalogue.db")}` });
  const context = { catalogue, actor: { type: "command-line" as const }, now: new Date() };
  const again = await readStream(some, options, () => undefined);
  for (const run of ["written for the first time", "written again, unchanged"])
    await timed(`${written} services ${run}`, () =>
      writeRecords(context, again.source, again.records(false), { origin: "import" }),
    );
  await again.close();
  const demo = await readDemo();
  const listings = Array.from({ length: written }, (_, n) => {
    const one = demo[n % demo.length];
    return one === undefined ? [] : [{ ...one, id: uuid(4, n) }];
  }).flat();
  const english = {
    lang: "en",
    site: null,
    areas: new Map<string, PublicArea>(),
    taxonomies: hsdsTaxonomies([]),
  };
  async function* given() {
    yield* listings;
  }
  for (const [format, write] of Object.entries(WRITERS))
    await timed(`${listings.length} listings exported: ${format}`, () =>
      write(given(), [english], path.join(folder, `out-${format}`)),
    );
  const shared = process.env["WAYMARK_SHARED"];
  for (const set of ["nyc-contracts-2021", "florida-legal-aid-2019"]) {
    const source = path.join(shared ?? "", "data", set);
    if (shared === undefined || !existsSync(source)) continue;
    const files = await readSource(source);
    await timed(`${set}: a mapping suggested`, () => Promise.resolve(suggestMapping(files, set)));
    const saved = path.join("test/exchange/mappings", `${set}.json`);
    const mapping = v.parse(Mapping, JSON.parse(await readFile(saved, "utf8")));
    await timed(`${set}: read`, () => Promise.resolve(readRecords(files, { ...options, mapping })));
  }
} finally {
  clearInterval(watch);
  rmSync(folder, { recursive: true, force: true });
}
