import type { Client, Transaction } from "@libsql/client";

/** Statements between two turns of the event loop. Each holds some 4 kB until then. */
const EVERY = 100;

/**
 * Lets the event loop turn now and then while a database in a file is asked. libSQL answers without leaving it, so a
 * long run of statements never ended a turn: what each of them held outside of JavaScript's memory was kept to the end
 * (100,000 services took gigabytes), nobody else was answered, and Ctrl-C was not heard.
 */
export function letGo(client: Client): Client {
  let asked = 0;
  const turn = async (): Promise<void> => {
    asked += 1;
    if (asked % EVERY === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  };
  const withTurns = <T extends Client | Transaction>(asks: T): T => {
    const execute = asks.execute.bind(asks) as (...args: readonly unknown[]) => ReturnType<T["execute"]>;
    const turning = async (...args: readonly unknown[]) => {
      await turn();
      return execute(...args);
    };
    asks.execute = turning as T["execute"];
    return asks;
  };
  const begin = client.transaction.bind(client) as Client["transaction"];
  client.transaction = (async (mode) => withTurns(await begin(mode))) as Client["transaction"];
  return withTurns(client);
}
