import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { appendFile, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { count } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCatalogue } from "#db/client.ts";
import { service } from "#db/schema/catalogue/index.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import type { Problem } from "#server/exchange/read-result.ts";
import { loadAreaFinder } from "#server/node/area-finder.ts";
import { readSource } from "#server/node/read-source.ts";
import { isStreamed, readStream } from "../../scripts/import-stream/read-stream.ts";
import { areas, memoryDirectory } from "../records/memory.ts";

const folder = mkdtempSync(path.join(tmpdir(), "waymark-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const FINDER = loadAreaFinder(areas);
const OPTIONS = { format: "auto", areas: FINDER, country: "TH", defaultScope: "general" } as const;
const quiet = (): void => undefined;

const uuid = (kind: number, n: number): string =>
  `${String(kind).padStart(8, "0")}-0000-4000-8000-${String(n).padStart(12, "0")}`;
/** One HSDS service a line; every third one belongs to the same organization, and they come mixed. */
const lineOf = (n: number): string =>
  JSON.stringify({
    id: uuid(1, n),
    name: `Service ${n}`,
    status: "active",
    organization: {
      id: uuid(2, n % 3 === 0 ? 0 : n),
      name: `Organization ${n % 3 === 0 ? 0 : n}`,
      description: "x",
    },
    phones: [{ id: uuid(3, n), number: n === 4 ? "053 1 / 053 222 333" : "053 111 222" }],
  });
const write = async (name: string, lines: number): Promise<string> => {
  const file = path.join(folder, name);
  await writeFile(file, "");
  for (let at = 0; at < lines; at += 1000)
    await appendFile(
      file,
      `${Array.from({ length: Math.min(1000, lines - at) }, (_, n) => lineOf(at + n)).join("\n")}\n`,
    );
  return file;
};

describe("a source that is read as a stream", () => {
  let file = "";
  beforeAll(async () => {
    file = await write("services.ndjson", 9);
  });

  test("gives the records of the ordinary reader, organization by organization, and names lines of the real file", async () => {
    const stream = await readStream(file, OPTIONS, quiet);
    try {
      expect(stream.counts).toMatchObject({ organizations: 7, services: 9, error: 0 });
      expect(stream.problems).toContainEqual(
        expect.objectContaining({ code: "number-several", file: "services.ndjson", row: 5 }),
      );
      const directory = await memoryDirectory();
      const report = await writeRecords(directory.context, stream.source, stream.records(false), {
        origin: "import",
      });
      expect(report.services).toEqual({ new: 9, changed: 0, unchanged: 0 });
      const again = await writeRecords(directory.context, stream.source, stream.records(false), {
        origin: "import",
      });
      expect(again.services).toEqual({ new: 0, changed: 0, unchanged: 9 });
      expect(again.organizations).toEqual({ new: 0, changed: 0, unchanged: 7 });
    } finally {
      await stream.close();
    }
  });

  test("a table with a mapping is read the same way, cells over several lines included", async () => {
    const csv = path.join(folder, "partners.csv");
    await writeFile(
      csv,
      'Partner,Service,Phone,About\nA,One,053 111 222,"two\nlines"\nB,Two,x,\nA,Three,053 1/053 222 333,\n',
    );
    const columns = {
      Partner: "organization.name",
      Service: "service.name",
      Phone: "service.phone",
      About: "service.description",
    } as const;
    const mapping = {
      version: 1 as const,
      source: "partners",
      dates: "unknown" as const,
      services: ["legal-advice"],
      terms: {},
      tables: [{ file: "partners.csv", columns, between: {}, joins: [] }],
    };
    const stream = await readStream(csv, { ...OPTIONS, mapping }, quiet);
    try {
      expect(stream.counts).toMatchObject({ organizations: 2, services: 3, error: 0 });
      expect(
        stream.problems.filter(({ level }) => level === "held").map(({ row, column }) => [row, column]),
      ).toEqual([
        [5, "Phone"],
        [4, "Phone"],
      ]);
    } finally {
      await stream.close();
    }
  });

  test("a folder of tables is read as if it were read at once: what hangs together is read together, and what is wrong is told with its line", async () => {
    const tables = path.join(folder, "tables");
    await mkdir(tables);
    const csv = async (name: string, ...lines: string[]): Promise<void> =>
      writeFile(path.join(tables, `${name}.csv`), `${lines.join("\n")}\n`);
    await csv(
      "organizations",
      "id,name,description,email",
      "1,A,x,",
      "2,B,x,boss@c.example",
      "3,C,x,",
      "4,D,x,",
      "5,E,x,",
    );
    await csv(
      "services",
      "id,organization_id,name,status,privte",
      "1,1,One,active,",
      '2,2,"Two\nlines",active,',
      "3,3,Three,active,",
      "3,4,Three again,active,",
      "4,99,Nobody's,active,",
      "5,5,,active,",
    );
    // One place of two organizations, a place of nobody, and one that is not there.
    await csv("locations", "id,location_type,name", "1,physical,House", "2,physical,Empty");
    await csv("service_at_location", "id,service_id,location_id", "1,1,1", "2,2,1", "3,3,9");
    await csv(
      "phones",
      "id,service_id,number",
      "1,1,053 111 222",
      "2,2,053-111222",
      "3,3,053 1 / 053 222 333",
      "4,,1",
    );
    await csv("contacts", "id,service_id,name,email", "1,3,Ann,boss@c.example");
    await csv("taxonomy_terms", "id,name", "1,Legal aid", "2,Nonsense");
    await csv(
      "attributes",
      "id,link_id,link_entity,taxonomy_term_id",
      "1,1,service,1",
      "2,2,service,2",
      "3,77,service,1",
    );
    const names = ["organizations", "services", "locations", "service_at_location", "phones", "contacts"];
    const files = [...names, "taxonomy_terms", "attributes"].map((name) => ({
      name: `${name}.csv`,
      bytes: new Uint8Array(readFileSync(path.join(tables, `${name}.csv`))),
    }));
    const whole = readRecords(files, OPTIONS);
    const stream = await readStream(tables, OPTIONS, quiet);
    const told = (problems: readonly Problem[]) =>
      problems
        .map(({ level, code, file: at, row, column }) => `${level} ${code} ${at} ${row} ${column}`)
        .sort();
    try {
      expect(told(stream.problems)).toEqual(told(whole.problems));
      for (const line of [
        "error missing-parent services.csv 7 organization_id",
        "error missing-value services.csv 8 name",
        "error missing-parent service_at_location.csv 4 location_id",
        "held repeated-id services.csv 5 id",
        "note number-shared phones.csv 2 number",
      ])
        expect(told(stream.problems)).toContain(line);
      expect(stream.source).toBe(whole.source);
      expect(stream.counts).toMatchObject({
        organizations: whole.counts.organizations,
        services: whole.counts.services,
        held: whole.counts.held,
        error: whole.counts.problems.error,
        heldReasons: whole.counts.problems.held,
        note: whole.counts.problems.note,
      });
    } finally {
      await stream.close();
    }
  });

  test("what is too large to be read at once is refused, and told what may be larger", async () => {
    const large = path.join(folder, "large");
    await mkdir(large);
    await writeFile(path.join(large, "data.json"), "x".repeat(3000));
    await expect(readSource(large, 2000)).rejects.toMatchObject({
      code: "too_large",
      message: expect.stringContaining("a folder of HSDS tables alone"),
    });
    expect(await isStreamed(large, undefined)).toBe(false);
  });

  test("what a killed run left behind goes with the next one", async () => {
    const left = await mkdtemp(path.join(tmpdir(), "waymark-import-999999999-"));
    await (await readStream(file, OPTIONS, quiet)).close();
    expect(existsSync(left)).toBe(false);
  });

  test("a line that is no JSON, and one that names no organization, refuse it and are named", async () => {
    const bad = path.join(folder, "bad.ndjson");
    await writeFile(bad, `${lineOf(1)}\n{ not json\n`);
    await expect(readStream(bad, OPTIONS, quiet)).rejects.toThrow("line 2");
    await writeFile(bad, `${lineOf(1)}\n\n{"id":"x"}\n`);
    await expect(readStream(bad, OPTIONS, quiet)).rejects.toThrow(
      "line 3: this service names no organization",
    );
  });

  test("killed in the middle of the writing, nothing is half done", { timeout: 60_000 }, async () => {
    const many = await write("many.ndjson", 60);
    const data = path.join(folder, "data");
    const child = spawn(process.execPath, ["--import", "tsx", "test/scripts/half-import.ts", many], {
      env: { ...process.env, DATA_DIR: data, TSX_TSCONFIG_PATH: "web/tsconfig.json" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    const catalogue = await openCatalogue({ url: `file:${path.join(data, "catalogue.db")}` });
    const rows = async () => (await catalogue.select({ n: count() }).from(service))[0]?.n;
    expect(await rows()).toBe(0);
    const stream = await readStream(many, OPTIONS, quiet);
    const context = { catalogue, actor: { type: "command-line" as const }, now: new Date() };
    await writeRecords(context, stream.source, stream.records(false), { origin: "import" });
    await stream.close();
    expect(await rows()).toBe(60);
  });
});
