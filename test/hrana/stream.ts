import { runBatch } from "./batch.ts";
import type { Connection } from "./connections.ts";
import { hranaError, StatementError, type HranaErrorBody } from "./errors.ts";
import { describe, execute, singleStatement } from "./execute.ts";
import type { Arguments } from "./parameters.ts";
import type { HranaRequest, HranaResponse, HranaStatement, StatementResult } from "./protocol.ts";
import { splitStatements, type Statement } from "./statements.ts";
import { fromHrana } from "./values.ts";

/** The answer to one request of a pipeline. */
export type StreamResult = { type: "ok"; response: HranaResponse } | { type: "error"; error: HranaErrorBody };

const NO_ARGUMENTS: Arguments = { positional: [], named: new Map() };

/** One Hrana stream: a connection, and the SQL texts its client has stored. */
export class Stream {
  readonly connection: Connection;
  readonly #busyMilliseconds: number;
  readonly #stored = new Map<number, string>();
  isClosed = false;

  /** @param busyMilliseconds how long a statement waits for another connection's lock. */
  constructor(connection: Connection, busyMilliseconds: number) {
    this.connection = connection;
    this.#busyMilliseconds = busyMilliseconds;
  }

  /** Answers one request; what goes wrong becomes part of the answer. */
  async answer(request: HranaRequest): Promise<StreamResult> {
    try {
      if (this.isClosed) throw new StatementError("STREAM_CLOSED", "The stream is closed.");
      return { type: "ok", response: await this.#respond(request) };
    } catch (error) {
      return { type: "error", error: hranaError(error) };
    }
  }

  async #respond(request: HranaRequest): Promise<HranaResponse> {
    switch (request.type) {
      case "execute":
        return { type: "execute", result: await this.#run(request.stmt) };
      case "batch":
        return {
          type: "batch",
          result: await runBatch(
            { isAutocommit: () => this.#isAutocommit, run: (statement) => this.#run(statement) },
            request.batch,
          ),
        };
      case "sequence":
        for (const statement of splitStatements(this.#sql(request))) {
          await this.#execute(statement, NO_ARGUMENTS, false);
        }
        return { type: "sequence" };
      case "describe":
        return {
          type: "describe",
          result: describe(this.connection, singleStatement(this.#sql(request))),
        };
      case "store_sql":
        this.#stored.set(request.sql_id, request.sql);
        return { type: "store_sql" };
      case "close_sql":
        this.#stored.delete(request.sql_id);
        return { type: "close_sql" };
      case "get_autocommit":
        return { type: "get_autocommit", is_autocommit: this.#isAutocommit };
      case "close":
        this.isClosed = true;
        return { type: "close" };
    }
  }

  get #isAutocommit(): boolean {
    return !this.connection.db.inTransaction;
  }

  #sql(from: { sql?: string | null | undefined; sql_id?: number | null | undefined }): string {
    const sql = from.sql ?? (typeof from.sql_id === "number" ? this.#stored.get(from.sql_id) : undefined);
    if (sql === undefined) throw new StatementError("SQL_NOT_FOUND", "No SQL text, or none stored as this.");
    return sql;
  }

  async #run(sent: HranaStatement): Promise<StatementResult> {
    const args: Arguments = {
      positional: sent.args.map(fromHrana),
      named: new Map(sent.named_args.map(({ name, value }) => [name, fromHrana(value)])),
    };
    return this.#execute(singleStatement(this.#sql(sent)), args, sent.want_rows ?? true);
  }

  #execute(statement: Statement, args: Arguments, wantRows: boolean): Promise<StatementResult> {
    return execute(this.connection, statement, args, wantRows, this.#busyMilliseconds);
  }
}
