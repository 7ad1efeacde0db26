import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { PublishingStep } from "#server/contract/curate/desk.ts";

/** Seconds of each step of a publishing, and of the end of its transaction. */
export type StepTimes = Readonly<Record<PublishingStep | "commit", number>>;

/** What publishing so many listings took, and one change after it. Seconds; bytes. */
export interface PublishBench {
  readonly listings: number;
  readonly first: StepTimes;
  /** A changed name of one listing that serves its own area: the middle one of several. */
  readonly one: StepTimes;
  /** What that change wrote: the write-ahead log of its transaction. */
  readonly written: number;
  /** Listings in the chunk of its area that was made anew. */
  readonly chunk: number;
  /** Files of bundles, and those that the change wrote. */
  readonly files: number;
  readonly filesOfOne: number;
  readonly stored: number;
  /** The most memory of the process: resident, its own code with it. */
  readonly memory: number;
  /** The public side after that change: the list of cells, the index of a language, what is signed. */
  readonly reading: {
    readonly cells: number;
    readonly cellParts: number;
    readonly index: number;
    readonly indexBytes: number;
    readonly signed: number;
    readonly signedBytes: number;
  };
}

/** Megabytes of heap that a publishing is given, of any size. */
const HEAP = 256;

/** The published side's own work, for each size in a process of its own with a small heap. */
export async function benchPublish(
  samples: readonly PublishedListing[],
  sizes: readonly number[],
): Promise<readonly PublishBench[]> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-bench-publish-"));
  const templates = join(folder, "templates.json");
  writeFileSync(templates, JSON.stringify(samples.filter(({ facts }) => facts.needs.length > 0)));
  const found: PublishBench[] = [];
  try {
    for (const many of sizes) {
      const running = promisify(execFile)(
        process.execPath,
        [
          `--max-old-space-size=${HEAP}`,
          createRequire(import.meta.url).resolve("tsx/cli"),
          "--tsconfig",
          "web/tsconfig.json",
          "scripts/bench/publish-once.ts",
          String(many),
          templates,
        ],
        { env: { ...process.env, NODE_OPTIONS: `--max-old-space-size=${HEAP}` }, maxBuffer: 1e8 },
      );
      running.child.stderr?.pipe(process.stderr);
      found.push(JSON.parse((await running).stdout) as PublishBench);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return found;
}

const sum = (times: StepTimes) => Object.values(times).reduce((all, time) => all + time, 0);
const kB = (bytes: number) => (bytes / 1000).toFixed(0);
const ms = (seconds: number) => (seconds * 1000).toFixed(0);

/** The figures as lines of three tables. */
export function publishTable(benches: readonly PublishBench[]): string {
  const rows = (line: (bench: PublishBench) => readonly (string | number)[]) =>
    benches.map((bench) => `| ${[bench.listings.toLocaleString("en"), ...line(bench)].join(" | ")} |`);
  return [
    `First publication, English, brotli 5, with a heap of ${HEAP} MB: seconds`,
    "",
    "| listings | all | listings | bundles | cells | lists, commit | files | store, MB | most memory, MB |",
    "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...rows(({ first, files, stored, memory }) => [
      sum(first).toFixed(1),
      first.listings.toFixed(1),
      first.bundles.toFixed(1),
      first.cells.toFixed(1),
      (first.lists + first.commit).toFixed(1),
      files,
      (stored / 1e6).toFixed(0),
      (memory / 1e6).toFixed(0),
    ]),
    "",
    "One change after it: milliseconds",
    "",
    "| listings | all | listings | bundles | cells | lists | commit | in its chunk | files written | written, kB |",
    "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...rows(({ one, chunk, filesOfOne, written }) => [
      ms(sum(one)),
      ms(one.listings),
      ms(one.bundles),
      ms(one.cells),
      ms(one.lists),
      ms(one.commit),
      chunk,
      filesOfOne,
      kB(written),
    ]),
    "",
    "The public side after that change: milliseconds",
    "",
    "| listings | list of cells | parts of cells | index of a language | kB | what is signed | kB |",
    "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...rows(({ reading }) => [
      ms(reading.cells),
      reading.cellParts,
      ms(reading.index),
      kB(reading.indexBytes),
      ms(reading.signed),
      kB(reading.signedBytes),
    ]),
  ].join("\n");
}
