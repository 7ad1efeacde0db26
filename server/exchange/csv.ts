/** RFC 4180, keeping the line on which each record starts: the report names lines as a spreadsheet shows them. */

export interface CsvRow {
  /** 1-based line of the file on which the record starts; the header is usually line 1. */
  line: number;
  cells: string[];
}

export interface CsvFault {
  line: number;
  message: string;
}

/**
 * Splits text into rows. Quoted cells may hold commas, quotation marks and line ends; CRLF, LF and CR end a row;
 * empty lines are left out. A quotation mark that is never closed, or that is followed by text, is a fault.
 */
export function parseCsv(text: string, separator = ","): { rows: CsvRow[]; faults: CsvFault[] } {
  const rows: CsvRow[] = [];
  const faults: CsvFault[] = [];
  let cells: string[] = [];
  let cell = "";
  let wasQuoted = false;
  let line = 1;
  let start = 1;
  let at = text.startsWith("\uFEFF") ? 1 : 0;

  const endCell = (): void => {
    cells.push(cell);
    cell = "";
    wasQuoted = false;
  };
  const endRow = (): void => {
    endCell();
    // A line with nothing on it is no record; a line of empty cells is one, and is reported as such.
    if (cells.length > 1 || cells[0] !== "") rows.push({ line: start, cells });
    cells = [];
  };

  while (at < text.length) {
    const letter = text.charAt(at);
    if (letter === '"' && cell === "" && !wasQuoted) {
      const opened = line;
      at += 1;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close === -1) {
          faults.push({ line: opened, message: "A quotation mark is opened on this line and never closed." });
          return { rows, faults };
        }
        const part = text.slice(at, close);
        cell += part;
        line += lineEnds(part);
        at = close + 1;
        if (text.charAt(at) !== '"') break;
        cell += '"';
        at += 1;
      }
      wasQuoted = true;
    } else if (letter === separator) {
      endCell();
      at += 1;
    } else if (letter === "\n" || letter === "\r") {
      endRow();
      at += letter === "\r" && text.charAt(at + 1) === "\n" ? 2 : 1;
      line += 1;
      start = line;
    } else {
      if (wasQuoted) {
        faults.push({ line, message: "There is text after a closing quotation mark." });
        wasQuoted = false;
      }
      cell += letter;
      at += 1;
    }
  }
  if (cell !== "" || cells.length > 0) endRow();
  return { rows, faults };
}

function lineEnds(part: string): number {
  return part.match(/\r\n|\r|\n/gu)?.length ?? 0;
}

/** A text without the apostrophe that keeps spreadsheets from taking it for a formula (our own exports, and others'). */
export function unguarded(cell: string): string {
  return /^'[=+\-@]/u.test(cell) ? cell.slice(1) : cell;
}
