import { setTimeout as sleep } from "node:timers/promises";
import type Database from "libsql";
import { isBusy } from "./errors.ts";

const PAUSE_MILLISECONDS = 5;

/**
 * Does `work` again and again while another connection has the lock, `milliseconds` long. SQLite's own busy
 * timeout would block the process in which the holder of the lock has to finish.
 */
export async function untilFree<Result>(milliseconds: number, work: () => Result): Promise<Result> {
  const giveUpAt = Date.now() + milliseconds;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || Date.now() >= giveUpAt) throw error;
    }
    await sleep(PAUSE_MILLISECONDS);
  }
}

/**
 * Runs a writing statement with the lock already taken, so that a prepared statement never meets
 * SQLITE_BUSY: the binding (libsql 0.5.29) leaves such a statement half-run, and whatever the connection
 * commits afterwards then stays uncommitted until the statement is collected.
 */
export async function withWriteLock<Result>(
  db: Database.Database,
  milliseconds: number,
  work: () => Result,
): Promise<Result> {
  if (db.inTransaction) {
    // Takes the lock and, without auto_vacuum, does nothing else; a deferred transaction has none yet.
    await untilFree(milliseconds, () => db.exec("PRAGMA incremental_vacuum(1)"));
    return work();
  }
  await untilFree(milliseconds, () => db.exec("BEGIN IMMEDIATE"));
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
}
