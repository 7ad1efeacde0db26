/** CSV as RFC 4180 has it: cells in quotation marks where they need them, lines ended by CR LF. */

/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = "\u{FEFF}";

/** Beginnings that a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/u;
/** Digits with the marks that telephone numbers have: no formula can be made of them. */
const NUMBER_LIKE = /^[+-]?[\d\s().]+$/u;

/**
 * A text that no spreadsheet runs: an apostrophe stands before whatever could begin a formula. `numbers: "plain"`
 * leaves telephone numbers such as `+66 …` as they are, for files that programs read.
 */
export function guarded(text: string, numbers: "plain" | "guarded"): string {
  if (!FORMULA.test(text) || (numbers === "plain" && NUMBER_LIKE.test(text))) return text;
  return `'${text}`;
}

/** One line. Numbers are written as numbers; texts are expected to be guarded. */
export function csvLine(cells: readonly (string | number | boolean | undefined)[]): string {
  return `${cells.map((cell) => quoted(cell === undefined ? "" : String(cell))).join(",")}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/u.test(text) || text !== text.trim() ? `"${text.replace(/"/gu, '""')}"` : text;
}
