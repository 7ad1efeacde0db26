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

/** What the public side may put in: reports, suggested services, and marks of proofs that were used. */
const TABLES = new Set(["report", "suggestion", "spent_proof"]);
/** The one table in which it may count up what is there already. */
const COUNTED = "bucket";

/**
 * Whether a statement is INSERT INTO a table of the inbox with plain values and nothing else. It is the whole
 * grammar of the insert-only right: values are parameters and literals, since `VALUES (1 IN other)` reads a table
 * without SELECT; there is no OR REPLACE or RETURNING, and DO UPDATE only as "one more" in `bucket`.
 */
export function isInsertIntoInbox(tokens: readonly Token[]): boolean {
  const at = new Cursor(tokens);
  if (!at.words("INSERT")) return false;
  if (at.words("OR") && !at.take((token) => CONFLICT.has(keyword(token)))) return false;
  if (!at.words("INTO")) return false;
  const table = takeTable(at);
  if (table === null) return false;
  if (at.sign("(") && !takeList(at, takeName)) return false;
  if (!at.words("VALUES")) return false;
  do {
    if (!at.sign("(") || !takeList(at, takeValue)) return false;
  } while (at.sign(","));
  return at.atEnd || (takeConflict(at, table) && at.atEnd);
}

function takeTable(at: Cursor): string | null {
  if (at.take((token) => nameOf(token) === "main") && !at.sign(".")) return null;
  let table: string | null = null;
  at.take((token) => {
    const name = nameOf(token) ?? "";
    if (TABLES.has(name) || name === COUNTED) table = name;
    return table !== null;
  });
  return table;
}

function takeConflict(at: Cursor, table: string): boolean {
  if (!at.words("ON", "CONFLICT")) return false;
  if (at.sign("(") && !takeList(at, takeColumn)) return false;
  if (!at.words("DO")) return false;
  return at.words("NOTHING") || (table === COUNTED && takeOneMore(at));
}

/** `UPDATE SET taken = bucket.taken + 1`, with or without `WHERE bucket.taken < ?`. */
function takeOneMore(at: Cursor): boolean {
  if (!at.words("UPDATE", "SET") || !takeName(at) || !at.sign("=") || !takeColumn(at)) return false;
  if (!at.sign("+") || !at.take((token) => token.kind === "number" && token.text === "1")) return false;
  if (at.atEnd) return true;
  return (
    at.words("WHERE") && takeColumn(at) && at.sign("<") && at.take((token) => token.kind === "parameter")
  );
}

/** A column, by itself or with its table before it. */
function takeColumn(at: Cursor): boolean {
  return takeName(at) && (!at.sign(".") || takeName(at));
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
