import {
  CELL_STATES,
  ROW_STATES,
  type WorkbookChoices,
  type WorkbookReport,
  type WorkbookRow,
} from "#server/contract/curate/workbook.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { Context } from "#server/curation/context.ts";
import { type Batch, type StandingListing, wholeBatch } from "#server/curation/whole-batch.ts";
import type { AreaFinder } from "#server/exchange/read-result.ts";
import type { WorkbookWords } from "#server/exchange/workbook/column.ts";
import { workbookColumns } from "#server/exchange/workbook/columns.ts";
import { compareRow, isEmptyRow } from "#server/exchange/workbook/compare-row.ts";
import {
  isOurs,
  readReturned,
  type ReturnedWorkbook,
  type Sheet,
} from "#server/exchange/workbook/read-workbook.ts";

export interface WorkbookTaking {
  readonly words: WorkbookWords;
  readonly areas: AreaFinder | null;
  readonly country?: string | undefined;
  /** False: everything is worked out, and nothing is written. */
  readonly take: boolean;
  /** Whose version stands where both changed; `all` for every conflict that is not named. */
  readonly choices: WorkbookChoices;
  readonly all?: "theirs" | "ours" | undefined;
}

/**
 * Compares a workbook that came back with the directory, cell by cell, and with `take` writes what was changed: all
 * of it or nothing. Conflicts that nobody decided and cells that cannot be taken stay as they are. Throws
 * `bad_request` when it is not a workbook of ours; `forbidden`.
 */
export async function takeWorkbook(
  context: Context,
  sheets: readonly Sheet[],
  options: WorkbookTaking,
): Promise<WorkbookReport> {
  if (!isOurs(sheets))
    throw new DirectoryError("bad_request", "This workbook was not made here.", { files: "is not ours" });
  const book = readReturned(sheets);
  const all = workbookColumns({ ...options, lang: book.lang, questions: "all" });
  const columns = all.filter(({ key }) => book.keys.includes(key));
  const rows = await wholeBatch(context, options.take, async (batch) => {
    const seen = new Set<string>();
    const told: WorkbookRow[] = [];
    for (const row of book.rows) {
      if (row.code !== "" && seen.has(row.code))
        told.push(refused(row, `The code ${row.code} stands on two lines.`));
      else if (row.code !== "" || !isEmptyRow(row)) told.push(await takeRow(row));
      seen.add(row.code);
    }
    return told;

    async function takeRow(row: Returned): Promise<WorkbookRow> {
      const name = row.cells.get("name") ?? "";
      const organization = row.cells.get("organization") ?? "";
      if (row.code === "" && (name === "" || organization === ""))
        return refused(row, "A new service needs a name and an organisation.");
      const standing =
        row.code === "" ? await batch.byName(organization, name) : await batch.byCode(row.code);
      if (standing === null && row.code !== "")
        return refused(row, `There is no listing ${row.code} here. Leave the code empty for a new one.`);
      const base: StandingListing = standing ?? {
        id: "",
        code: "",
        name,
        revision: 0,
        form: { services: [], areas: [] },
      };
      const own = options.choices[String(row.line)] ?? {};
      const chosen =
        options.all === undefined
          ? own
          : { ...Object.fromEntries(columns.map(({ key }) => [key, options.all ?? "ours"])), ...own };
      // A line without a code that is there already was found by these two, whatever their writing.
      const compared = columns.filter(
        ({ key }) => row.code !== "" || standing === null || (key !== "name" && key !== "organization"),
      );
      const { cells, changes } = compareRow(row, compared, base.form, chosen);
      const has = (state: string) => cells.some((cell) => cell.state === state);
      if (standing === null) await create(batch, row, changes, book);
      else if (Object.keys(changes).length > 0) await batch.save(standing, changes);
      return {
        row: row.line,
        id: standing?.id ?? null,
        code: standing?.code ?? null,
        name: standing?.name ?? name,
        state: has("conflict")
          ? "conflict"
          : has("error")
            ? "error"
            : standing === null
              ? "new"
              : Object.keys(changes).length > 0
                ? "changed"
                : "unchanged",
        message: null,
        cells,
      };
    }
  });
  const count = <T extends string>(states: readonly T[], of: readonly { state: string }[]) =>
    Object.fromEntries(
      states.map((state) => [state, of.filter((item) => item.state === state).length]),
    ) as Record<T, number>;
  return {
    rows,
    counts: {
      ...count(ROW_STATES, rows),
      cells: count(
        CELL_STATES,
        rows.flatMap(({ cells }) => cells),
      ),
    },
    notes: book.unknown.map((header) => `The column “${header.slice(0, 60)}” is not known and was not read.`),
    taken: options.take,
  };
}

type Returned = ReturnedWorkbook["rows"][number];

function refused({ line, code, cells }: Returned, message: string): WorkbookRow {
  const name = cells.get("name") ?? "";
  return { row: line, id: null, code: code || null, name, state: "error", message, cells: [] };
}

async function create(
  batch: Batch,
  { cells }: Returned,
  changes: Readonly<Record<string, unknown>>,
  { lang }: ReturnedWorkbook,
): Promise<void> {
  const made = await batch.create(cells.get("name") ?? "", cells.get("organization") ?? "", lang);
  const { [`organization:name:${lang}`]: _known, [`text:name:${lang}`]: _named, ...rest } = changes;
  if (Object.keys(rest).length > 0) await batch.save(made, rest);
}
