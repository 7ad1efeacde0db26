import { join } from "node:path";
import * as v from "valibot";
import { openCatalogue, openInbox, openPublished } from "#db/client.ts";
import { OrganizationRecord, type OrganizationInput } from "#server/contract/catalogue-record.ts";
import type { Context } from "#server/curation/context.ts";
import { firstStart, seedTaxonomy } from "#server/curation/first-start.ts";
import { publishListings } from "#server/curation/publish-listings.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { loadAreas } from "#server/node/areas.ts";
import { compress } from "#server/node/compress.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";
import { filledOnce } from "./filled-once.ts";

export const areas = loadAreas();
/** The day on which the tests take place. */
export const TODAY = "2026-11-21";

/** Three empty stores in memory, of this test alone, with the taxonomy in the catalogue. */
export const memoryDirectory = () => openDirectory(null);

/** The demo as a first start brings it, published on the day of the tests; stores of this test alone. */
export async function demoDirectory() {
  const folder = await filledOnce("demo-of-the-day", async (empty) => {
    const directory = await openDirectory(empty);
    await firstStart(directory.context, areas, { demo: true });
    await directory.apply();
    for (const store of Object.values(directory.stores)) closeStore(store);
  });
  return openDirectory(folder);
}

/** Stores in a folder, or in memory. */
async function openDirectory(folder: string | null) {
  const url = (name: string) => (folder === null ? ":memory:" : `file:${join(folder, `${name}.db`)}`);
  const stores = {
    catalogue: await openCatalogue({ url: url("catalogue") }),
    published: await openPublished({ url: url("published") }),
    inbox: await openInbox({ url: url("inbox") }),
  };
  const context: Context = {
    catalogue: stores.catalogue,
    actor: { type: "command-line" },
    now: new Date(`${TODAY}T12:00:00Z`),
  };
  await seedTaxonomy(context);
  const apply = (full = false) => applyPublication(stores, { areas, compress, today: TODAY, full });
  /** Writes records of the source "test", publishes what may be published, and carries it over. */
  const publish = async (...organizations: OrganizationInput[]) => {
    const records = organizations.map((organization) => v.parse(OrganizationRecord, organization));
    const written = await writeRecords(context, "test", records, { origin: "import" });
    const outcome = await publishListings(context, written.written, areas);
    return { ...outcome, report: await apply() };
  };
  return { ...stores, stores, context, apply, publish };
}

/** Makes a store unreachable, as when the network to it is gone. */
export function closeStore(db: object): void {
  (db as { $client: { close(): void } }).$client.close();
}
