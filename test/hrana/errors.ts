import Database from "libsql";

/** An error as Hrana sends it: a sentence, and a code (SQLite's own name where SQLite refused). */
export interface HranaErrorBody {
  message: string;
  code: string;
}

/** Ends one request of a pipeline, or one step of a batch; the stream goes on. */
export class StatementError extends Error {
  override readonly name = "StatementError";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Ends the whole HTTP request with `status`. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * The Hrana form of whatever a statement threw. SQLite's message is prefixed with its code, as sqld does;
 * anything that is neither ours nor SQLite's gets a fixed sentence, so that no argument is quoted by chance.
 */
export function hranaError(error: unknown): HranaErrorBody {
  if (error instanceof StatementError || error instanceof RequestError) {
    return { message: error.message, code: error.code };
  }
  if (error instanceof Database.SqliteError) {
    return { message: `${error.code}: ${error.message}`, code: error.code };
  }
  return { message: "The test server failed.", code: "INTERNAL_ERROR" };
}

/** Whether another connection holds the lock; a stale snapshot is not meant, as waiting cannot cure it. */
export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === "SQLITE_BUSY";
}
