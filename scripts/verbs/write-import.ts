import type { Context } from "#server/curation/context.ts";
import { DEMO_SOURCE } from "#server/curation/remove-source.ts";
import { type ChangeWatch, writeRecords, type WriteReport } from "#server/curation/write-records.ts";
import { leaveOutErrors } from "#server/exchange/leave-out-errors.ts";
import type { ReadResult } from "#server/exchange/read-result.ts";

/**
 * Writes what was read. Organizations that the source calls made up become part of the demo: every page marks them,
 * and `demo remove` takes them out with the rest.
 */
export async function writeImport(
  context: Context,
  result: ReadResult,
  dryRun: boolean,
  changes?: ChangeWatch,
): Promise<WriteReport> {
  const madeUp = new Set(result.fictional);
  const records = leaveOutErrors(result);
  const isMadeUp = ({ sourceId }: { sourceId: string }) => madeUp.has(sourceId);
  const real = await writeRecords(
    context,
    result.source,
    records.filter((record) => !isMadeUp(record)),
    { origin: "import", dryRun, changes },
  );
  const fictional = records.filter(isMadeUp);
  if (fictional.length === 0) return real;
  return sum(real, await writeRecords(context, DEMO_SOURCE, fictional, { origin: "demo", dryRun, changes }));
}

function sum(a: WriteReport, b: WriteReport): WriteReport {
  const added = (kind: "organizations" | "services" | "locations") => ({
    new: a[kind].new + b[kind].new,
    changed: a[kind].changed + b[kind].changed,
    unchanged: a[kind].unchanged + b[kind].unchanged,
  });
  return {
    organizations: added("organizations"),
    services: added("services"),
    locations: added("locations"),
    written: [...a.written, ...b.written],
  };
}
