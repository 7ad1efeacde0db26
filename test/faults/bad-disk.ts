/**
 * A process on a small disk of its own: `test/faults/disk.test.ts` mounts it, and mounts it again to be read only.
 * Says what it saw as JSON, a line a step.
 */
import { statfsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { failureWords, storeFailure } from "#db/store-failure.ts";
import { eq } from "drizzle-orm";
import { translation } from "#db/schema/catalogue/index.ts";
import { readListing } from "#server/curation/read-listing.ts";
import { saveListing } from "#server/curation/save-listing.ts";
import { listing } from "#db/schema/published/index.ts";
import { startDirectory } from "#server/node/start.ts";
import { writeBackup } from "#server/node/backup/write-backup.ts";
import { PAGE } from "./published-folder.ts";

const [step = "", folder = ""] = process.argv.slice(2);
const env = { DATA_DIR: folder, DEMO: "0", STORE_PATIENCE: "0.3" };
const say = (what: object) => console.log(JSON.stringify(what));
const started = await startDirectory(env);
const { app, office, trouble } = started;
const page = async () => {
  const answer = await app.request(PAGE);
  return [answer.status, (await answer.text()).includes("Advice desk")];
};
const report = async () => {
  const { items } = (await (await app.request("/api/services?limit=1")).json()) as {
    items: { code: string }[];
  };
  const answer = await app.request("/api/reports", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ listing: items[0]?.code, kind: "wrong" }),
  });
  return [answer.status, ((await answer.json()) as { error?: { code: string } }).error?.code ?? null];
};
const wordsOf = (what: Promise<unknown>) =>
  what.then(
    () => null,
    (error: unknown) => {
      const failure = storeFailure(error);
      return failure === null ? String(error) : failureWords(failure);
    },
  );

if (step === "read-only") {
  say({ office: office !== null, trouble, page: await page(), report: await report() });
} else if (office !== null) {
  const [one] = await office.stores.published.select({ id: listing.id }).from(listing);
  const { id = "" } = one ?? {};
  const context = {
    catalogue: office.stores.catalogue,
    actor: { type: "command-line" } as const,
    now: new Date(),
  };
  const description = async () => {
    const rows = await office.stores.catalogue.select().from(translation).where(eq(translation.entityId, id));
    return rows.find(({ field, language }) => field === "description" && language === "en")?.text;
  };
  const edit = async (text: string) => {
    const { revision } = await readListing(context, id);
    await saveListing(context, id, { base: revision, changes: { "text:description:en": text } });
  };
  await edit("Before the disk was full");
  const filler = join(folder, "filler");
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(filler, new Uint8Array(Math.max(bavail - 1, 0) * bsize));
  // Small writes still fit somewhere for a while.
  let words: string | null = null;
  for (let n = 0; n < 200 && words === null; n += 1) words = await wordsOf(edit(`${n} ${"x".repeat(3_000)}`));
  const kept = await description();
  say({ full: words, page: await page(), report: await report() });
  const backup = join(folder, "x.backup");
  say({ backup: await wordsOf(writeBackup(env, backup, { recipient: null, now: new Date() })) });
  rmSync(filler);
  say({ kept: (await description()) === kept, after: await wordsOf(edit("After there was room")) });
  say({ now: await description(), page: await page() });
}
process.exit(0);
