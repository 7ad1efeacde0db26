import type { ImportChoices, ImportReport } from "#server/contract/curate/import.ts";
import type { Context } from "#server/curation/context.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { requirePublisher } from "#server/curation/context.ts";
import { ImportDifferences } from "#server/curation/import-differences.ts";
import { publicOnes } from "#server/curation/public-ones.ts";
import { publishListings } from "#server/curation/publish-listings.ts";
import { DEMO_SOURCE } from "#server/curation/remove-source.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { fatalErrors, leaveOutErrors } from "#server/exchange/leave-out-errors.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import type { ReadOptions, SourceFile } from "#server/exchange/read-result.ts";

/** Problems that a report names one by one: what is not taken before all else, however many notes there are. */
const MOST = 500;
const WEIGHT = { error: 0, held: 1, note: 2 } as const;
/** Notes that say of something that it is not taken. */
const LEFT_OUT = new Set(["column-unknown"]);

export interface ImportChoice {
  readonly options: ReadOptions;
  /** False: everything is worked out and nothing is written. */
  readonly take: boolean;
  /** Whose version stands where a listing was here before. */
  readonly choices: ImportChoices;
  /** Takes the rest, after a person has read what stays out. */
  readonly leaveOutErrors: boolean;
}

/**
 * Reads files as the command line does, and says what they would do; writes them only with `take`. New services
 * are drafts. An error refuses all of it, unless the rows with errors are left out on purpose.
 */
export async function takeImport(
  context: Context,
  files: readonly SourceFile[],
  areas: AreaIndex,
  { options, take, leaveOutErrors: leave, choices }: ImportChoice,
): Promise<ImportReport> {
  requirePublisher(context);
  const result = readRecords(files, options);
  const { organizations, services, held, problems: levels } = result.counts;
  const refused = leave ? fatalErrors(result.problems).length > 0 : levels.error > 0;
  const fatal = fatalErrors(result.problems).length > 0;
  const madeUp = new Set(result.fictional);
  const records = fatal ? [] : leaveOutErrors(result);
  const dryRun = !take || refused;
  const counts = { new: 0, changed: 0, unchanged: 0 };
  const changes = new ImportDifferences(context, choices);
  const written: string[] = [];
  for (const fictional of [false, true]) {
    const own = records.filter(({ sourceId }) => madeUp.has(sourceId) === fictional);
    if (own.length === 0) continue;
    const source = fictional ? DEMO_SOURCE : result.source;
    const origin = fictional ? ("demo" as const) : ("import" as const);
    const report = await writeRecords(context, source, own, { origin, dryRun, changes });
    written.push(...report.written);
    for (const key of ["new", "changed", "unchanged"] as const) counts[key] += report.services[key];
  }
  // What the public sees already stays in step: also, and first of all, when the source holds something back now.
  if (!dryRun) await publishListings(context, await publicOnes(context, written), areas);
  return {
    source: result.source,
    counts: { organizations, services, held, problems: levels },
    problems: result.problems
      .toSorted((one, other) => WEIGHT[one.level] - WEIGHT[other.level])
      .slice(0, MOST)
      .map(({ level, code, file, row, column, message }) => ({
        level,
        file,
        row: row === undefined ? null : String(row),
        column: column ?? null,
        message,
        leftOut: LEFT_OUT.has(code),
      })),
    more: Math.max(0, result.problems.length - MOST),
    services: fatal ? null : counts,
    differences: changes.found,
    moreDifferences: changes.listings - changes.found.length,
    openConflicts: changes.open,
    unknownHeaders: result.problems.some(({ level, code }) => level === "error" && code === "headers"),
    taken: take && !refused,
  };
}
