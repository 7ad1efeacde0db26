import type { WorkbookReport } from "#server/contract/curate/workbook.ts";
import type { Sheet } from "#server/exchange/workbook/read-workbook.ts";
import { loadAreaFinder } from "#server/node/area-finder.ts";
import { takeWorkbook } from "#server/routes/curate/take-workbook.ts";
import { WORKBOOK_WORDS } from "#web/curate/words.ts";
import type { Session } from "./session.ts";

interface Wishes {
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly country?: string | undefined;
  /** Whose version stands where both changed; undefined: such cells are left as they are. */
  readonly conflicts?: "theirs" | "ours" | undefined;
}

/** Takes back a workbook that we gave out; prints every difference. Answers the exit code: 1 while something waits. */
export async function importWorkbook(
  session: Session,
  sheets: readonly Sheet[],
  { dryRun, json, country, conflicts }: Wishes,
): Promise<number> {
  const report = await takeWorkbook(session.context, sheets, {
    words: WORKBOOK_WORDS,
    areas: loadAreaFinder(session.areas),
    country,
    take: !dryRun,
    choices: {},
    all: conflicts,
  });
  if (!dryRun) await session.apply();
  if (json) console.log(JSON.stringify(report));
  else print(report);
  return report.counts.cells.conflict + report.counts.error > 0 ? 1 : 0;
}

function print({ rows, counts, notes, taken }: WorkbookReport): void {
  for (const note of notes) console.log(`note: ${note}`);
  for (const row of rows) {
    if (row.message !== null) console.log(`error: row ${row.row}: ${row.message}`);
    for (const { header, ours, theirs, state, message } of row.cells) {
      const what =
        state === "error"
          ? `“${theirs}”: ${message ?? ""}`
          : state === "blank"
            ? "came back empty; nothing changes"
            : `“${ours}” → “${theirs}”`;
      console.log(`${state}: row ${row.row}, ${row.code ?? "new"} ${row.name}, ${header}: ${what}`);
    }
  }
  console.log(
    `rows: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.conflict} with conflicts, ${counts.error} with errors${taken ? "" : " (dry run: nothing written)"}`,
  );
  if (counts.cells.conflict > 0)
    console.log(
      "Conflicts were left as they are. Choose one by one in the back office, or all with --conflicts theirs|ours.",
    );
}
