import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openClient } from "#db/client.ts";
import { storeFailure } from "#db/store-failure.ts";

const folder = mkdtempSync(join(tmpdir(), "writers-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function tableIn(name: string): Promise<string> {
  const url = `file:${join(folder, name)}.db`;
  const client = openClient({ url });
  await client.execute("pragma journal_mode = wal");
  await client.execute("create table kept (n integer primary key)");
  client.close();
  return url;
}

const insert = (n: number) => ({ sql: "insert into kept values (?)", args: [n] });

test("writers of one process go one after the other, and the process answers meanwhile", async () => {
  const client = openClient({ url: await tableIn("turns") });
  let answered = 0;
  const visitor = setInterval(() => {
    answered += 1;
    void client.execute("select count(*) from kept");
  }, 1);
  const write = async (n: number) => {
    const transaction = await client.transaction("write");
    await transaction.execute(insert(n));
    await new Promise((resolve) => setTimeout(resolve, 5));
    await transaction.commit();
  };
  await Promise.all([write(1), write(2), client.execute(insert(3)), write(4), client.batch([insert(5)])]);
  clearInterval(visitor);
  expect(answered).toBeGreaterThan(2);
  const { rows } = await client.execute("select n from kept order by n");
  expect(rows.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5]);
  client.close();
});

test("a writer that found the database in use says so, and nothing that it writes afterwards is lost", async () => {
  const url = await tableIn("lost");
  // SQLite tells connections apart, not processes.
  const holder = openClient({ url });
  const other = openClient({ url, patience: 30 });
  const failureOf = (what: Promise<unknown>) =>
    what.then(
      () => "none",
      (error: unknown) => storeFailure(error),
    );
  const ways = [
    (n: number) => other.execute(insert(n)),
    (n: number) => other.batch([insert(n)], "write"),
    async (n: number) => {
      const transaction = await other.transaction("write");
      await transaction.execute(insert(n));
      await transaction.commit();
    },
  ];
  for (const [at, write] of ways.entries()) {
    const held = await holder.transaction("write");
    await held.execute(insert(at * 10));
    for (const each of ways) expect(await failureOf(each(99))).toBe("locked");
    // Readers never wait.
    expect((await other.execute("select count(*) as n from kept where n = 99")).rows[0]?.["n"]).toBe(0);
    await held.commit();
    await write(at * 10 + 1);
  }
  other.close();
  const fresh = openClient({ url });
  const { rows } = await fresh.execute("select n from kept order by n");
  expect(rows.map(({ n }) => n)).toEqual([0, 1, 10, 11, 20, 21]);
  fresh.close();
  holder.close();
});

test("a writer that waits gets its turn when the other one is done", async () => {
  const url = await tableIn("waits");
  const holder = openClient({ url });
  const other = openClient({ url });
  const held = await holder.transaction("write");
  const waiting = other.execute(insert(2));
  await new Promise((resolve) => setTimeout(resolve, 60));
  await held.execute(insert(1));
  await held.commit();
  await waiting;
  expect((await holder.execute("select count(*) as n from kept")).rows[0]?.["n"]).toBe(2);
  for (const client of [holder, other]) client.close();
});
