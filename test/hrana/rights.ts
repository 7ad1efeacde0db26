import { READING, SAVEPOINT, TRANSACTION, withoutExplain } from "./effects.ts";
import { StatementError } from "./errors.ts";
import { isInsertIntoInbox } from "./insert-inbox.ts";
import { keyword, type Token } from "./lexer.ts";
import { namesTheOutside } from "./outside.ts";
import type { Statement } from "./statements.ts";

/** What a token may do with its one database. */
export type Right = "write" | "read" | "insert";

const WRITING = new Set("INSERT UPDATE DELETE REPLACE CREATE DROP ALTER ANALYZE REINDEX VACUUM".split(" "));

// PRAGMAs that only tell something; "foreign_keys" is there because clients set it around migrate(), where
// the refusal must come from the migration itself (the connection cannot write, so the setting is idle).
const TELLING_PRAGMAS = new Set(
  (
    "table_info table_xinfo table_list index_list index_info index_xinfo foreign_key_list database_list " +
    "collation_list compile_options function_list pragma_list user_version schema_version encoding foreign_keys"
  ).split(" "),
);
const PRAGMAS_WITH_ARGUMENT = new Set(
  "table_info table_xinfo index_list index_info index_xinfo foreign_key_list foreign_keys".split(" "),
);

/**
 * Refuses what the right does not cover, before SQLite sees the statement: some PRAGMAs act when they are
 * prepared, even behind EXPLAIN. For "read" this is the second lock; the first is a connection opened with
 * mode=ro. ATTACH, DETACH and VACUUM INTO reach other files and are refused to every right.
 * @throws StatementError SQLITE_READONLY or SQLITE_AUTH; the message never quotes the statement.
 */
export function assertAllowed(right: Right, statement: Statement): void {
  const tokens = withoutExplain(statement.tokens);
  const word = keyword(tokens[0]);
  if (word === "ATTACH" || word === "DETACH" || (word === "VACUUM" && tokens.some(isInto))) {
    throw refused("no statement may reach another file");
  }
  if (namesTheOutside(tokens)) throw refused("no statement may reach outside its database");
  if (right === "read") assertReading(word, tokens);
  if (right === "insert") assertInsert(word, statement.tokens);
}

function assertReading(word: string, tokens: readonly Token[]): void {
  if (READING.has(word) || TRANSACTION.has(word) || SAVEPOINT.has(word)) return;
  if (word === "PRAGMA" && tellsOnly(tokens)) return;
  if (WRITING.has(word)) {
    throw new StatementError("SQLITE_READONLY", "SQLITE_READONLY: this token may only read");
  }
  throw refused("this token may only read");
}

function assertInsert(word: string, tokens: readonly Token[]): void {
  if (TRANSACTION.has(word) && tokens.length <= 3 && tokens.every((token) => token.kind === "word")) return;
  if (isInsertIntoInbox(tokens)) return;
  throw refused("this token may only insert values into tables of the inbox");
}

function tellsOnly(tokens: readonly Token[]): boolean {
  const at = tokens[2]?.text === "." ? 3 : 1;
  const name = keyword(tokens[at]).toLowerCase();
  return TELLING_PRAGMAS.has(name) && (tokens.length === at + 1 || PRAGMAS_WITH_ARGUMENT.has(name));
}

function isInto(token: Token): boolean {
  return keyword(token) === "INTO";
}

function refused(why: string): StatementError {
  return new StatementError("SQLITE_AUTH", `SQLITE_AUTH: not authorized, ${why}`);
}
