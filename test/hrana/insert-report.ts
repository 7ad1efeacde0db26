import { keyword, type Token } from "./lexer.ts";

const CONFLICT = new Set(["ABORT", "FAIL", "IGNORE", "ROLLBACK"]);
const LITERALS = new Set(["NULL", "TRUE", "FALSE", "CURRENT_TIMESTAMP"]);

/** A place in a list of tokens that moves forward. */
class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get atEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** Moves past the next token if `wanted` says yes. */
  take(wanted: (token: Token) => boolean): boolean {
    const token = this.#tokens[this.#at];
    if (token === undefined || !wanted(token)) return false;
    this.#at += 1;
    return true;
  }

  words(...words: readonly string[]): boolean {
    return words.every((word) => this.take((token) => keyword(token) === word));
  }

  sign(text: string): boolean {
    return this.take((token) => token.kind === "sign" && token.text === text);
  }
}

/**
 * Whether a statement is INSERT INTO report with plain values and nothing else. It is the whole grammar of
 * the insert-only right: values are parameters and literals, since `VALUES (1 IN other)` reads a table
 * without SELECT; there is no OR REPLACE, DO UPDATE or RETURNING.
 */
export function isInsertIntoReport(tokens: readonly Token[]): boolean {
  const at = new Cursor(tokens);
  if (!at.words("INSERT")) return false;
  if (at.words("OR") && !at.take((token) => CONFLICT.has(keyword(token)))) return false;
  if (!at.words("INTO") || !takeTable(at)) return false;
  if (at.sign("(") && !takeList(at, takeName)) return false;
  if (!at.words("VALUES")) return false;
  do {
    if (!at.sign("(") || !takeList(at, takeValue)) return false;
  } while (at.sign(","));
  return at.atEnd || (takeConflict(at) && at.atEnd);
}

function takeTable(at: Cursor): boolean {
  if (at.take((token) => nameOf(token) === "main") && !at.sign(".")) return false;
  return at.take((token) => nameOf(token) === "report");
}

function takeConflict(at: Cursor): boolean {
  if (!at.words("ON", "CONFLICT")) return false;
  if (at.sign("(") && !takeList(at, takeName)) return false;
  return at.words("DO", "NOTHING");
}

/** The rest of a list in parentheses, of which the opening one has been taken. */
function takeList(at: Cursor, takeItem: (at: Cursor) => boolean): boolean {
  do {
    if (!takeItem(at)) return false;
  } while (at.sign(","));
  return at.sign(")");
}

function takeName(at: Cursor): boolean {
  return at.take((token) => nameOf(token) !== undefined);
}

function takeValue(at: Cursor): boolean {
  if (at.sign("-") || at.sign("+")) return at.take((token) => token.kind === "number");
  return at.take(
    (token) =>
      token.kind === "parameter" ||
      token.kind === "number" ||
      token.kind === "string" ||
      token.kind === "blob" ||
      LITERALS.has(keyword(token)),
  );
}

function nameOf(token: Token): string | undefined {
  if (token.kind === "word") return token.text.toLowerCase();
  return token.kind === "name" ? token.text.slice(1, -1).toLowerCase() : undefined;
}
