/**
 * Sources of any length, in bounded memory: HSDS services one a line (`.ndjson`, what `/hsds/services?format=ndjson`
 * answers), and one table with a mapping (`.csv`). Lines are put on the disk by organization, read organization by
 * organization with the ordinary reader, and only what stands is handed on.
 */
import path from "node:path";
import { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import * as v from "valibot";
import { DirectoryError } from "#server/contract/errors.ts";
import type { Mapping } from "#server/contract/mapping.ts";
import { parseCsv } from "#server/exchange/csv.ts";
import { fatalErrors, leaveOutErrors } from "#server/exchange/leave-out-errors.ts";
import { headersOf } from "#server/exchange/mapping/open-tables.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import type { Problem, ReadOptions, SourceFile } from "#server/exchange/read-result.ts";
import { csvRecords, sourceLines } from "./source-lines.ts";
import { openSpool, type Spool, type SpooledLine } from "./spool.ts";

/** Problems that are kept word by word; the rest is counted. */
const MOST_PROBLEMS = 1000;

export interface StreamResult {
  readonly source: string;
  readonly counts: {
    organizations: number;
    services: number;
    held: number;
    error: number;
    heldReasons: number;
    note: number;
  };
  readonly problems: readonly Problem[];
  /** Errors that leave nothing to take. */
  readonly fatal: number;
  /** Whether some of it is made up: examples that nobody can use. */
  readonly hasFictional: boolean;
  records(fictional: boolean): AsyncGenerator<OrganizationRecord>;
  close(): Promise<void>;
}

const Kept = v.object({ record: OrganizationRecord, fictional: v.boolean() });

type Tell = (what: string, done: number, of: number) => void;

/** Whether a file is read as a stream: by its name, or because it is large and has a mapping of one table. */
export const isStreamed = (file: string, bytes: number, mapping: Mapping | undefined): boolean =>
  /\.(?:ndjson|jsonl)$/iu.test(file) ||
  (/\.csv$/iu.test(file) &&
    bytes > 20_000_000 &&
    mapping?.tables.length === 1 &&
    mapping.tables[0]?.joins.length === 0);

/** Reads a file as a stream. Nothing is written to the catalogue here. Throws `bad_request`, `too_large`. */
export async function readStream(file: string, options: ReadOptions, tell: Tell): Promise<StreamResult> {
  const spool = await openSpool();
  try {
    const name = path.basename(file);
    const toFile = /\.csv$/iu.test(file)
      ? await spoolCsv(file, name, options.mapping, spool, tell)
      : await spoolLines(file, name, spool, tell);
    const organizations = await spool.ready();
    const counts = { organizations: 0, services: 0, held: 0, error: 0, heldReasons: 0, note: 0 };
    const problems: Problem[] = [];
    let fatal = 0;
    let source = options.source ?? options.mapping?.source ?? "";
    let done = 0;
    let hasFictional = false;
    for await (const lines of spool.organizations()) {
      const { file: part, rows } = toFile(lines);
      const result = readRecords([part], { ...options, source: source === "" ? undefined : source });
      source = source === "" ? result.source : source;
      counts.organizations += result.counts.organizations;
      counts.services += result.counts.services;
      counts.held += result.counts.held;
      counts.error += result.counts.problems.error;
      counts.heldReasons += result.counts.problems.held;
      counts.note += result.counts.problems.note;
      hasFictional ||= result.fictional.length > 0;
      fatal += fatalErrors(result.problems).length;
      for (const problem of result.problems)
        if (problems.length < MOST_PROBLEMS) problems.push(placed(problem, name, rows));
      for (const record of leaveOutErrors(result))
        await spool.keep({ record, fictional: result.fictional.includes(record.sourceId) });
      tell("checking", ++done, organizations);
    }
    return {
      source,
      counts,
      problems,
      fatal,
      hasFictional,
      close: () => spool.close(),
      async *records(fictional) {
        for await (const kept of spool.records()) {
          const read = v.parse(Kept, kept);
          if (read.fictional === fictional) yield read.record;
        }
      },
    };
  } catch (error) {
    await spool.close();
    throw error;
  }
}

/** Turns the lines of one organization into a file for the ordinary reader, with the line of each of its rows. */
type ToFile = (lines: readonly SpooledLine[]) => {
  readonly file: SourceFile;
  readonly rows: readonly number[];
};

/** The line in the real file of a problem in a part of it. */
function placed(problem: Problem, file: string, rows: readonly number[]): Problem {
  const at =
    typeof problem.row === "number"
      ? problem.row - 2
      : Number(/^\$?\[?(\d+)\]?/u.exec(String(problem.row ?? ""))?.[1] ?? Number.NaN);
  const line = rows[at];
  return { ...problem, file, ...(line === undefined ? {} : { row: line }) };
}

async function spoolLines(file: string, name: string, spool: Spool, tell: Tell): Promise<ToFile> {
  for await (const { line, text, done, of } of sourceLines(file)) {
    tell("reading", done, of);
    if (text.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new DirectoryError("bad_request", `${name}, line ${line}: this is not one JSON object.`);
    }
    const service = value as { organization?: { id?: unknown }; organization_id?: unknown } | null;
    const organization = service?.organization?.id ?? service?.organization_id;
    if (typeof organization !== "string")
      throw new DirectoryError("bad_request", `${name}, line ${line}: this service names no organization.`);
    await spool.put({ organization, table: 0, line, text });
  }
  return (lines) => ({
    file: {
      name: `${name}.json`,
      bytes: new TextEncoder().encode(`[${lines.map(({ text }) => text).join(",")}]`),
    },
    rows: lines.map(({ line }) => line),
  });
}

async function spoolCsv(
  file: string,
  name: string,
  mapping: Mapping | undefined,
  spool: Spool,
  tell: Tell,
): Promise<ToFile> {
  const [table] = mapping?.tables ?? [];
  if (mapping === undefined || table === undefined || table.file !== name)
    throw new DirectoryError("bad_request", `The mapping does not name ${name}.`);
  const keys = (["organization.id", "organization.name"] as const).map((target) =>
    Object.keys(table.columns).find((column) => table.columns[column] === target),
  );
  let header = "";
  let keyAt: number[] = [];
  for await (const { line, text, done, of } of csvRecords(file)) {
    tell("reading", done, of);
    if (header === "") {
      header = text.replace(/^\uFEFF/u, "");
      const names = headersOf(parseCsv(header).rows[0]?.cells ?? []);
      keyAt = keys.flatMap((key) => (key === undefined ? [] : [names.indexOf(key)])).filter((at) => at >= 0);
      continue;
    }
    const cells = parseCsv(text).rows[0]?.cells ?? [];
    const organization = keyAt.map((at) => cells[at]?.trim() ?? "").find((cell) => cell !== "") ?? "";
    await spool.put({ organization, table: 0, line, text });
  }
  return (lines) => ({
    file: {
      name,
      bytes: new TextEncoder().encode(`${header}\n${lines.map(({ text }) => text).join("\n")}\n`),
    },
    // A record may run over several lines of the part.
    rows: lines.flatMap(({ line, text }) => text.split("\n").map(() => line)),
  });
}
