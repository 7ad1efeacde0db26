import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import * as v from "valibot";
import { afterAll, describe, expect, test } from "vitest";
import { readDocument } from "#db/published-documents.ts";
import { audit, contact, location, service } from "#db/schema/catalogue/index.ts";
import { report } from "#db/schema/inbox/index.ts";
import { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import { firstRecoveryKey, readRecipient } from "#server/curation/accounts/recovery-key.ts";
import { seedTaxonomy } from "#server/curation/first-start.ts";
import { publishListings } from "#server/curation/publish-listings.ts";
import { takeAway } from "#server/curation/take-away.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { findListings, getVersion } from "#server/directory/directory.ts";
import { backupBeforeMigrating } from "#server/node/backup/before-migrating.ts";
import { restoreBackup } from "#server/node/backup/restore-backup.ts";
import { writeBackup } from "#server/node/backup/write-backup.ts";
import { compress } from "#server/node/compress.ts";
import { type Environment, openStores, type Stores } from "#server/node/stores.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";
import { wish } from "#server/publication/wishes.ts";
import { areas, TODAY } from "../records/memory.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";
import { startHranaServer } from "../hrana/server.ts";

const now = new Date(`${TODAY}T12:00:00Z`);
const folder = mkdtempSync(join(tmpdir(), "backup-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let folders = 0;
const fresh = (): string => join(folder, String((folders += 1)));

const options = { areas, compress, today: TODAY };
const SECRET = "zqcanary street";

/** A directory with two public listings, a withheld address and a report; its recovery key. */
async function fill(
  env: Environment,
): Promise<Stores & { readonly key: string; readonly ids: readonly string[] }> {
  const stores = await openStores(env, { remote: true });
  const context = { catalogue: stores.catalogue, actor: { type: "command-line" } as const, now };
  await seedTaxonomy(context);
  const key = (await firstRecoveryKey(stores.catalogue)) ?? "";
  const record = v.parse(
    OrganizationRecord,
    organizationInput({
      locations: [
        placeInput({ residential: true, lines: { en: SECRET } }),
        placeInput({ sourceId: "door", privacy: "public", lines: { en: "1 Open Road" } }),
      ],
      services: [
        serviceInput({ locations: ["house"] }),
        serviceInput({ sourceId: "second", name: { en: "Second desk" }, locations: ["door"] }),
      ],
    }),
  );
  const { written } = await writeRecords(context, "test", [record], { origin: "import" });
  const { published: ids } = await publishListings(context, written, areas);
  await applyPublication(stores, options);
  await stores.inbox
    .insert(report)
    .values({ id: "r1", listing: "K7Q2M-4", kind: "closed", week: "2026-W47" });
  return { ...stores, key, ids };
}

const contextOf = ({ catalogue }: Stores) => ({ catalogue, actor: { type: "command-line" } as const, now });
const restore = (env: Environment, file: string, key: string | null, replace = false) =>
  restoreBackup(env, file, { key, replace, areas, now });

describe("a backup", () => {
  test("drill: the machine is lost, and the file and the paper bring everything back, closed until somebody looks", async () => {
    const before = { DATA_DIR: fresh() };
    const stores = await fill(before);
    const file = join(folder, "drill.backup");
    const recipient = await readRecipient(stores.catalogue);
    const manifest = await writeBackup(before, file, { recipient, now });
    expect(
      manifest.stores.map(({ name, rows }) => [name, rows["service"] ?? rows["listing"] ?? rows["report"]]),
    ).toEqual([
      ["catalogue", 2],
      ["published", 2],
      ["inbox", 1],
    ]);
    const { version } = await getVersion(stores.published);
    rmSync(before.DATA_DIR, { recursive: true });

    const after = { DATA_DIR: fresh() };
    const restored = await restore(after, file, stores.key);
    expect(restored).toMatchObject({ listings: 2, keptAway: [] });
    const again = await openStores(after);
    expect(await getVersion(again.published)).toMatchObject({ version, listings: 2 });
    expect(await again.inbox.select().from(report)).toHaveLength(1);
    expect(JSON.stringify(await again.catalogue.select().from(location))).toContain("house");
    expect(await readDocument(again.published, "frozen")).toEqual({ since: `${TODAY}T12:00Z` });
    // The audit is still one that can be neither changed nor deleted: the triggers came along.
    await expect(again.catalogue.delete(audit)).rejects.toThrow();
  });

  test("holds nothing readable without its key, and no other key opens it", async () => {
    const env = { DATA_DIR: fresh() };
    const stores = await fill(env);
    const file = join(folder, "sealed.backup");
    await writeBackup(env, file, { recipient: await readRecipient(stores.catalogue), now });
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, 22).toString()).toBe("age-encryption.org/v1\n");
    expect(bytes.includes(SECRET)).toBe(false);
    const other = { DATA_DIR: fresh() };
    await expect(restore(other, file, null)).rejects.toThrow("sealed");
    const stranger = await fill({ DATA_DIR: fresh() });
    await expect(restore(other, file, stranger.key)).rejects.toThrow("does not open");
    // The key is in no store: what was shown once is nowhere.
    for (const name of ["catalogue.db", "catalogue.db-wal"])
      expect(readFileSync(join(env.DATA_DIR, name)).includes(stores.key)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes(".part-"))).toEqual([]);
    // One that was killed leaves its copies behind; the next one takes them away.
    mkdirSync(join(folder, "killed.backup.part-99999999-aBcDeF"));
    await writeBackup(env, file, { recipient: await readRecipient(stores.catalogue), now });
    expect(readdirSync(folder).filter((name) => name.includes(".part-"))).toEqual([]);
  });

  test("that was cut short or changed anywhere is refused, and what is there stays as it is", async () => {
    const env = { DATA_DIR: fresh() };
    const stores = await fill(env);
    const file = join(folder, "whole.backup");
    await writeBackup(env, file, { recipient: await readRecipient(stores.catalogue), now });
    const open = join(folder, "open.backup");
    await writeBackup(env, open, { recipient: null, now });
    const target = { DATA_DIR: fresh() };
    const broken = join(folder, "broken.backup");
    for (const source of [file, open]) {
      const bytes = readFileSync(source);
      const flipped = Buffer.from(bytes);
      flipped[Math.floor(bytes.length / 2)] = (flipped[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
      for (const wrong of [bytes.subarray(0, bytes.length - 40), flipped, Buffer.from("no backup at all")]) {
        writeFileSync(broken, wrong);
        await expect(restore(target, broken, source === file ? stores.key : null)).rejects.toThrow(
          /damaged|does not open/u,
        );
      }
    }
    expect(existsSync(join(target.DATA_DIR, "catalogue.db"))).toBe(false);
    await expect(restore(env, file, stores.key)).rejects.toThrow("--replace");
    expect((await getVersion(stores.published)).listings).toBe(2);
  });

  test("does not bring back what was taken away after it: a listing, an address, a number", async () => {
    const env = { DATA_DIR: fresh() };
    const stores = await fill(env);
    const [one = "", two = ""] = stores.ids;
    const file = join(folder, "old.backup");
    await writeBackup(env, file, { recipient: await readRecipient(stores.catalogue), now });
    const shown = JSON.stringify(await findListings(stores.published, {}));
    expect(shown).toContain("1 Open Road");
    await takeAway(contextOf(stores), stores, one, "moved", options);
    await stores.catalogue.update(location).set({ privacy: "withheld" });
    await wish(stores.catalogue, [two], "public");
    await applyPublication(stores, options);
    expect(JSON.stringify(await findListings(stores.published, {}))).not.toContain("1 Open Road");

    const { keptAway, compared } = await restore(env, file, stores.key, true);
    expect([keptAway.length, compared]).toEqual([2, true]);
    const again = await openStores(env);
    expect(await findListings(again.published, {})).toEqual([]);
    const states = await again.catalogue.select({ state: service.curationState }).from(service);
    expect(states.map(({ state }) => state)).toEqual(["suspended", "suspended"]);
    expect(await readDocument(again.published, "frozen")).not.toBeNull();
  });

  test("of an encrypted catalogue opens with the recovery key alone, and restores with another key or none", async () => {
    const env = { DATA_DIR: fresh(), CATALOGUE_KEY: "the first key of this catalogue" };
    const stores = await fill(env);
    const raw = ["catalogue.db", "catalogue.db-wal"].map((name) => readFileSync(join(env.DATA_DIR, name)));
    for (const bytes of raw) expect(bytes.includes("zqcanary")).toBe(false);
    expect(raw[0]?.subarray(0, 15).toString()).not.toBe("SQLite format 3");
    const file = join(folder, "at-rest.backup");
    await writeBackup(env, file, { recipient: await readRecipient(stores.catalogue), now });
    await expect(openStores({ ...env, CATALOGUE_KEY: "another" })).rejects.toThrow("CATALOGUE_KEY");
    await expect(openStores({ DATA_DIR: env.DATA_DIR })).rejects.toThrow("CATALOGUE_KEY");
    for (const key of ["a second key", undefined]) {
      const other = { DATA_DIR: fresh(), CATALOGUE_KEY: key };
      expect((await restore(other, file, stores.key)).listings).toBe(2);
      const bytes = readFileSync(join(other.DATA_DIR, "catalogue.db"));
      expect(bytes.subarray(0, 15).toString() === "SQLite format 3").toBe(key === undefined);
      expect(await (await openStores(other)).catalogue.select().from(contact)).not.toEqual([]);
    }
  });

  test("of databases elsewhere is made and restored over the network", async () => {
    const serve = async () => {
      const server = await startHranaServer({
        databases: {
          catalogue: { file: ":memory:" },
          published: { file: ":memory:" },
          inbox: { file: ":memory:" },
        },
        tokens: {
          c: { database: "catalogue", right: "write" },
          p: { database: "published", right: "write" },
          i: { database: "inbox", right: "write" },
        },
      });
      const env = {
        DATA_DIR: fresh(),
        CATALOGUE_URL: server.url("catalogue"),
        CATALOGUE_TOKEN: "c",
        PUBLISHED_URL: server.url("published"),
        PUBLISHED_TOKEN: "p",
        INBOX_URL: server.url("inbox"),
        INBOX_TOKEN: "i",
      };
      return { server, env };
    };
    const one = await serve();
    const other = await serve();
    try {
      await expect(openStores(one.env)).rejects.toThrow("directory -- migrate");
      const stores = await fill(one.env);
      const file = join(folder, "remote.backup");
      await writeBackup(one.env, file, { recipient: await readRecipient(stores.catalogue), now });
      expect((await restore(other.env, file, stores.key)).listings).toBe(2);
      const again = await openStores(other.env);
      expect(await getVersion(again.published)).toEqual(await getVersion(stores.published));
      expect(
        await again.catalogue
          .select()
          .from(service)
          .where(eq(service.id, stores.ids[0] ?? "")),
      ).toHaveLength(1);
    } finally {
      await one.server.close();
      await other.server.close();
    }
  });
});

describe("an upgrade", () => {
  test("makes a backup before it changes tables that hold something, and refuses a newer release's", async () => {
    const env = { DATA_DIR: fresh() };
    const stores = await fill(env);
    // As an earlier release left it: the last migration has not been done.
    await stores.catalogue.run(
      "delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)",
    );
    const made: string[] = [];
    const opened = openStores(env, {
      beforeMigrating: async () => void made.push(await backupBeforeMigrating(env, now)),
    });
    // What that migration makes is there, so that it fails here: nothing of it stays, and the backup does.
    await expect(opened).rejects.toThrow();
    expect(made.map((path) => existsSync(path))).toEqual([true]);
    expect(await stores.catalogue.select().from(service)).toHaveLength(2);
    await stores.catalogue.run(
      "insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)",
    );
    await expect(openStores(env)).rejects.toThrow("newer release");
  });
});
