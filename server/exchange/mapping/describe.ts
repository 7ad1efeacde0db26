/** What stands in the columns of unknown tables, for a person who says what each is. */
import type { ColumnsAnswer } from "#server/contract/curate/import.ts";
import { ProblemList, shown } from "../problem-list.ts";
import type { SourceFile } from "../read-result.ts";
import { openTables } from "./open-tables.ts";
import { suggestMapping } from "./suggest.ts";

const SAMPLES = 3;

/** Every table with its columns, some different values of each, and a mapping to begin with. */
export function describeColumns(files: readonly SourceFile[], source: string): ColumnsAnswer {
  const tables = openTables(files, new ProblemList()).map(({ file, header, lines }) => ({
    file,
    lines: lines.length,
    columns: header.map((name, at) => {
      const values = lines.map(({ cells }) => cells[at]?.trim() ?? "").filter((value) => value !== "");
      return { name, filled: values.length, samples: [...new Set(values)].slice(0, SAMPLES).map(shown) };
    }),
  }));
  return { tables, mapping: suggestMapping(files, source) ?? null };
}
