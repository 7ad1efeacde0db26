import * as v from "valibot";
import type { Mapping } from "../mapping.ts";

const Whose = v.picklist(["theirs", "ours"]);
export type Whose = v.InferOutput<typeof Whose>;
/** Whose version stands, by id of a listing and field. */
export const ImportChoices = v.record(
  v.pipe(v.string(), v.maxLength(100)),
  v.record(v.pipe(v.string(), v.maxLength(200)), Whose),
);
export type ImportChoices = v.InferOutput<typeof ImportChoices>;

/** What a source that is brought again changes of a listing. */
export interface ImportDifference {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly fields: readonly {
    readonly field: string;
    readonly ours: unknown;
    readonly theirs: unknown;
    /** A person changed it here as well: it stays as it is until somebody chooses. */
    readonly conflict: boolean;
    /** What stands, as things are chosen now. */
    readonly whose: Whose;
  }[];
}

/** Tables whose headers are not known: what stands in them, and a mapping to begin with. */
export interface ColumnsAnswer {
  readonly tables: readonly {
    readonly file: string;
    readonly lines: number;
    readonly columns: readonly {
      readonly name: string;
      /** Lines in which it is not empty. */
      readonly filled: number;
      readonly samples: readonly string[];
    }[];
  }[];
  readonly mapping: Mapping | null;
}

/** What an import would do, or did: every problem by file, row and column. */
export interface ImportReport {
  readonly source: string;
  readonly counts: {
    readonly organizations: number;
    readonly services: number;
    readonly held: number;
    readonly problems: { readonly error: number; readonly held: number; readonly note: number };
  };
  readonly problems: readonly {
    readonly level: "error" | "held" | "note";
    readonly file: string;
    readonly row: string | null;
    readonly column: string | null;
    readonly message: string;
    /** Whether what it is about is not taken, although the rest of its record is. */
    readonly leftOut: boolean;
  }[];
  /** More problems than these were found. */
  readonly more: number;
  /** Services by what happens to them; null when the files are refused as a whole. */
  readonly services: { readonly new: number; readonly changed: number; readonly unchanged: number } | null;
  /** Listings that were here before, field by field. */
  readonly differences: readonly ImportDifference[];
  /** More listings than these differ. */
  readonly moreDifferences: number;
  /** Conflicts that nobody decided: what is here stays. */
  readonly openConflicts: number;
  /** The headers of a table are not known: say what its columns are. */
  readonly unknownHeaders: boolean;
  /** Whether it is in the catalogue now. */
  readonly taken: boolean;
}
