/** What a row that came back would change, cell by cell: three versions of each are laid side by side. */
import * as v from "valibot";
import type { CellState, WorkbookCell } from "#server/contract/curate/workbook.ts";
import { fieldSchema, type ListingForm } from "#server/contract/curate/listing-form.ts";
import { CellError, isRemoval, plainCell } from "./cell-words.ts";
import type { WorkbookColumn } from "./column.ts";

export interface ReturnedRow {
  /** Cells by the key of their column. */
  readonly cells: ReadonlyMap<string, string>;
  /** The same cells as they went out; null: the workbook does not say. */
  readonly base: ReadonlyMap<string, string> | null;
}

/** Whose version stands where both changed, by the key of the column. */
export type Choices = Readonly<Record<string, "theirs" | "ours">>;

export interface ComparedRow {
  /** Cells that say something else than the directory, and those that cannot be taken. */
  readonly cells: readonly WorkbookCell[];
  /** What would be written: all plain changes, and the conflicts that were decided for theirs. */
  readonly changes: ListingForm;
}

/**
 * Compares a returned row with what the directory holds now. A cell that the partner left as it went out says
 * nothing; one that only the partner changed is a change; where the directory changed it as well, or it is not known
 * how it went out, it is a conflict, and stays as it is until a person chooses.
 */
export function compareRow(
  row: ReturnedRow,
  columns: readonly WorkbookColumn[],
  form: ListingForm,
  choices: Choices,
): ComparedRow {
  const cells: WorkbookCell[] = [];
  const changes: Record<string, unknown> = {};
  for (const column of columns) {
    const theirs = plainCell(row.cells.get(column.key) ?? "");
    const base = row.base === null ? null : plainCell(row.base.get(column.key) ?? "");
    const ours = column.cell(form);
    const tell = (state: CellState, message: string | null = null): void => {
      const { key, header } = column;
      cells.push({ column: key, header, base, ours, theirs, state, message });
    };
    if (theirs === "") {
      if (base !== null && base !== "") tell("blank");
      continue;
    }
    if (theirs === base) continue;
    const now = { ...form, ...changes };
    let made: ListingForm;
    try {
      made = column.changes(theirs, now, form);
      checkFields(made);
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      tell("error", error.message);
      continue;
    }
    if (column.cell({ ...now, ...made }) === ours) continue;
    const touchedHere = base === null ? ours !== "" : ours !== base;
    if (touchedHere && choices[column.key] !== "theirs") tell("conflict");
    else {
      tell(touchedHere ? "chosen" : "change");
      Object.assign(changes, made);
    }
  }
  return { cells, changes };
}

/** The rule of each field, as the editor has it. Throws `CellError`. */
function checkFields(fields: ListingForm): void {
  for (const [field, value] of Object.entries(fields)) {
    const schema = fieldSchema(field);
    if (schema === null || !v.is(schema, value)) throw new CellError("This cannot be stored.");
  }
}

/** A new row says something when a cell does that is more than a wish to remove. */
export const isEmptyRow = (row: ReturnedRow): boolean =>
  [...row.cells.values()].every((text) => plainCell(text) === "" || isRemoval(plainCell(text)));
