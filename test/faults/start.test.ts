import { spawn } from "node:child_process";
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { startDirectory } from "#server/node/start.ts";
import { closeDirectory, environment, pageOf, publishedFolder } from "./published-folder.ts";

let page: string;
beforeAll(async () => {
  const directory = await startDirectory(environment(await publishedFolder()));
  page = await pageOf(directory.app);
  expect(page.includes("Advice desk")).toBe(true);
  closeDirectory(directory);
});

type Started = Awaited<ReturnType<typeof startDirectory>>;

async function expectPublicAlone({ app, office, trouble }: Started, words: string): Promise<void> {
  expect(office).toBeNull();
  expect(trouble).toContain(words);
  expect((await pageOf(app)) === page).toBe(true);
  expect((await app.request("/bundles/index.json")).status).toBe(200);
  expect((await app.request("/healthz")).status).toBe(200);
  const closed = await app.request("/curate");
  expect([closed.status, closed.headers.get("cache-control")]).toEqual([503, "no-store"]);
  expect(await closed.text()).toContain("The public site goes on");
  expect((await app.request("/curate/api/listings")).status).toBe(503);
}

async function expectOffice(started: Started): Promise<void> {
  expect(started.office).not.toBeNull();
  expect((await started.app.request("/curate/healthz")).status).toBe(200);
  expect((await pageOf(started.app)) === page).toBe(true);
}

/** Another process that has a database for itself alone, as a careless tool does. Answers how to end it. */
async function heldByAnother(file: string): Promise<() => Promise<void>> {
  const script = `
    const Database = (await import("libsql")).default;
    const db = new Database(process.argv[1]);
    db.exec("pragma locking_mode = exclusive");
    db.exec("begin exclusive; create table zz_held (n); ");
    console.log("held");
    setInterval(() => db.inTransaction, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  };
}

describe("a directory whose catalogue cannot be opened serves what was last published", () => {
  test("when the catalogue is gone: no empty one is made in its place, and the office opens when it is back", async () => {
    const folder = await publishedFolder();
    const file = join(folder, "catalogue.db");
    renameSync(file, `${file}.away`);
    const started = await startDirectory(environment(folder));
    await expectPublicAlone(started, "The catalogue is gone");
    expect(existsSync(file)).toBe(false);
    await started.openAgain();
    await expectPublicAlone(started, "The catalogue is gone");
    renameSync(`${file}.away`, file);
    await started.openAgain();
    await expectOffice(started);
    closeDirectory(started);
  });

  test("when it is damaged, or another key is set", async () => {
    const folder = await publishedFolder();
    await expectPublicAlone(
      await startDirectory({ ...environment(folder), CATALOGUE_KEY: "another" }),
      "CATALOGUE_KEY is not the key",
    );
    writeFileSync(join(folder, "catalogue.db"), "no database at all".repeat(500));
    await expectPublicAlone(await startDirectory(environment(folder)), "it is damaged");
  });

  test("when another process holds it, and the office opens when that one is done", async () => {
    const folder = await publishedFolder();
    const release = await heldByAnother(join(folder, "catalogue.db"));
    const started = await startDirectory({ ...environment(folder), STORE_PATIENCE: "0.3" });
    await expectPublicAlone(started, "is in use by something else");
    await release();
    await started.openAgain();
    await expectOffice(started);
    closeDirectory(started);
  });

  test("but a directory in which nothing was published says what is wrong and ends", async () => {
    const folder = await publishedFolder();
    writeFileSync(join(folder, "catalogue.db"), "no database at all".repeat(500));
    renameSync(join(folder, "published.db"), join(folder, "published.away"));
    await expect(startDirectory(environment(folder))).rejects.toThrow("it is damaged");
  });
});
