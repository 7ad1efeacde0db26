/**
 * Drop-down lists and notes in a workbook, as a feature of write-excel-file (its own way of being extended; the
 * library itself has no lists). A note is the message that a spreadsheet shows beside a chosen cell.
 */
import type { Feature } from "write-excel-file/universal";
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from "write-excel-file/utility";

export interface ColumnRule {
  /** 0-based. */
  readonly column: number;
  readonly title: string;
  readonly note: string;
  /** A range of another sheet, such as `Lists!$A$1:$A$5`; undefined: anything may be typed. */
  readonly list?: string | undefined;
}

/** Excel refuses longer ones. */
const LONGEST_TITLE = 32;
const LONGEST_NOTE = 255;

/** Letters of a 0-based column: 0 → A, 26 → AA. */
export function columnLetters(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest <= 0 ? "" : columnLetters(rest - 1)) + String.fromCharCode(65 + (at % 26));
}

/** Puts rules on the columns of one sheet (0-based), from its second row to `lastRow`, and hides sheets by name. */
export function rules(
  sheet: number,
  columns: readonly ColumnRule[],
  lastRow: number,
  hidden: ReadonlySet<string>,
): Feature<Blob> {
  const markup = columns.map(({ column, title, note, list }) => {
    const attributes: [string, string][] = [
      ...(list === undefined ? [] : [["type", "list"] as [string, string]]),
      ["allowBlank", "1"],
      ["showInputMessage", "1"],
      ...(list === undefined
        ? []
        : [
            ["showErrorMessage", "1"] as [string, string],
            ["errorTitle", title.slice(0, LONGEST_TITLE)] as [string, string],
            ["error", "Choose from the list, or leave it empty."] as [string, string],
          ]),
      ["promptTitle", title.slice(0, LONGEST_TITLE)],
      ["prompt", note.slice(0, LONGEST_NOTE)],
      ["sqref", `${columnLetters(column)}2:${columnLetters(column)}${lastRow}`],
    ];
    const opened = attributes.map(([name, value]) => ` ${name}="${sanitizeAttributeValue(value)}"`).join("");
    const formula = list === undefined ? "" : `<formula1>${sanitizeTextContent(list)}</formula1>`;
    return `<dataValidation${opened}>${formula}</dataValidation>`;
  });
  const element = `<dataValidations count="${markup.length}">${markup.join("")}</dataValidations>`;
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (content, _options, { sheetIndex }) =>
            sheetIndex === sheet
              ? insertElementMarkupAccordingToOrderOfSiblings(
                  content,
                  element,
                  getOrderOfSiblings("xl/worksheets/sheet{id}.xml", "worksheet") ?? [],
                  "worksheet",
                )
              : content,
        },
        "xl/workbook.xml": {
          transformElementAttributes: (tag, attributes) =>
            tag === "sheet" && hidden.has(String(attributes["name"]))
              ? { ...attributes, state: "hidden" }
              : attributes,
        },
      },
    },
  };
}
