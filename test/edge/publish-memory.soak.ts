import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as v from "valibot";
import { expect, test } from "vitest";
import { listing } from "#db/schema/published/index.ts";
import { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import { seedTaxonomy } from "#server/curation/first-start.ts";
import { publishListings } from "#server/curation/publish-listings.ts";
import { readListing } from "#server/curation/read-listing.ts";
import { saveListing } from "#server/curation/save-listing.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { compress } from "#server/node/compress.ts";
import { openStores } from "#server/node/stores.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";
import { startHranaServer } from "../hrana/server.ts";
import { areas, closeStore } from "../records/memory.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";

/** A directory of a country's size. */
const LISTINGS = 3_000;
/** An isolate's 128 MB, less what its own code and the runtime take. */
const HEAP = 96;

test("publishing one change of a country-size directory fits a worker's 128 MB: figures", async () => {
  const folder = mkdtempSync(join(tmpdir(), "publish-memory-"));
  const stores = await openStores({ DATA_DIR: folder });
  const now = new Date("2026-11-21T12:00:00Z");
  const context = { catalogue: stores.catalogue, actor: { type: "command-line" } as const, now };
  const options = { areas, compress, today: "2026-11-21" };
  await seedTaxonomy(context);
  const towns = ["TH-50", "TH-57", "TH-10", "KH-1", "KH-2"];
  const records = Array.from({ length: LISTINGS / 10 }, (_one, n) =>
    v.parse(
      OrganizationRecord,
      organizationInput({
        sourceId: `o${n}`,
        name: { en: `Organisation ${n}` },
        services: Array.from({ length: 10 }, (_two, k) =>
          serviceInput({
            sourceId: `o${n}-${k}`,
            name: { en: `Desk ${n} ${k}` },
            texts: { description: { en: `Advice about papers and wages, day ${n}, room ${k}. `.repeat(8) } },
            areas: [towns[(n + k) % towns.length] ?? "TH-50"],
          }),
        ),
      }),
    ),
  );
  const { written } = await writeRecords(context, "size", records, { origin: "import" });
  await publishListings(context, written, areas);
  const { listings } = await applyPublication(stores, options);
  expect(listings).toBe(LISTINGS);
  const [one] = await stores.published.select({ id: listing.id }).from(listing).limit(1);
  const { id = "" } = one ?? {};
  const { revision } = await readListing(context, id);
  await saveListing(context, id, { base: revision, changes: { "text:description:en": "Changed since." } });
  for (const store of Object.values(stores)) closeStore(store);

  const names = ["catalogue", "published", "inbox"] as const;
  const server = await startHranaServer({
    databases: Object.fromEntries(names.map((name) => [name, { file: join(folder, `${name}.db`) }])),
    tokens: Object.fromEntries(names.map((name) => [name, { database: name, right: "write" }])),
    limits: { lifetimeMilliseconds: 600_000, idleMilliseconds: 600_000, bodyBytes: 100_000_000 },
  });
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        createRequire(import.meta.url).resolve("tsx/cli"),
        "--tsconfig",
        "web/tsconfig.json",
        "test/edge/carry-over-once.ts",
      ],
      {
        env: {
          ...process.env,
          NODE_OPTIONS: `--max-old-space-size=${HEAP} --max-semi-space-size=4`,
          ...Object.fromEntries(
            names.flatMap((name) => [
              [`${name.toUpperCase()}_URL`, server.url(name)],
              [`${name.toUpperCase()}_TOKEN`, name],
            ]),
          ),
        },
      },
    );
    const { before, most } = JSON.parse(stdout) as { before: number; most: number };
    console.log(
      `${LISTINGS} listings, one change published over HTTP with a heap of ${HEAP} MB: ${before.toFixed(0)} MB with the code loaded, ${most.toFixed(0)} MB at most`,
    );
    expect(most).toBeLessThan(128);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
