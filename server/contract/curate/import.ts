import type { Mapping } from "../mapping.ts";

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
  }[];
  /** More problems than these were found. */
  readonly more: number;
  /** Services by what happens to them; null when the files are refused as a whole. */
  readonly services: { readonly new: number; readonly changed: number; readonly unchanged: number } | null;
  /** The headers of a table are not known: say what its columns are. */
  readonly unknownHeaders: boolean;
  /** Whether it is in the catalogue now. */
  readonly taken: boolean;
}
