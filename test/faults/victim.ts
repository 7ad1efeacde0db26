/**
 * A process to be killed: does one thing after another to the directory in DATA_DIR and says each on a line when it
 * is confirmed. What stands on a line must survive whatever happens to the process.
 */
import { join } from "node:path";
import * as v from "valibot";
import { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import { readRecipient } from "#server/curation/accounts/recovery-key.ts";
import { publishListings } from "#server/curation/publish-listings.ts";
import { readListing } from "#server/curation/read-listing.ts";
import { saveListing } from "#server/curation/save-listing.ts";
import { takeAway } from "#server/curation/take-away.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { loadAreas } from "#server/node/areas.ts";
import { backupBeforeMigrating } from "#server/node/backup/before-migrating.ts";
import { writeBackup } from "#server/node/backup/write-backup.ts";
import { compress } from "#server/node/compress.ts";
import { openStores } from "#server/node/stores.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";
import { ensureSigningKey } from "#server/publication/sign-parts.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";

const say = (...words: readonly (string | number)[]) => process.stdout.write(`${words.join(" ")}\n`);
const [kind = "work", start = "0"] = process.argv.slice(2);
const env = process.env;
const now = new Date("2026-11-21T12:00:00Z");
const folder = env["DATA_DIR"] ?? "";

if (kind === "migrate") {
  say("ready");
  await openStores(env, {
    beforeMigrating: async () => void say("backup", await backupBeforeMigrating(env, now)),
  });
  say("migrated");
  process.exit(0);
}

const stores = await openStores(env);
const areas = loadAreas();
const context = { catalogue: stores.catalogue, actor: { type: "command-line" } as const, now };
const options = { areas, compress, today: "2026-11-21" };
await ensureSigningKey(stores.catalogue);
const recipient = await readRecipient(stores.catalogue);
say("ready");

for (let n = Number(start); ; n += 1) {
  const source = `run-${n}`;
  const record = v.parse(
    OrganizationRecord,
    organizationInput({
      sourceId: source,
      name: { en: `Organisation ${n}` },
      services: [
        serviceInput({ sourceId: `${source}-a`, name: { en: `Desk ${n}` } }),
        serviceInput({ sourceId: `${source}-b`, name: { en: `Second desk ${n}` }, areas: ["TH-57"] }),
      ],
    }),
  );
  const { written } = await writeRecords(context, source, [record], { origin: "import" });
  say("import", ...written);
  await publishListings(context, written, areas);
  await applyPublication(stores, options);
  say("publish", ...written);
  const [first = "", second = ""] = written;
  const { revision } = await readListing(context, first);
  await saveListing(context, first, {
    base: revision,
    changes: { "text:description:en": `Edited in run ${n}` },
  });
  say("edit", first, n);
  const { gone } = await takeAway(context, stores, second, "closed", options);
  if (gone) say("gone", second);
  if (n % 2 === 0) {
    const path = join(folder, "kept", `${n}.backup`);
    await writeBackup(env, path, { recipient, now });
    say("backup", path);
  }
}
