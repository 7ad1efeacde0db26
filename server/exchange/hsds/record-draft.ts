/** What one record gathers while it is read: reasons to hold it, its private note, and what the report says of it. */
import { EMAIL_IN_TEXT, readText } from "../free-text.ts";
import { type ProblemList, shown } from "../problem-list.ts";
import type { ProblemLevel } from "../read-result.ts";
import type { Row } from "./table-set.ts";

export type Localized = Record<string, string>;

/** The contract's bound on names and short texts. */
const MAX_NAME = 300;
const MAX_TEXT = 20_000;

export class RecordDraft {
  readonly held: string[] = [];
  readonly #private: string[] = [];
  readonly problems: ProblemList;
  readonly language: string;
  readonly id: string;

  constructor(id: string, language: string, problems: ProblemList) {
    this.id = id;
    this.language = language;
    this.problems = problems;
  }

  /** Makes the record a draft. */
  hold(code: string, row: Row, column: string, message: string): void {
    this.held.push(
      this.problems.add(
        "held",
        code,
        { ...row.where, column: row.aliases[column] ?? column },
        message,
        this.id,
      ),
    );
  }

  note(code: string, row: Row, column: string, message: string): void {
    this.problems.add(
      "note",
      code,
      { ...row.where, column: row.aliases[column] ?? column },
      message,
      this.id,
    );
  }

  /** Reports at a level that a reading gave; an error is not held, the import is refused. */
  report(level: ProblemLevel, code: string, row: Row, column: string, message: string): void {
    if (level === "held") this.hold(code, row, column, message);
    else
      this.problems.add(
        level,
        code,
        { ...row.where, column: row.aliases[column] ?? column },
        message,
        this.id,
      );
  }

  /** Keeps something for colleagues alone. */
  keepPrivate(line: string): void {
    const text = line.trim();
    if (text !== "" && !this.#private.includes(text)) this.#private.push(text);
  }

  get privateNote(): string | undefined {
    const text = this.#private.join("\n");
    return text === "" ? undefined : text.slice(0, MAX_TEXT);
  }

  /** A text for readers, or undefined: text that holds an e-mail address goes to the private note instead. */
  text(row: Row, column: string, limit = MAX_TEXT): Localized | undefined {
    const cell = row.cells[column];
    if (cell === undefined) return undefined;
    const { text, hadMarkup, mayNameStaff } = readText(cell);
    if (hadMarkup) this.note("markup", row, column, `Markup was taken out of ${shown(cell)}.`);
    if (text === "") return undefined;
    if (mayNameStaff) {
      this.keepPrivate(`${column}: ${text}`);
      this.note(
        "staff-in-text",
        row,
        column,
        "This text holds an e-mail address and was put in the private note.",
      );
      return undefined;
    }
    if ([...text].length > limit) {
      this.keepPrivate(`${column}: ${text}`);
      this.hold(
        "too-long",
        row,
        column,
        `This is longer than ${limit} letters; the whole of it is in the private note.`,
      );
      return { [this.language]: [...text].slice(0, limit).join("").trim() };
    }
    return { [this.language]: text };
  }

  /** A name or another text of up to 300 letters. */
  name(row: Row, column: string): Localized | undefined {
    return this.text(row, column, MAX_NAME);
  }

  /** A cell that is for colleagues whatever it says. */
  private(row: Row, column: string): void {
    const cell = row.cells[column];
    if (cell !== undefined) this.keepPrivate(`${column}: ${readText(cell).text}`);
  }
}

/** True when a label may be shown: it holds no address of a person. */
export function isPublicLabel(text: string): boolean {
  return !EMAIL_IN_TEXT.test(text) && [...text].length <= MAX_NAME;
}
