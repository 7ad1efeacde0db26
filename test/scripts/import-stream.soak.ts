import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { count } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { openCatalogue } from "#db/client.ts";
import { service } from "#db/schema/catalogue/index.ts";

/** 100,000 services through the command itself, in a process of its own whose memory is read at its end. */

const MANY = Number(process.env["ROWS"] ?? 100_000);
/** MB. Reading 1,000 needs about 180; what grows with the source must not show. */
const MOST_MB = 600;
const folder = mkdtempSync(path.join(tmpdir(), "waymark-soak-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const uuid = (kind: number, n: number): string =>
  `${String(kind).padStart(8, "0")}-0000-4000-8000-${String(n).padStart(12, "0")}`;

async function writeLines(name: string, lines: Iterable<string>): Promise<void> {
  const out = createWriteStream(path.join(folder, name));
  for (const line of lines)
    if (!out.write(`${line}\n`)) await new Promise<void>((resolve) => out.once("drain", () => resolve()));
  await new Promise<void>((resolve) => out.end(() => resolve()));
}

function* numbers(header: string | null, rowOf: (n: number) => string): Generator<string> {
  if (header !== null) yield header;
  for (let n = 0; n < MANY; n++) yield rowOf(n);
}

interface Run {
  readonly code: number | null;
  readonly said: string;
  readonly answer: string;
  readonly megabytes: number;
  readonly seconds: number;
}
async function run(source: string, data: string, stopAt?: RegExp): Promise<Run> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--import", "./test/scripts/say-memory.ts", "scripts/directory.ts", "import"].concat(
      path.join(folder, source),
      "--country",
      "TH",
      "--scope",
      "general",
      "--json",
    ),
    {
      env: {
        ...process.env,
        // What a run puts on the disk lies here, so that what is left of it is seen.
        TMPDIR: folder,
        DATA_DIR: path.join(folder, data),
        DEMO: "0",
        TSX_TSCONFIG_PATH: "web/tsconfig.json",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  let isStopped = false;
  let answer = "";
  child.stdout.on("data", (text: Buffer) => (answer += text.toString()));
  child.stderr.on("data", (text: Buffer) => {
    said += text.toString();
    if (!isStopped && stopAt?.test(said) === true) isStopped = child.kill("SIGINT");
  });
  const [code] = (await once(child, "close")) as [number | null];
  const megabytes = Math.round(Number(/most memory: (\d+) kB/u.exec(said)?.[1] ?? Number.NaN) / 1000);
  return { code, said, answer, megabytes, seconds: Math.round((performance.now() - began) / 1000) };
}

const rowsIn = async (data: string): Promise<number> => {
  const catalogue = await openCatalogue({ url: `file:${path.join(folder, data, "catalogue.db")}` });
  return (await catalogue.select({ n: count() }).from(service))[0]?.n ?? 0;
};
const tell = (what: string, { seconds, megabytes }: Run): void =>
  console.log(`${MANY} services, ${what}: ${seconds} s, at most ${megabytes} MB`);

describe("a hundred thousand services", () => {
  test("one a line: interrupted in the middle of the writing nothing is there; then all are, in bounded memory, and a second time nothing changes", async () => {
    await writeLines(
      "many.ndjson",
      numbers(null, (n) =>
        JSON.stringify({
          id: uuid(1, n),
          name: `Service ${n}`,
          description: "Help with papers, work and a place to stay. Ask what you need.",
          status: "active",
          organization: { id: uuid(2, n >> 2), name: `Organization ${n >> 2}`, description: "Help" },
          phones: [{ id: uuid(3, n), number: `053 ${100_000 + n}` }],
        }),
      ),
    );
    const stopped = await run("many.ndjson", "lines", /writing: .+ %/u);
    expect(stopped.code).toBe(130);
    expect(await rowsIn("lines")).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith("waymark-import-"))).toEqual([]);

    const first = await run("many.ndjson", "lines");
    tell("read and written from lines", first);
    expect(JSON.parse(first.answer)).toMatchObject({ services: { new: MANY } });
    expect(first.said).toMatch(/(?:reading|checking|writing): .+ %/u);
    expect(first.megabytes).toBeLessThan(MOST_MB);
    expect(await rowsIn("lines")).toBe(MANY);

    const again = await run("many.ndjson", "lines");
    tell("a second time", again);
    expect(JSON.parse(again.answer)).toMatchObject({ services: { new: 0, changed: 0, unchanged: MANY } });
    expect(again.megabytes).toBeLessThan(MOST_MB);
  });

  test("as a folder of five tables: all are there, in bounded memory", async () => {
    const { mkdir } = await import("node:fs/promises");
    await mkdir(path.join(folder, "tables"));
    const table = (name: string, header: string, rowOf: (n: number) => string) =>
      writeLines(`tables/${name}.csv`, numbers(header, rowOf));
    await table("organizations", "id,name,description", (n) => `${uuid(2, n)},Organization ${n},Help`);
    await table(
      "services",
      "id,organization_id,name,description,status",
      (n) => `${uuid(1, n)},${uuid(2, n >> 2)},Service ${n},"Help, and a place to stay",active`,
    );
    await table(
      "locations",
      "id,location_type,name,latitude,longitude",
      (n) => `${uuid(4, n)},physical,Place ${n},18.79,98.98`,
    );
    await table(
      "service_at_location",
      "id,service_id,location_id",
      (n) => `${uuid(5, n)},${uuid(1, n)},${uuid(4, n)}`,
    );
    await table("phones", "id,service_id,number", (n) => `${uuid(3, n)},${uuid(1, n)},053 ${100_000 + n}`);
    const first = await run("tables", "tables-data");
    tell("read and written from five tables", first);
    expect(first.code).toBe(0);
    expect(first.megabytes).toBeLessThan(MOST_MB);
    expect(await rowsIn("tables-data")).toBe(MANY);
  });
});
