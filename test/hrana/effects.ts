import { keyword, type Token } from "./lexer.ts";
import type { Statement } from "./statements.ts";

export const READING = new Set(["SELECT", "VALUES", "WITH"]);
export const TRANSACTION = new Set(["BEGIN", "COMMIT", "END", "ROLLBACK"]);
export const SAVEPOINT = new Set(["SAVEPOINT", "RELEASE"]);
const CHANGING = new Set(["INSERT", "UPDATE", "DELETE", "REPLACE"]);

/** A statement without the EXPLAIN or EXPLAIN QUERY PLAN before it. */
export function withoutExplain(tokens: readonly Token[]): readonly Token[] {
  if (keyword(tokens[0]) !== "EXPLAIN") return tokens;
  return tokens.slice(keyword(tokens[1]) === "QUERY" && keyword(tokens[2]) === "PLAN" ? 3 : 1);
}

/**
 * How a statement must be run: "control" gives no rows and cannot be wrapped in a transaction, "write" needs
 * the lock, "read" does not. A WITH that only reads but calls replace() counts as "write", which costs it a
 * wait and nothing else. PRAGMAs go with "read": some may not run inside a transaction.
 */
export function effectOf({ tokens }: Statement): "control" | "read" | "write" {
  const word = keyword(tokens[0]);
  if (TRANSACTION.has(word) || SAVEPOINT.has(word) || word === "VACUUM") {
    // "control" goes through exec(), which would run a second statement: names only, so there can be none.
    return tokens.every(({ kind }) => kind === "word" || kind === "name") ? "control" : "read";
  }
  if (word === "WITH") return tokens.some((token) => CHANGING.has(keyword(token))) ? "write" : "read";
  return READING.has(word) || word === "PRAGMA" || word === "EXPLAIN" ? "read" : "write";
}

/**
 * Whether a connection is as it was before the statement once its transaction has ended, so that another
 * stream may have it: PRAGMAs and temporary tables stay with a connection.
 */
export function leavesNoTrace({ tokens }: Statement): boolean {
  const word = keyword(withoutExplain(tokens)[0]);
  return READING.has(word) || TRANSACTION.has(word) || SAVEPOINT.has(word) || CHANGING.has(word);
}
