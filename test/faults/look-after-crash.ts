import { existsSync } from "node:fs";
import { inArray } from "drizzle-orm";
import { expect } from "vitest";
import { readDocument } from "#db/published-documents.ts";
import { service, translation } from "#db/schema/catalogue/index.ts";
import { bundlePart, listing, listingArea } from "#db/schema/published/index.ts";
import { STORES } from "#db/stores.ts";
import { openClient } from "#db/client.ts";
import type { SignedParts } from "#server/contract/bundle.ts";
import type { PublishedState } from "#server/contract/public-records.ts";
import { getBundleIndex, getSigned } from "#server/directory/bundle-index.ts";
import { loadAreas } from "#server/node/areas.ts";
import { compress } from "#server/node/compress.ts";
import { type Environment, openStores, storeAddress, type Stores } from "#server/node/stores.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";
import { wantedPublic, wish } from "#server/publication/wishes.ts";
import { provenFiles } from "#server/domain/signed-files.ts";
import { isSignedBy } from "#server/sealing/signed.ts";

const areas = loadAreas();

/** Every database is whole, as SQLite itself judges it. */
export async function expectWhole(env: Environment): Promise<void> {
  for (const name of STORES) {
    const client = openClient(storeAddress(name, env));
    const { rows } = await client.execute("pragma integrity_check");
    expect([name, rows[0]?.["integrity_check"]]).toEqual([name, "ok"]);
    const { rows: loose } = await client.execute("pragma foreign_key_check");
    expect([name, loose.length]).toEqual([name, 0]);
    client.close();
  }
}

/** What the public side serves is one version, whole: no listing without its files, no file of another version. */
export async function expectOneVersion({ published }: Stores): Promise<void> {
  const state = await readDocument<PublishedState>(published, "state");
  const index = await getBundleIndex(published);
  const signed = await readDocument<SignedParts>(published, "signed");
  const rows = await published.select({ id: listing.id, body: listing.body }).from(listing);
  expect(rows.length).toBe(state?.listings ?? 0);
  if (state === null) {
    expect([index.areas, rows]).toEqual([[], []]);
    return;
  }
  expect(index.version).toBe(state.version);
  const parts = await published.select({ file: bundlePart.file, sha256: bundlePart.sha256 }).from(bundlePart);
  const files = new Set(parts.map(({ file }) => `/bundles/${file}`));
  expect(index.areas.flatMap((area) => area.parts).filter(({ url }) => !files.has(url))).toEqual([]);
  const served = await published.select().from(listingArea);
  expect(new Set(served.map(({ listingId }) => listingId))).toEqual(new Set(rows.map(({ id }) => id)));
  if (signed !== null) {
    expect(await isSignedBy(signed.statement, signed.signature, signed.key)).toBe(true);
    const { areas: digests } = JSON.parse(signed.statement) as { areas: Record<string, string> };
    expect(await provenFiles(digests, (await getSigned(published)).parts ?? {})).toEqual(
      Object.fromEntries(parts.map(({ file, sha256 }) => [file, sha256])),
    );
  }
}

/** Everything that was confirmed on a line is there after a restart, and the public side says what the catalogue says. */
export async function expectConfirmed(env: Environment, lines: readonly string[]): Promise<number> {
  const stores = await openStores(env);
  await expectOneVersion(stores);
  const said = lines.map((line) => line.split(" "));
  const idsOf = (what: string) => said.filter(([word]) => word === what).flatMap(([, ...ids]) => ids);
  const imported = idsOf("import");
  const states = new Map(
    (await stores.catalogue.select({ id: service.id, state: service.curationState }).from(service)).map(
      ({ id, state }) => [id, state],
    ),
  );
  expect(imported.filter((id) => !states.has(id))).toEqual([]);
  const gone = idsOf("gone");
  expect(gone.filter((id) => states.get(id) !== "suspended")).toEqual([]);
  // Before anything is carried over: what was confirmed public is, and what was taken away is not.
  const before = new Set(
    (await stores.published.select({ id: listing.id }).from(listing)).map(({ id }) => id),
  );
  expect(gone.filter((id) => before.has(id))).toEqual([]);
  const publishedFirst = said.filter(([word]) => word === "publish").map(([, first = ""]) => first);
  expect(publishedFirst.filter((id) => !before.has(id))).toEqual([]);
  for (const [, id = "", n = ""] of said.filter(([word]) => word === "edit")) {
    const texts = await stores.catalogue
      .select()
      .from(translation)
      .where(inArray(translation.entityId, [id]));
    expect(texts.some(({ text }) => text === `Edited in run ${n}`)).toBe(true);
  }
  for (const [, path = ""] of said.filter(([word]) => word === "backup")) expect(existsSync(path)).toBe(true);

  // A restart carries over what waits; after that a look at everything anew finds nothing to change.
  await applyPublication(stores, { areas, compress, today: "2026-11-21" });
  await expectOneVersion(stores);
  const wanted = await wantedPublic(stores.catalogue);
  await wish(stores.catalogue, wanted, "public");
  const again = await applyPublication(stores, { areas, compress, today: "2026-11-21" });
  expect([again.changed, again.parts]).toEqual([0, 0]);
  expect(again.listings).toBe(wanted.length);
  await expectWhole(env);
  for (const db of Object.values(stores)) (db as { $client: { close(): void } }).$client.close();
  return said.length;
}
