import * as v from "valibot";
import { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import { publishListings } from "#server/curation/publish-listings.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { startDirectory } from "#server/node/start.ts";
import type { Environment, Stores } from "#server/node/stores.ts";
import { FIRST_SETTINGS, writeSettings } from "#server/publication/settings.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";
import { areas, closeStore } from "../records/memory.ts";
import { compress } from "#server/node/compress.ts";
import { filledOnce } from "../records/filled-once.ts";
import { organizationInput } from "../records/organization.ts";

/** The page that must go on being served whatever happens. */
export const PAGE = "/en/area/TH-50";

/** A folder with a directory in which one organisation is published, as a server left it; the caller's own. */
export const publishedFolder = (): Promise<string> =>
  filledOnce("one-published", async (folder) => {
    const { office } = await startDirectory(environment(folder));
    if (office === null) throw new Error("It did not open.");
    await publishOne(office.stores);
    for (const store of Object.values(office.stores)) closeStore(store);
  });

export const environment = (folder: string): Environment => ({ DATA_DIR: folder, DEMO: "0" });

async function publishOne(stores: Stores): Promise<void> {
  const now = new Date();
  const context = { catalogue: stores.catalogue, actor: { type: "command-line" } as const, now };
  await writeSettings(stores.catalogue, { ...FIRST_SETTINGS, countries: ["TH"] });
  const { written } = await writeRecords(
    context,
    "test",
    [v.parse(OrganizationRecord, organizationInput({ sourceId: "one" }))],
    { origin: "import" },
  );
  await publishListings(context, written, areas);
  await applyPublication(stores, { areas, compress, today: now.toISOString().slice(0, 10) });
}

/** Closes what a started directory holds open. */
export function closeDirectory({ office }: Awaited<ReturnType<typeof startDirectory>>): void {
  for (const store of Object.values(office?.stores ?? {})) closeStore(store);
}

/** The page as it is served, without the word of the day that its forms carry: each process has one of its own. */
export async function pageOf(app: { request(path: string): Response | Promise<Response> }): Promise<string> {
  const html = await (await app.request(PAGE)).text();
  return html.replaceAll(/(<input type="hidden" name="token" value=")[^"]*/gu, "$1");
}
