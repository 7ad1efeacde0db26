import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "libsql";
import type { Right } from "./rights.ts";

/** One libSQL connection and whether it may be handed to another stream. */
export interface Connection {
  readonly db: Database.Database;
  readonly right: Right;
  reusable: boolean;
}

/** The connections to one database, kept for reuse by right. */
export interface Connections {
  take(right: Right): Connection;
  giveBack(connection: Connection): void;
  close(): void;
}

/**
 * Opens a database for serving. ":memory:" becomes a file in a temporary folder that goes away on close:
 * the streams need connections of their own, and a read-only one cannot be had to memory.
 *
 * Connections are reused because the binding keeps a closed one open until its statements have been
 * collected, which costs two file handles a stream.
 * @throws Error when the file cannot be opened.
 */
export function openConnections(file: string): Connections {
  const folder = file === ":memory:" ? mkdtempSync(join(tmpdir(), "hrana-test-")) : undefined;
  const path = folder === undefined ? resolve(file) : join(folder, "memory.db");
  const idle: Connection[] = [];
  // Held open all along: makes the file, and keeps the write-ahead log there for the read-only connections.
  const keeper = new Database(path);
  keeper.exec("PRAGMA journal_mode = WAL");
  keeper.exec("SELECT count(*) FROM sqlite_schema");

  return {
    take(right) {
      const at = idle.findIndex((connection) => connection.right === right);
      const [reused] = at === -1 ? [] : idle.splice(at, 1);
      return reused ?? { db: openFor(right, path), right, reusable: true };
    },
    giveBack(connection) {
      // Closing alone would not end the transaction (see above), and the lock would stay.
      if (connection.db.inTransaction) connection.db.exec("ROLLBACK");
      if (connection.reusable) idle.push(connection);
      else connection.db.close();
    },
    close() {
      for (const connection of idle) connection.db.close();
      keeper.close();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function openFor(right: Right, path: string): Database.Database {
  return new Database(right === "read" ? `${pathToFileURL(path).href}?mode=ro` : path);
}
