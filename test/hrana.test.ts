import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient as createHttpClient } from "@libsql/client/http";
import { createClient, type Client, type InStatement } from "@libsql/client/web";
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql/web";
import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startHranaServer, type HranaLimits, type HranaServer } from "./hrana/server.ts";

const TOKENS = {
  "catalogue-write": { database: "catalogue", right: "write" },
  "catalogue-read": { database: "catalogue", right: "read" },
  "inbox-write": { database: "inbox", right: "write" },
  "inbox-insert": { database: "inbox", right: "insert" },
  "memory-write": { database: "memory", right: "write" },
  "memory-read": { database: "memory", right: "read" },
} as const;

let folder: string;
let server: HranaServer;
let clients: Client[];

async function start(limits: Partial<HranaLimits> = {}): Promise<void> {
  server = await startHranaServer({
    databases: {
      catalogue: { file: join(folder, "the catalogue.db") },
      inbox: { file: join(folder, "inbox.db") },
      memory: { file: ":memory:" },
    },
    tokens: TOKENS,
    limits,
  });
}

function client(token: keyof typeof TOKENS, create: typeof createClient = createClient): Client {
  const made = create({ url: server.url(TOKENS[token].database), authToken: token });
  clients.push(made);
  return made;
}

function post(path: string, token: string, body: unknown): Promise<Response> {
  return fetch(new URL(path, server.url("catalogue")), {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
}

/** The answers to one pipeline of requests, each with what the tests look at. */
async function pipeline(token: string, requests: readonly object[], version = "v3"): Promise<unknown[]> {
  const response = await post(`/${version}/pipeline`, token, { requests: [...requests, { type: "close" }] });
  const body = (await response.json()) as { baton: string | null; results: unknown[] };
  expect(body.baton).toBeNull();
  return body.results.slice(0, -1);
}

/** Sends an empty pipeline with a baton; the status and the next baton. */
async function renew(baton: string | null, token = "catalogue-write"): Promise<[number, string | null]> {
  const response = await post("v3/pipeline", token, { baton, requests: [] });
  return [response.status, ((await response.json()) as { baton: string | null }).baton];
}

/** Executes one statement on the stream a baton names, and leaves the stream open. */
async function executeOn(baton: string | null, sql: string): Promise<{ baton: string; results: object[] }> {
  const requests = [{ type: "execute", stmt: { sql } }];
  const response = await post("v3/pipeline", "catalogue-write", { baton, requests });
  return (await response.json()) as { baton: string; results: object[] };
}

/** All that a reading token could have changed: rows, schema, settings, files. */
async function catalogueState(): Promise<unknown[]> {
  const db = client("catalogue-write");
  const results = await db.batch([
    "SELECT * FROM log",
    "SELECT * FROM service",
    "SELECT sql FROM sqlite_schema",
    "PRAGMA user_version",
    "PRAGMA journal_mode",
  ]);
  return [...results.map((result) => result.rows.map((row) => Array.from(row))), readdirSync(folder).sort()];
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "hrana-"));
  clients = [];
  await start();
  await client("catalogue-write").executeMultiple(`
    CREATE TABLE service (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, data BLOB);
    CREATE TABLE log (line TEXT);
    CREATE TRIGGER service_added AFTER INSERT ON service BEGIN
      INSERT INTO log VALUES (CASE WHEN new.name = 'quiet' THEN NULL ELSE new.name END);
      INSERT INTO log VALUES ('; END');
    END;
    -- a comment; with a semicolon
    INSERT INTO service (id, name) VALUES (1, 'first;');
  `);
  await client("inbox-write").executeMultiple(`
    CREATE TABLE report (id TEXT PRIMARY KEY, body TEXT NOT NULL, n INTEGER);
    CREATE TABLE other (secret TEXT);
    INSERT INTO report VALUES ('a', 'kept', 1);
    INSERT INTO other VALUES ('hidden');
  `);
});

afterEach(async () => {
  for (const each of clients) each.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

describe.each([
  ["@libsql/client/web", createClient],
  ["@libsql/client/http", createHttpClient],
])("the Hrana test server with %s", (_name, create) => {
  it("executes a statement and answers with columns, rows and what changed", async () => {
    const db = client("catalogue-write", create);
    const inserted = await db.execute("INSERT INTO service (name) VALUES (?), (?)", ["second", "third"]);
    expect(inserted.rowsAffected).toBe(2);
    expect(inserted.lastInsertRowid).toBe(3n);
    const found = await db.execute("SELECT id, name, name AS again FROM service WHERE id > 1 ORDER BY id");
    expect(found.columns).toEqual(["id", "name", "again"]);
    expect(found.columnTypes).toEqual(["INTEGER", "TEXT", "TEXT"]);
    expect(found.rows.map((row) => ({ ...row }))).toEqual([
      { id: 2, name: "second", again: "second" },
      { id: 3, name: "third", again: "third" },
    ]);
    expect(found.rowsAffected).toBe(0);
  });

  it("undoes the whole batch when one of its statements fails, and names SQLite's code", async () => {
    const db = client("catalogue-write", create);
    const batch = db.batch(
      ["INSERT INTO service (name) VALUES ('second')", "INSERT INTO service (name) VALUES ('first;')"],
      "write",
    );
    await expect(batch).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_UNIQUE", statementIndex: 1 });
    expect((await db.execute("SELECT * FROM service")).rows).toHaveLength(1);
  });

  it("keeps a transaction's rows from other streams until the commit", async () => {
    const db = client("catalogue-write", create);
    const tx = await db.transaction("write");
    await tx.execute("INSERT INTO service (name) VALUES ('second')");
    expect((await tx.execute("SELECT count(*) AS n FROM service")).rows[0]?.["n"]).toBe(2);
    expect((await db.execute("SELECT count(*) AS n FROM service")).rows[0]?.["n"]).toBe(1);
    await tx.commit();
    expect((await db.execute("SELECT count(*) AS n FROM service")).rows[0]?.["n"]).toBe(2);
  });

  it("forgets a transaction that is rolled back or closed", async () => {
    const db = client("catalogue-write", create);
    const rolledBack = await db.transaction("write");
    await rolledBack.executeMultiple("INSERT INTO service (name) VALUES ('second'); DELETE FROM log;");
    await rolledBack.rollback();
    const closed = await db.transaction("write");
    await closed.execute("INSERT INTO service (name) VALUES ('third')");
    closed.close();
    // Waits for the lock of the closed one, so that it cannot pass before that one is gone.
    await db.execute("INSERT INTO service (name) VALUES ('fourth')");
    const names = (await db.execute("SELECT name FROM service ORDER BY id")).rows.map((row) => row["name"]);
    expect(names).toEqual(["first;", "fourth"]);
  });
});

describe("the Hrana test server", () => {
  it("splits a sequence as SQLite does, triggers with CASE and quoted semicolons included", async () => {
    const found = await client("catalogue-write").execute("SELECT line FROM log ORDER BY rowid");
    expect(found.rows.map((row) => row["line"])).toEqual(["first;", "; END"]);
  });

  it("stops a sequence at its first error", async () => {
    const db = client("catalogue-write");
    const sequence = db.executeMultiple("DELETE FROM log; SELECT * FROM missing; DELETE FROM service;");
    await expect(sequence).rejects.toMatchObject({ code: "SQLITE_ERROR" });
    expect((await db.execute("SELECT * FROM log")).rows).toHaveLength(0);
    expect((await db.execute("SELECT * FROM service")).rows).toHaveLength(1);
  });

  it("turns foreign keys off for migrate(), and only there", async () => {
    const db = client("catalogue-write");
    await db.executeMultiple(`
      CREATE TABLE parent (id INTEGER PRIMARY KEY);
      CREATE TABLE child (parent INTEGER REFERENCES parent (id));
    `);
    await db.migrate(["INSERT INTO child VALUES (7)", "ALTER TABLE child ADD COLUMN note TEXT"]);
    expect((await db.execute("SELECT * FROM child")).columns).toEqual(["parent", "note"]);
    await expect(db.execute("INSERT INTO child VALUES (8, '')")).rejects.toMatchObject({
      code: "SQLITE_CONSTRAINT_FOREIGNKEY",
    });
  });

  it("carries blobs, integers of 64 bits, reals, text and null both ways", async () => {
    const db = createClient({
      url: server.url("memory"),
      authToken: "memory-write",
      intMode: "bigint",
    });
    clients.push(db);
    const values = [new Uint8Array([0, 255, 7, 61]), -(2n ** 63n), 2n ** 63n - 1n, 0.5, "ยา 👍", null];
    const found = await db.execute("SELECT ?, ?, ?, ?, ?, ?, typeof(?2), typeof(?4)", values);
    const [bytes, ...rest] = Array.from(found.rows[0] ?? []);
    expect(new Uint8Array(bytes as ArrayBuffer)).toEqual(values[0]);
    expect(rest).toEqual([...values.slice(1), "integer", "real"]);
    for (const lone of [new Uint8Array([1]), null]) {
      const same = await db.execute("SELECT typeof(?) AS type", [lone]);
      expect(same.rows[0]?.["type"]).toBe(lone === null ? "null" : "blob");
    }
  });

  it("binds named and numbered arguments, and refuses missing or superfluous ones", async () => {
    const db = client("memory-write");
    const named = await db.execute("SELECT :a, @b, $c, :a", { a: 1, b: "two", c: null });
    expect(Array.from(named.rows[0] ?? [])).toEqual([1, "two", null, 1]);
    const numbered = await db.execute("SELECT ?2, ?1 -- and ?3", ["x", "y"]);
    expect(Array.from(numbered.rows[0] ?? [])).toEqual(["y", "x"]);
    await expect(db.execute("SELECT ?, :a", { a: 1 })).rejects.toMatchObject({ code: "ARGS_INVALID" });
    await expect(db.execute("SELECT ?, ?", [1])).rejects.toMatchObject({ code: "ARGS_INVALID" });
    await expect(db.execute("SELECT ?", [1, 2])).rejects.toMatchObject({ code: "ARGS_INVALID" });
  });

  it("answers with the rows and the count of a RETURNING clause", async () => {
    const result = await client("catalogue-write").execute(
      "INSERT INTO service (name) VALUES ('x'), ('y') RETURNING name",
    );
    expect(result.rows.map((row) => row["name"])).toEqual(["x", "y"]);
    expect(result.rowsAffected).toBe(2);
    expect(result.lastInsertRowid).toBe(3n);
  });

  it("takes one statement only where one is expected", async () => {
    const db = client("catalogue-write");
    await expect(db.execute("SELECT 1; DELETE FROM service")).rejects.toMatchObject({
      code: "SQL_MANY_STATEMENTS",
    });
    await expect(db.execute(" -- nothing")).rejects.toMatchObject({ code: "SQL_NO_STATEMENT" });
  });

  it("lets two writers take turns", async () => {
    const db = client("catalogue-write");
    const first = await db.transaction("write");
    await first.execute("INSERT INTO service (name) VALUES ('second')");
    const waiting = client("catalogue-write").execute("INSERT INTO service (name) VALUES ('third')");
    await first.commit();
    expect((await waiting).lastInsertRowid).toBe(3n);
  });

  it("rolls a transaction back when its client stays away, so that others can go on", async () => {
    await server.close();
    await start({ idleMilliseconds: 20 });
    const db = client("catalogue-write");
    const tx = await db.transaction("write");
    await tx.execute("INSERT INTO service (name) VALUES ('abandoned')");
    await client("catalogue-write").execute("INSERT INTO service (name) VALUES ('second')");
    await expect(tx.execute("SELECT 1")).rejects.toMatchObject({ code: "STREAM_EXPIRED" });
    const names = (await db.execute("SELECT name FROM service ORDER BY id")).rows.map((row) => row["name"]);
    expect(names).toEqual(["first;", "second"]);
  });

  it("says SQLITE_BUSY when the lock does not come free in time", async () => {
    await server.close();
    await start({ busyMilliseconds: 20 });
    const tx = await client("catalogue-write").transaction("write");
    await tx.execute("DELETE FROM log");
    const other = client("catalogue-write").execute("DELETE FROM service");
    await expect(other).rejects.toMatchObject({ code: "SQLITE_BUSY" });
    await tx.rollback();
  });

  it("takes a baton once, and from the token that has it", async () => {
    const [, first] = await renew(null);
    const [, second] = await renew(first);
    expect(first).toBeTypeOf("string");
    expect(second).not.toBe(first);
    expect((await renew(first))[0]).toBe(400);
    expect((await renew(second, "catalogue-read"))[0]).toBe(400);
    expect((await renew(second))[0]).toBe(200);
  });

  it("answers store_sql, describe, get_autocommit and every condition of a batch", async () => {
    const results = await pipeline("catalogue-write", [
      { type: "store_sql", sql_id: 1, sql: "SELECT name FROM service WHERE id = :id" },
      { type: "describe", sql_id: 1 },
      { type: "close_sql", sql_id: 1 },
      { type: "describe", sql_id: 1 },
      { type: "describe", sql: "WITH x AS (SELECT 1) INSERT INTO log SELECT * FROM x" },
      { type: "execute", stmt: { sql: "BEGIN", want_rows: false } },
      { type: "get_autocommit" },
      {
        type: "batch",
        batch: {
          steps: [
            { stmt: { sql: "SELECT 1" } },
            { stmt: { sql: "SELECT nonsense" }, condition: { type: "ok", step: 0 } },
            { stmt: { sql: "SELECT 3" }, condition: { type: "not", cond: { type: "error", step: 1 } } },
            { stmt: { sql: "SELECT 4" }, condition: { type: "is_autocommit" } },
            {
              stmt: { sql: "SELECT 5", want_rows: false },
              condition: {
                type: "and",
                conds: [
                  { type: "error", step: 1 },
                  {
                    type: "or",
                    conds: [
                      { type: "ok", step: 2 },
                      { type: "ok", step: 0 },
                    ],
                  },
                ],
              },
            },
          ],
        },
      },
    ]);
    const result = { affected_row_count: 0, last_insert_rowid: null };
    expect(results).toMatchObject([
      { type: "ok" },
      {
        response: {
          result: {
            params: [{ name: ":id" }],
            cols: [{ name: "name", decltype: "TEXT" }],
            is_explain: false,
            is_readonly: true,
          },
        },
      },
      { type: "ok" },
      { type: "error", error: { code: "SQL_NOT_FOUND" } },
      { response: { result: { is_readonly: false } } },
      { type: "ok" },
      { response: { is_autocommit: false } },
      {
        response: {
          result: {
            step_results: [
              { ...result, rows: [[{ type: "integer", value: "1" }]] },
              null,
              null,
              null,
              { ...result, rows: [] },
            ],
            step_errors: [null, { code: "SQLITE_ERROR" }, null, null, null],
          },
        },
      },
    ]);
  });

  it("serves an address without a path by the token alone, as hosted databases are addressed", async () => {
    const url = new URL("/", server.url("memory")).href;
    const db = createClient({ url, authToken: "catalogue-read" });
    clients.push(db);
    expect((await db.execute("SELECT name FROM service")).rows).toHaveLength(1);
  });

  it("listens on 127.0.0.1 and on no other address", async () => {
    expect(new URL(server.url("catalogue")).hostname).toBe("127.0.0.1");
    const elsewhere = server.url("catalogue").replace("127.0.0.1", "127.0.0.2");
    await expect(fetch(`${elsewhere}v2`)).rejects.toThrow("fetch failed");
    expect((await fetch(`${server.url("catalogue")}v2`)).status).toBe(200);
  });

  it.each([
    ["no token", undefined, "UNAUTHORIZED"],
    ["an unknown token", "nobody", "UNAUTHORIZED"],
    ["a token for another database", "inbox-write", "FORBIDDEN"],
  ])("refuses %s", async (_case, authToken, code) => {
    const config = { url: server.url("catalogue"), ...(authToken === undefined ? {} : { authToken }) };
    const db = createClient(config);
    clients.push(db);
    await expect(db.execute("SELECT 1")).rejects.toMatchObject({ code });
  });

  it("refuses bodies that are too large, no JSON, or no pipeline", async () => {
    await server.close();
    await start({ bodyBytes: 1000 });
    const large = await post("v2/pipeline", "catalogue-write", { requests: [], padding: "x".repeat(2e6) });
    expect([large.status, await large.json()]).toMatchObject([413, { code: "BODY_TOO_LARGE" }]);
    const odd = await post("v2/pipeline", "catalogue-write", { requests: [{ type: "dance" }] });
    expect([odd.status, await odd.json()]).toMatchObject([400, { code: "HRANA_PROTO_ERROR" }]);
    const huge = { type: "integer", value: "9223372036854775808" };
    const outOfRange = await post("v2/pipeline", "catalogue-write", {
      requests: [{ type: "execute", stmt: { sql: "SELECT ?", args: [huge] } }],
    });
    expect(outOfRange.status).toBe(400);
  });

  it("keeps what is written after SQLITE_BUSY on the same stream", async () => {
    await server.close();
    await start({ busyMilliseconds: 0 });
    const holder = await client("catalogue-write").transaction("write");
    await holder.execute("DELETE FROM log");
    const refused = await executeOn(null, "INSERT INTO service (name) VALUES ('refused')");
    expect(refused.results).toMatchObject([{ error: { code: "SQLITE_BUSY" } }]);
    await holder.rollback();
    const kept = await executeOn(refused.baton, "INSERT INTO service (name) VALUES ('kept')");
    expect(kept.results).toMatchObject([{ type: "ok" }]);
    const names = await client("catalogue-read").execute("SELECT name FROM service ORDER BY id");
    expect(names.rows.map((row) => row["name"])).toEqual(["first;", "kept"]);
  });

  it("waits for the lock in a deferred transaction too, at its first write", async () => {
    const holder = await client("catalogue-write").transaction("write");
    await holder.execute("DELETE FROM log");
    const waiting = client("catalogue-write").batch(["INSERT INTO service (name) VALUES ('second')"]);
    await holder.commit();
    await waiting;
    const names = await client("catalogue-read").execute("SELECT name FROM service ORDER BY id");
    expect(names.rows.map((row) => row["name"])).toEqual(["first;", "second"]);
  });

  it("knows of every function and table of the binding whether it reaches outside", async () => {
    const db = client("catalogue-write");
    const found = await db.execute(`
      SELECT name FROM pragma_function_list UNION SELECT name FROM pragma_module_list`);
    const suspicious = found.rows
      .map((row) => String(row["name"]))
      .filter((name) =>
        /file|dir|load|ext(ension)?$|query|eval|exec|shell|edit|sqlite3|stmt|_log$/.test(name),
      );
    const harmless = new Set(["vector_extract", "json_extract", "jsonb_extract", "sqlite3mc_version"]);
    for (const name of suspicious.filter((each) => !harmless.has(each))) {
      await expect(db.execute(`SELECT "${name}"(1)`)).rejects.toMatchObject({ code: "SQLITE_AUTH" });
    }
    expect(suspicious).toContain("writefile");
  });

  it("writes nothing to the console, whatever goes wrong", async () => {
    const spies = [
      vi.spyOn(process.stdout, "write").mockReturnValue(true),
      vi.spyOn(process.stderr, "write").mockReturnValue(true),
    ];
    try {
      await client("catalogue-write").execute("SELECT ?", ["private"]);
      await client("catalogue-write")
        .execute("SELECT 'private' FROM nowhere")
        .catch(() => undefined);
      const written = spies.flatMap((spy) => spy.mock.calls.map(([chunk]) => String(chunk))).join("");
      expect(written).not.toContain("private");
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });

  it("does not keep a connection open for every stream there was", async () => {
    const db = client("catalogue-read");
    await db.execute("SELECT 1");
    const before = readdirSync("/proc/self/fd").length;
    for (let i = 0; i < 50; i += 1) await db.execute("SELECT * FROM service");
    expect(readdirSync("/proc/self/fd").length).toBeLessThan(before + 20);
  });

  it("serves drizzle: insert, select, batch, transaction and its rollback", async () => {
    const service = sqliteTable("service", {
      id: integer().primaryKey(),
      name: text().notNull(),
      data: blob({ mode: "buffer" }),
    });
    const db = drizzle(client("catalogue-write"));
    const [added] = await db
      .insert(service)
      .values({ name: "second", data: Buffer.from([1, 2]) })
      .returning();
    expect(added).toEqual({ id: 2, name: "second", data: Buffer.from([1, 2]) });
    const [all, one] = await db.batch([
      db.select({ name: service.name }).from(service).orderBy(service.id),
      db.select().from(service).where(eq(service.id, 1)),
    ]);
    expect([all, one]).toEqual([
      [{ name: "first;" }, { name: "second" }],
      [{ id: 1, name: "first;", data: null }],
    ]);
    const failing = db.transaction(async (tx) => {
      await tx.update(service).set({ name: "changed" }).where(eq(service.id, 1));
      await tx.transaction((inner) => inner.delete(service));
      throw new Error("no further");
    });
    await expect(failing).rejects.toThrow("no further");
    expect(await db.$count(service)).toBe(2);
  });
});

const WRITES: readonly string[] = [
  "INSERT INTO log VALUES ('x')",
  "INSERT INTO log VALUES ('x') RETURNING *",
  "REPLACE INTO log VALUES ('x')",
  "UPDATE log SET line = 'x'",
  "DELETE FROM log",
  "WITH x AS (SELECT 'x') INSERT INTO log SELECT * FROM x",
  "/* SELECT */ DELETE FROM log -- SELECT",
  "\ufeffDELETE FROM log",
  "CREATE TABLE extra (a)",
  "CREATE TEMP TABLE extra (a)",
  "DROP TABLE log",
  "ALTER TABLE log ADD COLUMN x",
  "VACUUM",
  "ANALYZE",
  "REINDEX",
  "PRAGMA query_only = 0",
  "PRAGMA main.query_only(0)",
  "EXPLAIN PRAGMA query_only = 0",
  "PRAGMA journal_mode = DELETE",
  "PRAGMA user_version = 7",
  "PRAGMA writable_schema = 1",
];

const REFUSED = { code: expect.stringMatching(/^SQLITE_(READONLY|AUTH)$/) };

describe("a token that may only read", () => {
  it.each(WRITES)("is refused in every form: %s", async (sql) => {
    const before = await catalogueState();
    const db = client("catalogue-read");
    await expect(db.execute(sql)).rejects.toMatchObject(REFUSED);
    await expect(db.batch(["SELECT 1", sql], "deferred")).rejects.toMatchObject(REFUSED);
    await expect(db.migrate([sql])).rejects.toMatchObject(REFUSED);
    await expect(db.executeMultiple(`SELECT 1; ${sql};`)).rejects.toMatchObject(REFUSED);
    const tx = await db.transaction("deferred");
    await tx.execute("SELECT 1");
    await expect(tx.execute(sql)).rejects.toMatchObject(REFUSED);
    await expect(tx.executeMultiple(sql)).rejects.toMatchObject(REFUSED);
    await tx.commit();
    const [stored, executed] = await pipeline("catalogue-read", [
      { type: "store_sql", sql_id: 1, sql },
      { type: "execute", stmt: { sql_id: 1 } },
    ]);
    expect([stored, executed]).toMatchObject([{ type: "ok" }, { type: "error", error: REFUSED }]);
    expect(await catalogueState()).toEqual(before);
  });

  it("cannot unlock its stream with one statement for the next", async () => {
    const db = client("catalogue-read");
    const attempts: InStatement[] = [
      "PRAGMA query_only = 0",
      "SELECT * FROM pragma_query_only",
      "PRAGMA foreign_keys = off",
      "COMMIT",
      "BEGIN IMMEDIATE",
    ];
    const tx = await db.transaction("deferred");
    for (const attempt of attempts) await tx.execute(attempt).catch(() => undefined);
    await expect(tx.execute("DELETE FROM log")).rejects.toMatchObject({ code: "SQLITE_READONLY" });
    await tx.rollback();
    expect((await db.execute("SELECT * FROM log")).rows).toHaveLength(2);
  });

  it.each([
    ["catalogue-read", "ATTACH ? AS other"],
    ["catalogue-write", "ATTACH ? AS other"],
    ["catalogue-write", "\ufeff ATTACH ? AS other"],
    ["catalogue-read", "VACUUM INTO ?"],
    ["catalogue-write", "VACUUM main INTO ?"],
  ] as const)("like any other (%s) cannot reach another file by %s", async (token, sql) => {
    const file = join(folder, "elsewhere.db");
    await expect(client(token).execute(sql, [file])).rejects.toMatchObject({ code: "SQLITE_AUTH" });
    expect(readdirSync(folder)).not.toContain("elsewhere.db");
  });

  it.each([
    "SELECT writefile(:file, 'x')",
    "SELECT \"WriteFile\" (:file, 'x')",
    "SELECT [writefile](:file, 'x')",
    "SELECT readfile(:file)",
    "SELECT * FROM fsdir(:file)",
    "SELECT * FROM 'fsdir'(:file)",
    "SELECT sha3_query('SELECT write' || 'file(''x'', 1)', :file)",
    "SELECT load_extension(:file)",
    "SELECT sql FROM sqlite_stmt",
  ])("like any other cannot reach outside its database by %s", async (sql) => {
    const statement = { sql, args: { file: join(folder, "elsewhere.txt") } };
    for (const token of ["catalogue-read", "catalogue-write", "inbox-insert"] as const) {
      await expect(client(token).execute(statement)).rejects.toMatchObject({ code: "SQLITE_AUTH" });
    }
    expect(readdirSync(folder)).not.toContain("elsewhere.txt");
  });

  it("reads: select, explain, pragmas that tell, transactions", async () => {
    const db = client("catalogue-read");
    const tx = await db.transaction("read");
    expect((await tx.execute("WITH x AS (SELECT 1 AS a) SELECT * FROM x")).rows).toHaveLength(1);
    expect((await tx.execute("PRAGMA table_info(log)")).rows).toHaveLength(1);
    await tx.commit();
    const [plan, values] = await db.batch(["EXPLAIN QUERY PLAN SELECT * FROM log", "VALUES (1), (2)"]);
    expect(plan?.rows).toHaveLength(1);
    expect(values?.rows).toHaveLength(2);
  });

  it("reads a database in memory too", async () => {
    await client("memory-write").executeMultiple("CREATE TABLE t (a); INSERT INTO t VALUES (1);");
    const db = client("memory-read");
    expect((await db.execute("SELECT a FROM t")).rows[0]?.["a"]).toBe(1);
    await expect(db.execute("DELETE FROM t")).rejects.toMatchObject({ code: "SQLITE_READONLY" });
  });
});

describe("a token that may only insert reports", () => {
  const BUCKET =
    "CREATE TABLE bucket (name TEXT, week TEXT, taken INTEGER, refused INTEGER, PRIMARY KEY (name, week))";

  it.each([
    "INSERT INTO report VALUES ('b', 'x', 2)",
    "insert into \"report\" (\"id\", \"body\", \"n\") values ('b', 'x', -2), ('c', 'y', null)",
    "INSERT OR IGNORE INTO main.report (id, body) VALUES ('b', x'00')",
    "INSERT INTO report (id, body) VALUES ('b', 'x') ON CONFLICT (id) DO NOTHING",
  ])("may: %s", async (sql) => {
    const result = await client("inbox-insert").execute(sql);
    expect(result.rowsAffected).toBeGreaterThan(0);
    expect(result.lastInsertRowid).toBeUndefined();
    const kept = await client("inbox-write").execute("SELECT id FROM report WHERE id = 'b'");
    expect(kept.rows).toHaveLength(1);
  });

  it.each([
    "SELECT * FROM report",
    "SELECT 1",
    "VALUES (1)",
    "WITH x AS (SELECT 1) INSERT INTO report SELECT 'b', 'x', 1",
    "UPDATE report SET body = 'x'",
    "DELETE FROM report",
    "DROP TABLE report",
    "INSERT INTO other VALUES ('x')",
    "INSERT INTO \"other\" VALUES ('x')",
    "INSERT INTO temp.report VALUES ('b', 'x', 1)",
    "INSERT INTO report SELECT id || 'b', body, n FROM report",
    "INSERT INTO report VALUES ('b', (SELECT secret FROM other), 1)",
    "INSERT INTO report VALUES ('b', CASE WHEN 'hidden' IN other THEN NULL ELSE 1 END, 1)",
    "INSERT INTO report VALUES ('b', 'x' IN other, 1)",
    "INSERT INTO report VALUES ('b', randomblob(9), 1)",
    "INSERT INTO report VALUES ('b', 'x', 1) RETURNING *",
    "INSERT INTO report VALUES ('a', 'x', 1) ON CONFLICT DO UPDATE SET body = 'x'",
    "INSERT INTO report VALUES ('a', 'x', 1) ON CONFLICT DO NOTHING RETURNING *",
    "INSERT OR REPLACE INTO report VALUES ('a', 'x', 1)",
    "REPLACE INTO report VALUES ('a', 'x', 1)",
    "EXPLAIN INSERT INTO report VALUES ('b', 'x', 1)",
    "EXPLAIN SELECT * FROM report",
    "PRAGMA table_info(report)",
    "PRAGMA foreign_keys = off",
    "CREATE TABLE extra (a)",
    "SAVEPOINT a",
    "ATTACH 'x.db' AS x",
  ])("may not, in any form: %s", async (sql) => {
    const db = client("inbox-insert");
    const good = "INSERT INTO report VALUES ('good', 'x', 1)";
    await expect(db.execute(sql)).rejects.toMatchObject({ code: "SQLITE_AUTH" });
    await expect(db.batch([good, sql], "write")).rejects.toMatchObject({ code: "SQLITE_AUTH" });
    await expect(db.executeMultiple(`BEGIN; ${good}; ${sql}; COMMIT`)).rejects.toMatchObject({
      code: "SQLITE_AUTH",
    });
    const tx = await db.transaction("write");
    await tx.execute(good);
    await expect(tx.execute(sql)).rejects.toMatchObject({ code: "SQLITE_AUTH" });
    await tx.rollback();
    const [described] = await pipeline("inbox-insert", [{ type: "describe", sql }]);
    expect(described).toMatchObject({ type: "error", error: { code: "SQLITE_AUTH" } });
    const kept = await client("inbox-write").execute("SELECT id, body FROM report");
    expect(kept.rows.map((row) => ({ ...row }))).toEqual([{ id: "a", body: "kept" }]);
  });

  const MORE = "ON CONFLICT (name, week) DO UPDATE SET taken = bucket.taken + 1";
  const ROW = "INSERT INTO bucket VALUES ('site', 'w', 1, 0)";

  it.each([
    "DO UPDATE SET taken = 0",
    "DO UPDATE SET taken = bucket.taken + 2",
    "DO UPDATE SET taken = (SELECT count(*) FROM other)",
    "DO UPDATE SET taken = bucket.taken + 1, refused = 0",
    "DO UPDATE SET taken = bucket.taken + 1 WHERE 1 IN other",
    "DO UPDATE SET taken = bucket.taken + 1 WHERE bucket.taken < (SELECT 1)",
    "DO UPDATE SET taken = bucket.taken + 1 RETURNING taken",
  ])("may count a bucket up by one and in no other way: not %s", async (action) => {
    await client("inbox-write").execute(BUCKET);
    const db = client("inbox-insert");
    await db.execute(ROW);
    await expect(db.execute(`${ROW} ON CONFLICT (name, week) ${action}`)).rejects.toMatchObject({
      code: "SQLITE_AUTH",
    });
    const { rows } = await client("inbox-write").execute("SELECT taken FROM bucket");
    expect(rows.map((row) => row["taken"])).toEqual([1]);
  });

  it("learns from a full bucket that nothing was changed, and no more", async () => {
    await client("inbox-write").execute(BUCKET);
    const db = client("inbox-insert");
    const take = async () =>
      (await db.execute({ sql: `${ROW} ${MORE} WHERE bucket.taken < ?`, args: [2] })).rowsAffected;
    expect([await take(), await take(), await take()]).toEqual([1, 1, 0]);
    await expect(db.execute("SELECT taken FROM bucket")).rejects.toMatchObject({ code: "SQLITE_AUTH" });
  });

  it("inserts through drizzle and within a batch", async () => {
    const report = sqliteTable("report", { id: text().primaryKey(), body: text().notNull(), n: integer() });
    const db = drizzle(client("inbox-insert"));
    await db.insert(report).values({ id: "b", body: "one" });
    await db.batch([db.insert(report).values({ id: "c", body: "two" }).onConflictDoNothing()]);
    await db.transaction((tx) => tx.insert(report).values({ id: "d", body: "three", n: 3 }));
    const kept = await client("inbox-write").execute("SELECT id FROM report ORDER BY id");
    expect(kept.rows.map((row) => row["id"])).toEqual(["a", "b", "c", "d"]);
  });
});
