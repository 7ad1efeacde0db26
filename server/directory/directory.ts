import { and, eq, exists, inArray, like, or, sql } from "drizzle-orm";
import { readDocument } from "#db/published-documents.ts";
import { bundlePart, gonePart, listing, listingArea, listingNeed } from "#db/schema/published/index.ts";
import type { Published } from "#db/stores.ts";
import { EVERYWHERE, type Outlet } from "#db/vocabulary.ts";
import type { BundlePart } from "#server/contract/bundle.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { PublicArea, PublicTerm, PublishedState } from "#server/contract/public-records.ts";
import type { PublicText } from "#server/contract/public-text.ts";
import type { PublicSettings } from "#server/contract/settings.ts";
import { countryOf } from "#server/domain/area-served.ts";
import { inOutlet } from "#server/domain/outlets.ts";

/** Reading the published store. Nothing here can reach the catalogue: it is never given one. */

const EMPTY_SETTINGS: PublicSettings = {
  publicName: "Waymark",
  runBy: {},
  countries: [],
  languages: ["en"],
  checkedLanguages: ["en"],
  emergency: [],
  exitTargets: {},
  indexed: false,
  demo: false,
};

/** What is published, by its digests; null: nothing was ever published. */
export async function getState(db: Published): Promise<PublishedState | null> {
  return readDocument<PublishedState>(db, "state");
}

export async function getVersion(db: Published): Promise<{ version: string; listings: number }> {
  const state = await getState(db);
  return { version: state?.version ?? "none", listings: state?.listings ?? 0 };
}

/** Whether the public side is closed. */
export async function isFrozen(db: Published): Promise<boolean> {
  return (await readDocument(db, "frozen")) !== null;
}

export async function getSettings(db: Published): Promise<PublicSettings> {
  return (await readDocument<PublicSettings>(db, "settings")) ?? EMPTY_SETTINGS;
}

export async function listAreas(db: Published): Promise<readonly PublicArea[]> {
  return (await readDocument<readonly PublicArea[]>(db, "area-list")) ?? [];
}

/** Throws `not_found` for an area that this directory does not know. */
export async function getArea(db: Published, code: string): Promise<PublicArea> {
  const found = (await listAreas(db)).find((area) => area.code === code);
  if (found === undefined) throw new DirectoryError("not_found", "This place is not in the directory.");
  return found;
}

export async function listTerms(db: Published): Promise<readonly PublicTerm[]> {
  return (await readDocument<readonly PublicTerm[]>(db, "taxonomy")) ?? [];
}

/** Every published text of every page, country and language. */
export async function listPublicTexts(db: Published): Promise<readonly PublicText[]> {
  return (await readDocument<readonly PublicText[]>(db, "texts")) ?? [];
}

/** Where the app finds the texts, a part a language. */
export async function listTextParts(db: Published): Promise<readonly BundlePart[]> {
  return (await readDocument<readonly BundlePart[]>(db, "text-parts")) ?? [];
}

/** A part's squeezed bytes; throws `gone` for one that was current once and `not_found` for one that never was. */
export async function getPart(
  db: Published,
  file: string,
  encoding: "br" | "gzip",
): Promise<Uint8Array<ArrayBuffer>> {
  const body = encoding === "br" ? bundlePart.brotli : bundlePart.gzip;
  const [row] = await db.select({ body }).from(bundlePart).where(eq(bundlePart.file, file));
  if (row !== undefined) return new Uint8Array(row.body);
  const [gone] = await db.select().from(gonePart).where(eq(gonePart.file, file));
  if (gone !== undefined)
    throw new DirectoryError("gone", "This list is no longer current. Load the list again.");
  throw new DirectoryError("not_found", "There is no such list.");
}

/** For other systems, by id, short code, or the code of one that was merged into it. Throws `not_found`. */
export async function getListing(db: Published, idOrCode: string): Promise<PublishedListing> {
  const [row] = await db
    .select({ body: listing.body })
    .from(listing)
    .where(sql`${listing.id} = ${idOrCode} or ${hasCode(idOrCode)}`);
  if (row === undefined) throw new DirectoryError("not_found", "There is no such listing.");
  return inOutlet(row.body, "feed");
}

/** Its own short code, or one of a listing that was merged into it. */
const hasCode = (code: string) =>
  sql`(${listing.code} = ${code} or exists (select 1 from json_each(${listing.body}, '$.facts.formerCodes') as former where former.value = ${code}))`;

/** Whether a short code is that of a published listing, now or before it was merged. */
export async function isListed(db: Published, code: string): Promise<boolean> {
  const [row] = await db.select({ code: listing.code }).from(listing).where(hasCode(code));
  return row !== undefined;
}

export interface Narrowing {
  readonly areas?: readonly string[] | undefined;
  readonly needs?: readonly string[] | undefined;
}

/** Listings that may answer a search, by area and need alone, as an outlet may show them: `match` does the rest. */
export async function findListings(
  db: Published,
  { areas, needs }: Narrowing,
  outlet: Outlet = "web",
): Promise<readonly PublishedListing[]> {
  const served = areas === undefined || areas.length === 0 ? undefined : servedBy(db, areas);
  const needed =
    needs === undefined || needs.length === 0
      ? undefined
      : exists(
          db
            .select({ one: sql`1` })
            .from(listingNeed)
            .where(and(eq(listingNeed.listingId, listing.id), inArray(listingNeed.need, [...needs]))),
        );
  // By code: the order in which rows were written must not show.
  const rows = await db
    .select({ body: listing.body })
    .from(listing)
    .where(and(served, needed))
    .orderBy(listing.code);
  return rows.map(({ body }) => inOutlet(body, outlet));
}

/** The areas themselves, their countries, everywhere; and, for a country, every area in it. */
function servedBy(db: Published, areas: readonly string[]) {
  const codes = [...new Set([...areas, ...areas.map(countryOf), EVERYWHERE])];
  const countries = areas.filter((code) => code.length === 2);
  const inCountry = countries.map((code) => like(listingArea.area, `${code}-%`));
  return exists(
    db
      .select({ one: sql`1` })
      .from(listingArea)
      .where(and(eq(listingArea.listingId, listing.id), or(inArray(listingArea.area, codes), ...inCountry))),
  );
}
