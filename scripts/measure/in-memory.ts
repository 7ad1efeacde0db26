/** A directory in memory to measure: the demo, or a folder of records imported and published. */
import { openCatalogue, openInbox, openPublished } from "#db/client.ts";
import { service } from "#db/schema/catalogue/index.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { firstStart, seedTaxonomy } from "#server/curation/first-start.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { findListings, getSettings, getVersion, listAreas } from "#server/directory/directory.ts";
import { toAreaView } from "#server/directory/page-models.ts";
import { leaveOutErrors } from "#server/exchange/leave-out-errors.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import { loadAreaFinder } from "#server/node/area-finder.ts";
import { loadAreas } from "#server/node/areas.ts";
import { pageAssets } from "#server/node/assets.ts";
import { compress } from "#server/node/compress.ts";
import { readSource } from "#server/node/read-source.ts";
import { toPublishedListing } from "#server/domain/to-published-listing.ts";
import { applyPublication, publishingContext } from "#server/publication/apply-publication.ts";
import { loadListings } from "#server/publication/load-listings.ts";
import { readSettings } from "#server/publication/settings.ts";
import { readTaxonomy } from "#server/publication/taxonomy.ts";
import { renderPage } from "#web/render.tsx";

async function openMemory() {
  const stores = {
    catalogue: await openCatalogue({ url: ":memory:" }),
    published: await openPublished({ url: ":memory:" }),
    inbox: await openInbox({ url: ":memory:" }),
  };
  const areas = loadAreas();
  const now = new Date();
  const context = { catalogue: stores.catalogue, actor: { type: "command-line" } as const, now };
  return { ...stores, areas, context, today: now.toISOString().slice(0, 10) };
}

async function openDemo() {
  const directory = await openMemory();
  await firstStart(directory.context, directory.areas, { demo: true });
  await applyPublication(directory, { areas: directory.areas, compress, today: directory.today });
  return directory.published;
}

/** Every published listing of the demo. */
export async function readDemo(): Promise<readonly PublishedListing[]> {
  return findListings(await openDemo(), {}, "web");
}

/**
 * Every record of a folder as it would be published, if people had checked it: what is old or unconfirmed stays back
 * in a real directory, but its size is what is measured here.
 */
export async function readFolder(folder: string): Promise<readonly PublishedListing[]> {
  const { catalogue, areas, context, today } = await openMemory();
  await seedTaxonomy(context);
  const read = readRecords(await readSource(folder), {
    format: "auto",
    defaultScope: "general",
    areas: loadAreaFinder(areas),
  });
  await writeRecords(context, read.source, leaveOutErrors(read), { origin: "import" });
  const ids = (await catalogue.select({ id: service.id }).from(service)).map(({ id }) => id);
  return catalogue.transaction(async (tx) => {
    const { places } = await readTaxonomy(tx);
    const rules = publishingContext(areas, await readSettings(tx));
    const found: PublishedListing[] = [];
    for await (const chunk of loadListings(tx, ids))
      for (const listing of chunk) found.push(toPublishedListing(listing, rules, places, today));
    return found;
  });
}

/** Draws the start page of the demo in any language, as the server does with the files of the build. */
export async function startPages(built: string): Promise<(lang: string) => Promise<string>> {
  const published = await openDemo();
  const settings = await getSettings(published);
  const { version } = await getVersion(published);
  const found = await listAreas(published);
  return async (lang) => {
    const areas = found.map((area) => toAreaView(area, lang));
    return renderPage({ kind: "home", lang, settings, version, areas }, pageAssets(built));
  };
}
