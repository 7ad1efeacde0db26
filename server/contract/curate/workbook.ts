/** The workbook that goes to partner organisations and comes back: what it would change, cell by cell. */
import * as v from "valibot";

/**
 * `change`: only the partner changed it. `conflict`: the directory changed it as well, nothing happens until a person
 * chooses. `chosen`: a conflict decided for the partner. `error`: cannot be taken. `blank`: was filled in, came back
 * empty, nothing changes.
 */
export const CELL_STATES = ["change", "conflict", "chosen", "error", "blank"] as const;
export type CellState = (typeof CELL_STATES)[number];

export interface WorkbookCell {
  /** Key of the column. */
  readonly column: string;
  readonly header: string;
  /** As it went out; null: not known. */
  readonly base: string | null;
  /** As the directory has it now. */
  readonly ours: string;
  /** As it came back. */
  readonly theirs: string;
  readonly state: CellState;
  readonly message: string | null;
}

export const ROW_STATES = ["new", "changed", "unchanged", "conflict", "error"] as const;
export type RowState = (typeof ROW_STATES)[number];

export interface WorkbookRow {
  /** Line of the sheet; the header is line 1. */
  readonly row: number;
  /** Null: a service that is not in the directory yet. */
  readonly id: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly state: RowState;
  /** Why the whole row is not taken. */
  readonly message: string | null;
  readonly cells: readonly WorkbookCell[];
}

export interface WorkbookReport {
  readonly rows: readonly WorkbookRow[];
  readonly counts: Readonly<Record<RowState, number>> & {
    readonly cells: Readonly<Record<CellState, number>>;
  };
  /** What is said of the sheet as a whole, such as columns that are not known. */
  readonly notes: readonly string[];
  /** Whether it is in the catalogue now. */
  readonly taken: boolean;
}

const Choice = v.picklist(["theirs", "ours"]);
/** Whose version stands, by line of the sheet and key of the column. */
export const WorkbookChoices = v.record(
  v.pipe(v.string(), v.regex(/^[0-9]{1,7}$/u)),
  v.record(v.pipe(v.string(), v.maxLength(200)), Choice),
);
export type WorkbookChoices = v.InferOutput<typeof WorkbookChoices>;
