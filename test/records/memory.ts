import * as v from "valibot";
import { openCatalogue, openInbox, openPublished } from "#db/client.ts";
import { OrganizationRecord, type OrganizationInput } from "#server/contract/catalogue-record.ts";
import type { Context } from "#server/curation/context.ts";
import { seedTaxonomy } from "#server/curation/first-start.ts";
import { publishListings } from "#server/curation/publish-listings.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { loadAreas } from "#server/node/areas.ts";
import { compress } from "#server/node/compress.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";

export const areas = loadAreas();
/** The day on which the tests take place. */
export const TODAY = "2026-11-21";

/** Three empty stores in memory, of this test alone, with the taxonomy in the catalogue. */
export async function memoryDirectory() {
  const stores = {
    catalogue: await openCatalogue({ url: ":memory:" }),
    published: await openPublished({ url: ":memory:" }),
    inbox: await openInbox({ url: ":memory:" }),
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
