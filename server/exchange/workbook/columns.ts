/** All columns of a workbook, in their order. */
import type { AreaFinder } from "../read-result.ts";
import type { WorkbookColumn, WorkbookWords } from "./column.ts";
import { addressColumns, contactColumns } from "./contact-columns.ts";
import { areaColumn, helpColumns, hoursColumn, languageColumns } from "./list-columns.ts";
import { questionColumns, type QuestionSet } from "./question-columns.ts";
import { nameColumns, standingColumns, textColumns } from "./text-columns.ts";

export interface ColumnOptions {
  /** Language of the texts in it. */
  readonly lang: string;
  readonly questions: QuestionSet;
  readonly words: WorkbookWords;
  /** Null: area codes are checked by their shape alone. */
  readonly areas: AreaFinder | null;
  /** ISO 3166-1: for numbers, and for areas called by name. */
  readonly country?: string | undefined;
}

/** The columns after the code, which is the first and names the listing. */
export function workbookColumns(options: ColumnOptions): readonly WorkbookColumn[] {
  const { lang, questions, words, areas, country } = options;
  return [
    ...nameColumns(lang),
    ...standingColumns(),
    ...helpColumns(),
    areaColumn(areas, country),
    ...contactColumns(country),
    hoursColumn(),
    ...languageColumns(),
    ...addressColumns(lang),
    ...textColumns(lang, words),
    ...questionColumns(questions, words),
  ];
}
