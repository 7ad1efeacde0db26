import type { Connection } from "./connections.ts";
import { StatementError } from "./errors.ts";
import { untilFree, withWriteLock } from "./lock.ts";
import { bind, parameterNames, type Arguments } from "./parameters.ts";
import type { DescribeResult, StatementResult } from "./protocol.ts";
import { effectOf, leavesNoTrace, withoutExplain } from "./effects.ts";
import { assertAllowed } from "./rights.ts";
import { splitStatements, type Statement } from "./statements.ts";
import { toHrana, type SqliteValue } from "./values.ts";

/**
 * The one statement in `sql`.
 * @throws StatementError SQL_NO_STATEMENT or SQL_MANY_STATEMENTS, the codes sqld uses.
 */
export function singleStatement(sql: string): Statement {
  const [statement, second] = splitStatements(sql);
  if (statement === undefined) throw new StatementError("SQL_NO_STATEMENT", "There is no statement.");
  if (second !== undefined) {
    throw new StatementError("SQL_MANY_STATEMENTS", "There is more than one statement; use a sequence.");
  }
  return statement;
}

/**
 * Runs one statement to its end, waiting up to `busyMilliseconds` for another connection's lock.
 * @throws StatementError when the right or the arguments do not fit; SqliteError when SQLite refuses.
 */
export async function execute(
  connection: Connection,
  statement: Statement,
  args: Arguments,
  wantRows: boolean,
  busyMilliseconds: number,
): Promise<StatementResult> {
  assertAllowed(connection.right, statement);
  connection.reusable &&= leavesNoTrace(statement);
  const { db } = connection;
  const effect = effectOf(statement);
  const values = bind(parameterNames(statement.tokens), args);
  if (effect === "control") {
    await untilFree(busyMilliseconds, () => db.exec(statement.sql));
    return { cols: [], rows: [], affected_row_count: 0, last_insert_rowid: null };
  }
  const run = (): StatementResult => runPrepared(connection, statement.sql, values, wantRows);
  if (effect === "read" || connection.right === "read") return run();
  return withWriteLock(db, busyMilliseconds, run);
}

function runPrepared(
  connection: Connection,
  sql: string,
  values: SqliteValue[],
  wantRows: boolean,
): StatementResult {
  const before = changesSoFar(connection);
  // Always one list: a lone null or blob, handed over by itself, would be taken for named parameters.
  const prepared = connection.db.prepare<[SqliteValue[]]>(sql);
  const cols = prepared.reader ? columns(prepared.columns()) : [];
  let rows: SqliteValue[][] = [];
  if (prepared.reader) rows = rowsOf(prepared.raw().safeIntegers().all(values));
  else prepared.run(values);
  const after = changesSoFar(connection);
  const hasChanged = after.total !== before.total;
  return {
    cols,
    rows: wantRows ? rows.map((row) => row.map(toHrana)) : [],
    affected_row_count: hasChanged ? Number(after.last) : 0,
    // Not told to an insert-only token: the number says how many reports there are.
    last_insert_rowid: hasChanged && connection.right === "write" ? String(after.rowid) : null,
  };
}

/** What a statement takes and gives. `is_readonly` is read off its program: it opens no write transaction. */
export function describe(connection: Connection, statement: Statement): DescribeResult {
  assertAllowed(connection.right, statement);
  connection.reusable &&= leavesNoTrace(statement);
  const prepared = connection.db.prepare(statement.sql);
  const isExplain = withoutExplain(statement.tokens) !== statement.tokens;
  return {
    params: parameterNames(statement.tokens).map((name) => ({ name })),
    cols: prepared.reader ? columns(prepared.columns()) : [],
    is_explain: isExplain,
    is_readonly: isExplain || !writes(connection, statement),
  };
}

function writes({ db }: Connection, statement: Statement): boolean {
  const program = rowsOf(db.prepare(`EXPLAIN ${statement.sql}`).raw().all());
  return program.some(
    ([, opcode, , p2]) =>
      (opcode === "Transaction" && p2 !== 0) || opcode === "Vacuum" || opcode === "JournalMode",
  );
}

function columns(described: readonly { name: string; type: string | null }[]): StatementResult["cols"] {
  return described.map(({ name, type }) => ({ name, decltype: type }));
}

interface Changes {
  total: SqliteValue;
  last: SqliteValue;
  rowid: SqliteValue;
}

const NO_CHANGES: Changes = { total: 0n, last: 0n, rowid: 0n };

// The binding gives neither number for a statement with RETURNING, and rounds the row's.
function changesSoFar({ db, right }: Connection): Changes {
  if (right === "read") return NO_CHANGES;
  const sql = "SELECT total_changes(), changes(), last_insert_rowid()";
  const [total = 0n, last = 0n, rowid = 0n] = rowsOf(db.prepare(sql).raw().safeIntegers().all())[0] ?? [];
  return { total, last, rowid };
}

// The binding's types know nothing of raw(): its rows are lists of values in the order of the columns.
function rowsOf(rows: unknown[]): SqliteValue[][] {
  return rows as SqliteValue[][];
}
