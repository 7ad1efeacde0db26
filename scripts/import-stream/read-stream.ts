/**
 * Sources of any length, in bounded memory: HSDS services one a line (`.ndjson`, what `/hsds/services?format=ndjson`
 * answers), one table with a mapping (`.csv`), and a folder of HSDS tables. Lines are put on the disk by organization,
 * read organization by organization with the ordinary reader, and only what stands is handed on.
 */
import { stat } from "node:fs/promises";
import * as v from "valibot";
import { NUMBER_CHANNELS } from "#db/vocabulary.ts";
import { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import type { Mapping } from "#server/contract/mapping.ts";
import { SourceName } from "#server/exchange/hsds/source-name.ts";
import { fatalErrors, leaveOutErrors } from "#server/exchange/leave-out-errors.ts";
import { shown } from "#server/exchange/problem-list.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import type { Problem, ReadOptions } from "#server/exchange/read-result.ts";
import type { SourcePart, Tell, ToPart } from "./source-part.ts";
import { spoolCsv } from "./spool-csv.ts";
import { isFolderOfTables, spoolFolder } from "./spool-folder.ts";
import { isListOfLines, spoolJsonLines } from "./spool-json-lines.ts";
import { openSpool, type Spool } from "./spool.ts";

/** Problems that are kept word by word; the rest is counted. */
const MOST_PROBLEMS = 1000;
/** Smaller files are read at once, which says the same and is quicker. */
const LARGE_BYTES = 20_000_000;

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

/**
 * Whether a source is read as a stream: `.ndjson` by its name; what is large, when it is a JSON list with one service a
 * line, one table with a mapping, or a folder of HSDS tables.
 */
export async function isStreamed(source: string, mapping: Mapping | undefined): Promise<boolean> {
  const found = await stat(source).catch(() => null);
  if (found === null) return false;
  if (found.isDirectory()) return mapping === undefined && (await isFolderOfTables(source, LARGE_BYTES));
  if (/\.(?:ndjson|jsonl)$/iu.test(source)) return true;
  if (/\.json$/iu.test(source)) return found.size > LARGE_BYTES && (await isListOfLines(source));
  const [table, ...others] = mapping?.tables ?? [];
  return (
    /\.csv$/iu.test(source) && found.size > LARGE_BYTES && others.length === 0 && table?.joins.length === 0
  );
}

/**
 * Reads a source as a stream. Nothing is written to the catalogue here. Throws `bad_request` where it is no such
 * source, naming the line, and `too_large` when one organization of it does not fit.
 */
export async function readStream(source: string, options: ReadOptions, tell: Tell): Promise<StreamResult> {
  const spool = await openSpool();
  try {
    const toPart = await spoolSource(source, options, spool, tell);
    const organizations = await spool.ready();
    const found = new Found(options);
    let done = 0;
    for await (const lines of spool.parts()) {
      await found.add(await toPart(lines), spool);
      tell("checking", ++done, organizations);
    }
    const { counts, problems } = found;
    for (const { number, organizations: many, where } of await spool.sharedNumbers()) {
      counts.note += 1;
      const message = `${shown(number)} is given for ${many} organizations.`;
      if (problems.length < MOST_PROBLEMS)
        problems.push({ level: "note", code: "number-shared", ...where, message });
    }
    return {
      source: options.source ?? options.mapping?.source ?? found.source.toString(),
      counts,
      problems,
      fatal: found.fatal,
      hasFictional: found.hasFictional,
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

async function spoolSource(source: string, options: ReadOptions, spool: Spool, tell: Tell): Promise<ToPart> {
  if ((await stat(source)).isDirectory()) return spoolFolder(source, spool, tell);
  if (/\.csv$/iu.test(source)) return spoolCsv(source, options.mapping, spool, tell);
  return spoolJsonLines(source, spool, tell);
}

/** What was found so far: counts, the first problems, and what tells of the whole source. */
class Found {
  readonly counts = { organizations: 0, services: 0, held: 0, error: 0, heldReasons: 0, note: 0 };
  readonly problems: Problem[] = [];
  readonly source = new SourceName();
  fatal = 0;
  hasFictional = false;
  private isFirst = true;
  private readonly options: ReadOptions;

  constructor(options: ReadOptions) {
    this.options = options;
  }

  /** Reads one part with the ordinary reader, and keeps its records. */
  async add({ files, place, lineOf }: SourcePart, spool: Spool): Promise<void> {
    const result = readRecords(files, this.options);
    // What is wrong with a header, or with what all parts share, is told once; whose a number is, at the end.
    const problems = result.problems
      .map((problem) => ({ ...problem, ...place(problem) }))
      .filter(({ ofAll, code }) => (this.isFirst || !ofAll) && code !== "number-shared")
      .map(({ ofAll: _told, ...problem }) => problem);
    this.isFirst = false;
    for (const problem of problems) {
      this.counts[problem.level === "held" ? "heldReasons" : problem.level] += 1;
      if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
    }
    this.fatal += fatalErrors(result.problems).length;
    this.counts.organizations += result.counts.organizations;
    this.counts.services += result.counts.services;
    this.counts.held += result.counts.held;
    this.hasFictional ||= result.fictional.length > 0;
    for (const record of result.organizations) {
      this.source.add(record.sourceId, Object.values(record.name)[0] ?? "");
      await noteNumbers(record, lineOf, spool);
    }
    for (const record of leaveOutErrors(result))
      await spool.keep({ record, fictional: result.fictional.includes(record.sourceId) });
  }
}

/** One number on many organizations is often a switchboard, and sometimes a mistake: a person looks. */
async function noteNumbers(
  record: OrganizationRecord,
  lineOf: SourcePart["lineOf"],
  spool: Spool,
): Promise<void> {
  const contacts = [record, ...record.locations, ...record.services].flatMap((item) => item.contacts);
  for (const { channel, value } of contacts) {
    if (!(NUMBER_CHANNELS as readonly string[]).includes(channel)) continue;
    const digits = value.replaceAll(/\D/gu, "");
    if (digits !== "") await spool.number(digits, record.sourceId, value, lineOf(value));
  }
}
