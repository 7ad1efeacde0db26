import type { Whose } from "#server/contract/curate/import.ts";
import { ImportDifferences } from "#server/curation/import-differences.ts";
import { publicOnes } from "#server/curation/public-ones.ts";
import { publishListings } from "#server/curation/publish-listings.ts";
import { writeRecords, type WriteReport } from "#server/curation/write-records.ts";
import type { Problem, ReadOptions } from "#server/exchange/read-result.ts";
import { sayProgress } from "../say-progress.ts";
import { readStream, type StreamResult } from "../import-stream/read-stream.ts";
import { printDifferences } from "./import-differences.ts";
import { problemLine } from "./import-report.ts";
import type { Session } from "./session.ts";

interface Wishes {
  readonly dryRun: boolean;
  readonly leaveOutErrors: boolean;
  readonly publish: boolean;
  readonly json: boolean;
  readonly conflicts?: Whose | undefined;
}
const SHOWN = 20;

/**
 * Imports a source of any length in bounded memory, in one transaction: stopped or killed, nothing of it is there.
 * Answers the exit code.
 */
export async function importStreamed(
  session: Session,
  file: string,
  options: ReadOptions,
  { dryRun, leaveOutErrors, publish, json, conflicts }: Wishes,
): Promise<number> {
  const progress = sayProgress();
  const stream = await readStream(file, options, progress.tell).finally(progress.end);
  try {
    const { counts, problems, source } = stream;
    const refused = stream.fatal > 0 || (counts.error > 0 && !leaveOutErrors);
    const reports: WriteReport[] = [];
    const changes = new ImportDifferences(session.context, {}, conflicts);
    if (!refused) {
      for (const fictional of stream.hasFictional ? [false, true] : [false]) {
        let done = 0;
        const records = stream.records(fictional);
        const counted = (async function* () {
          for await (const record of records) {
            yield record;
            progress.tell("writing", ++done, counts.organizations);
          }
        })();
        reports.push(
          await writeRecords(session.context, source, counted, {
            origin: fictional ? "demo" : "import",
            dryRun,
            changes,
          }),
        );
      }
      progress.end();
      if (!dryRun) {
        const ids = reports.flatMap(({ written }) => written);
        const going = publish ? ids : await publicOnes(session.context, ids);
        await publishListings(session.context, going, session.areas);
        await session.apply();
      }
    }
    const services = { new: 0, changed: 0, unchanged: 0 };
    for (const report of reports)
      for (const key of ["new", "changed", "unchanged"] as const) services[key] += report.services[key];
    const differences = { found: changes.found, listings: changes.listings, open: changes.open };
    if (json)
      console.log(JSON.stringify({ source, counts, problems, refused, dryRun, services, differences }));
    else {
      print(counts, problems, refused, dryRun, services);
      printDifferences(differences, dryRun);
    }
    return refused ? 1 : 0;
  } finally {
    progress.end();
    await stream.close();
  }
}

function print(
  counts: StreamResult["counts"],
  problems: readonly Problem[],
  refused: boolean,
  dryRun: boolean,
  services: { new: number; changed: number; unchanged: number },
): void {
  for (const level of ["error", "held", "note"] as const)
    for (const problem of problems.filter((item) => item.level === level).slice(0, SHOWN))
      console.log(problemLine(problem));
  console.log(
    `read: ${counts.organizations} organisations, ${counts.services} services; ${counts.error} errors, ${counts.heldReasons} reasons to hold (${counts.held} services held), ${counts.note} notes`,
  );
  console.log(
    refused
      ? "Nothing was written, because of the errors. Mend them, or take the rest with --leave-out-errors."
      : `services: ${services.new} new, ${services.changed} changed, ${services.unchanged} unchanged${dryRun ? " (dry run: nothing written)" : ""}`,
  );
}
