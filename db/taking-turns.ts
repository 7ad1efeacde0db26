import { type Client, LibsqlError, type Transaction } from "@libsql/client";

/** How long a writer waits for another one, in milliseconds, before it says that the database is in use. */
const PATIENCE_MS = 10_000;

/**
 * How long SQLite itself may wait for another process, in milliseconds. While it does, this whole process stands still
 * and answers nobody, so it hardly waits at all: `takesTurns` does the waiting.
 */
export const STANDSTILL_MS = 20;

/** Statements that need no lock. */
const READS = /^\s*(?:select|explain)\b/iu;

const codeOf = (error: unknown): string =>
  error instanceof LibsqlError ? `${error.code} ${error.extendedCode ?? ""}` : "";
const isBusy = (error: unknown) => /SQLITE_(?:BUSY|LOCKED)/u.test(codeOf(error));

/**
 * Makes the client of a file wait for other writers without holding anybody up. Writers of this process go one after
 * the other; what meets a writer of another process is tried again a moment later, which is safe because SQLite
 * says so before it has done anything. Throws `SQLITE_BUSY` when `patience`, in milliseconds, is over.
 *
 * A connection that has met SQLITE_BUSY is thrown away at once: the binding (libsql 0.5) leaves the statement
 * half-run, and what such a connection writes afterwards is lost to others.
 */
export function takesTurns(client: Client, patience = PATIENCE_MS): Client {
  const { execute, batch, migrate, transaction, close } = client;
  let closed = false;
  let last: Promise<void> = Promise.resolve();

  /** Waits for the writers before; answers what lets the next one in. */
  const takeTurn = async (): Promise<() => void> => {
    const before = last;
    let done = (): void => undefined;
    last = new Promise((resolve) => (done = resolve));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(true), patience)));
    const isLate = await Promise.race([before.then(() => false), late]);
    clearTimeout(timer);
    if (!isLate) return done;
    // Those behind still wait for the one in front.
    void before.then(done);
    throw new LibsqlError("The database is in use.", "SQLITE_BUSY");
  };

  const patiently = async <T>(what: () => Promise<T>): Promise<T> => {
    const until = Date.now() + patience;
    for (let pause = 5; ; pause = Math.min(pause * 2, 200)) {
      try {
        return await what();
      } catch (error) {
        // Somebody else threw the connections away, just as this one was about to be used.
        const thrownAway = !closed && codeOf(error).startsWith("CLIENT_CLOSED");
        if (isBusy(error) && !closed) await client.reconnect();
        if (closed || !(isBusy(error) || thrownAway) || Date.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
      }
    }
  };

  const inTurn = async <T>(what: () => Promise<T>): Promise<T> => {
    const done = await takeTurn();
    try {
      return await patiently(what);
    } finally {
      done();
    }
  };

  return Object.assign(client, {
    execute: (...args: Parameters<Client["execute"]>) => {
      const [statement] = args as readonly (string | { readonly sql: string })[];
      const sql = typeof statement === "string" ? statement : (statement?.sql ?? "");
      const run = () => execute.apply(client, args);
      return READS.test(sql) ? patiently(run) : inTurn(run);
    },
    batch: (...args: Parameters<Client["batch"]>) => inTurn(() => batch.apply(client, args)),
    migrate: (...args: Parameters<Client["migrate"]>) => inTurn(() => migrate.apply(client, args)),
    transaction: async (...args: Parameters<Client["transaction"]>): Promise<Transaction> => {
      const done = await takeTurn();
      try {
        return endsWith(await patiently(() => transaction.apply(client, args)), done);
      } catch (error) {
        done();
        throw error;
      }
    },
    close: () => {
      closed = true;
      close.apply(client);
    },
  });
}

/** Calls `done` when the transaction has ended, in whichever way. */
function endsWith(transaction: Transaction, done: () => void): Transaction {
  const { commit, rollback, close } = transaction;
  const ending = (end: () => Promise<void>) => async (): Promise<void> => {
    try {
      await end.apply(transaction);
    } finally {
      done();
    }
  };
  return Object.assign(transaction, {
    commit: ending(commit),
    rollback: ending(rollback),
    close: () => {
      close.apply(transaction);
      done();
    },
  });
}
