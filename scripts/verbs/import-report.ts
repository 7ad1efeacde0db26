import type { PublishedOrNot } from "#server/curation/publish-listings.ts";
import { type Differences, printDifferences } from "./import-differences.ts";
import type { WriteReport } from "#server/curation/write-records.ts";
import type { Problem, ReadResult } from "#server/exchange/read-result.ts";

export interface ImportOutcome {
  readonly result: ReadResult;
  readonly refused: boolean;
  readonly dryRun: boolean;
  written: WriteReport | null;
  differences: Differences | null;
  published: PublishedOrNot | null;
  version: string | null;
}

/** Problems of a kind shown one by one before the rest is counted; `--json` shows all. */
const SHOWN = 20;

/** Prints what an import did: counts, each problem by file, row and column, and why what is not public is not. */
export function printReport(outcome: ImportOutcome, json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ ...outcome, result: { ...outcome.result, organizations: undefined } }));
    return;
  }
  const { result, refused, dryRun, written, differences, published, version } = outcome;
  const { counts } = result;
  for (const level of ["error", "held", "note"] as const) {
    const found = result.problems.filter((problem) => problem.level === level);
    for (const problem of found.slice(0, SHOWN)) console.log(problemLine(problem));
    if (found.length > SHOWN)
      console.log(`${level}: and ${found.length - SHOWN} more (all of them with --json)`);
  }
  console.log(
    `read: ${counts.organizations} organisations, ${counts.locations} places, ${counts.services} services; ` +
      `${counts.problems.error} errors, ${counts.problems.held} reasons to hold (${counts.held} services held), ${counts.problems.note} notes`,
  );
  console.log(
    `areas found by: ${Object.entries(counts.areas)
      .map(([way, count]) => `${way} ${count}`)
      .join(", ")}`,
  );
  if (refused)
    console.log(
      "Nothing was written, because of the errors. Mend them, or take the rest with --leave-out-errors.",
    );
  if (written !== null) {
    for (const kind of ["organizations", "locations", "services"] as const) {
      const of = written[kind];
      console.log(
        `${kind}: ${of.new} new, ${of.changed} changed, ${of.unchanged} unchanged${dryRun ? " (dry run: nothing written)" : ""}`,
      );
    }
  }
  if (differences !== null) printDifferences(differences, dryRun);
  if (published !== null) printPublished(published);
  if (version !== null) console.log(`published version: ${version}`);
}

function printPublished({ published, left }: PublishedOrNot): void {
  console.log(`published: ${published.length}; left as drafts: ${left.length}`);
  const reasons = new Map<string, number>();
  for (const { obstacles } of left) {
    for (const { code } of obstacles) reasons.set(code, (reasons.get(code) ?? 0) + 1);
  }
  for (const [code, count] of [...reasons].sort()) console.log(`  ${code}: ${count}`);
}

/** A problem in one line: its level, where it stands, and what it is. */
export function problemLine({ level, file, row, column, message }: Problem): string {
  const where = [
    file,
    row === undefined ? "" : typeof row === "number" ? `row ${row}` : `at ${row}`,
    column ?? "",
  ]
    .filter((part) => part !== "")
    .join(", ");
  return `${level}: ${where}: ${message}`;
}
