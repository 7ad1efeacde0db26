import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openClient } from "#db/client.ts";
import { storeFailure } from "#db/store-failure.ts";
import { readSettings, writeSettings } from "#server/publication/settings.ts";
import { startDirectory } from "#server/node/start.ts";
import { type HranaServer, startHranaServer } from "../hrana/server.ts";
import { PAGE, publishedFolder } from "./published-folder.ts";
import { type UnsteadyLine, unsteadyLine } from "./unsteady-line.ts";

let server: HranaServer;
let line: UnsteadyLine;
let env: Readonly<Record<string, string>>;
const patience = 400;

beforeAll(async () => {
  const folder = await publishedFolder();
  const names = ["catalogue", "published", "inbox"] as const;
  server = await startHranaServer({
    databases: Object.fromEntries(names.map((name) => [name, { file: join(folder, `${name}.db`) }])),
    tokens: Object.fromEntries(names.map((name) => [name, { database: name, right: "write" }])),
  });
  line = await unsteadyLine(server.url("catalogue"));
  env = {
    DEMO: "0",
    DATA_DIR: folder,
    STORE_PATIENCE: String(patience / 1000),
    // Only the catalogue is far away; the public side has its own beside it.
    CATALOGUE_URL: line.through(server.url("catalogue")),
    CATALOGUE_TOKEN: "catalogue",
  };
});
beforeEach(() => Object.assign(line, { state: "steady", arrived: 0 }));
afterAll(async () => {
  await line?.close();
  await server?.close();
});

const client = (name: string) => openClient({ url: line.through(server.url(name)), token: name, patience });
const failureOf = (what: Promise<unknown>) =>
  what.then(
    () => "none",
    (error: unknown) => storeFailure(error),
  );
const later = (state: UnsteadyLine["state"], milliseconds: number) =>
  setTimeout(() => (line.state = state), milliseconds);

describe("a database elsewhere", () => {
  test("that is gone for a moment is asked again: what only reads, and what never arrived", async () => {
    const published = client("published");
    for (const gone of ["cut", "lost"] as const) {
      line.state = gone;
      later("steady", 60);
      expect((await published.execute("select count(*) as n from listing")).rows[0]?.["n"]).toBeGreaterThan(
        0,
      );
    }
  });

  test("is never asked twice for what writes, once it may have arrived", async () => {
    const catalogue = client("catalogue");
    await catalogue.execute("create table if not exists zz_once (n integer)");
    line.arrived = 0;
    line.state = "lost";
    later("steady", 60);
    expect(await failureOf(catalogue.execute("insert into zz_once values (1)"))).toBe("unreachable");
    line.state = "steady";
    expect(line.arrived).toBe(1);
    expect((await catalogue.execute("select count(*) as n from zz_once")).rows[0]?.["n"]).toBe(1);
  });

  test("that is slow is given up after a while, and is not asked again", async () => {
    line.state = "slow";
    const began = Date.now();
    expect(await failureOf(client("published").execute("select 1 from listing"))).toBe("unreachable");
    expect(Date.now() - began).toBeLessThan(patience * 3);
  });
});

describe("a directory with its catalogue elsewhere", () => {
  test("serves what was last published while that is gone, says so in the office, and goes on when it is back", async () => {
    const { app, office } = await startDirectory(env);
    if (office === null) throw new Error("The office is closed.");
    const page = await (await app.request(PAGE)).text();
    for (const gone of ["cut", "slow"] as const) {
      line.state = gone;
      expect((await (await app.request(PAGE)).text()) === page).toBe(true);
      const health = await app.request("/curate/healthz");
      expect([health.status, await health.json()]).toEqual([
        503,
        {
          error: {
            code: "unavailable",
            message: "The database cannot be reached. Nothing was changed. Try again when it is back.",
          },
        },
      ]);
      // The timer's work fails without ending the process, and is done at the next minute.
      await office.everyMinute(new Date());
    }
    line.state = "steady";
    expect((await app.request("/curate/healthz")).status).toBe(200);
    const settings = await readSettings(office.stores.catalogue);
    await writeSettings(office.stores.catalogue, { ...settings, publicName: "Back again" });
    await office.everyMinute(new Date());
    expect((await (await app.request("/en/")).text()).includes("Back again")).toBe(true);
  });

  test("starts with the public side alone while that is gone, and opens the office when it is back", async () => {
    line.state = "cut";
    const started = await startDirectory(env);
    expect([started.office, started.trouble]).toEqual([
      null,
      "The catalogue: The database cannot be reached. Nothing was changed. Try again when it is back.",
    ]);
    expect((await started.app.request(PAGE)).status).toBe(200);
    line.state = "steady";
    await started.openAgain();
    expect((await started.app.request("/curate/healthz")).status).toBe(200);
  });
});
