import type { Token } from "./lexer.ts";

/**
 * Functions and tables the binding brings (libsql 0.5.29, `pragma_function_list`, `pragma_module_list`) that
 * reach out of the database or around the rules: the first line reads and writes any file, sha3_query runs
 * SQL out of a text, sqlite_stmt shows the statements of whoever had the connection before.
 */
const OUTSIDE = new Set(
  (
    "readfile writefile lsmode fsdir load_extension edit temp_store_directory " +
    "sha3_query eval sqlite_stmt sqlite_log fts3_tokenizer carray sqlite_crypt " +
    "sqlite3mc_codec_data sqlite3mc_config sqlite3mc_config_table"
  ).split(" "),
);

/**
 * Whether a statement names one of them, quoted in any way: SQLite takes "writefile"(…) for a call and
 * FROM 'fsdir'(…) for a table. A text literal that is exactly such a name is refused with them.
 */
export function namesTheOutside(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind, text }) => {
    if (kind === "word") return OUTSIDE.has(text.toLowerCase());
    return (kind === "name" || kind === "string") && OUTSIDE.has(text.slice(1, -1).toLowerCase());
  });
}
