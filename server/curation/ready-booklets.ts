/** Ready booklets that a coordinator makes in the browser, where no machine with the command line is at hand. */
import { audit } from "#db/schema/catalogue/index.ts";
import type { Published } from "#db/stores.ts";
import type { BookletMaterial, BookletsView } from "#server/contract/curate/booklets.ts";
import type { BookletWish } from "#server/contract/bundle.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { listBooklets } from "#server/directory/booklets.ts";
import { findListings, getArea, getSettings, getVersion, listAreas } from "#server/directory/directory.ts";
import { addBooklet, readBookletWishes } from "#server/publication/booklets.ts";
import { actorName, type Context, requirePublisher } from "./context.ts";

/** Throws `forbidden` unless the actor may publish; so do the others. */
export async function readyBooklets(context: Context, published: Published): Promise<BookletsView> {
  requirePublisher(context);
  return {
    booklets: await listBooklets(published),
    missed: await readBookletWishes(published),
    areas: (await listAreas(published)).filter(({ listings }) => listings > 0),
    languages: (await getSettings(published)).languages,
  };
}

/** Published listings of an area with what stands beside them; throws `not_found` for an area that is not known. */
export async function bookletMaterial(
  context: Context,
  published: Published,
  area: string,
): Promise<BookletMaterial> {
  requirePublisher(context);
  await getArea(published, area);
  return {
    version: (await getVersion(published)).version,
    listings: await findListings(published, { areas: [area] }),
    settings: await getSettings(published),
    areas: await listAreas(published),
  };
}

export interface UploadedBooklet {
  readonly wish: BookletWish;
  readonly pages: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly version: string;
}

/**
 * Publishes a booklet. Throws `bad_request` for what is no PDF and `conflict` when the list has changed since the
 * booklet was begun. Which listings are in it is read here, and not believed.
 */
export async function takeBooklet(
  context: Context,
  published: Published,
  { wish, pages, bytes, version }: UploadedBooklet,
): Promise<string> {
  requirePublisher(context);
  await getArea(published, wish.area);
  if (new TextDecoder().decode(bytes.slice(0, 5)) !== "%PDF-")
    throw new DirectoryError("bad_request", "This file is no booklet.", { file: "is no PDF" });
  const listings = await findListings(published, { areas: [wish.area] });
  const file = await addBooklet(published, {
    wish,
    madeOn: context.now.toISOString().slice(0, 10),
    pages,
    bytes,
    listings: listings.map(({ id }) => id),
    version,
  });
  await context.catalogue.insert(audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action: "publish",
    entity: "booklet",
    entityId: `${wish.area} ${wish.languages.join(",")} ${wish.paper}`,
    changed: [],
  });
  return file;
}
