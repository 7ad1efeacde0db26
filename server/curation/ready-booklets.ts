/** Ready booklets that a coordinator makes in the browser, where no machine with the command line is at hand. */
import { audit } from "#db/schema/catalogue/index.ts";
import type { Published } from "#db/stores.ts";
import type { BookletWish } from "#server/contract/bundle.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { addBooklet } from "#server/publication/booklets.ts";
import { actorName, type Context, requirePublisher } from "./context.ts";

export interface UploadedBooklet {
  readonly wish: BookletWish;
  readonly pages: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly version: string;
  /** Ids of the listings of its area: read by the office, and not believed of whoever sends it. */
  readonly listings: readonly string[];
}

/**
 * Publishes a booklet. Throws `bad_request` for what is no PDF and `conflict` when the list has changed since the
 * booklet was begun.
 */
export async function takeBooklet(
  context: Context,
  published: Published,
  { wish, pages, bytes, version, listings }: UploadedBooklet,
): Promise<string> {
  requirePublisher(context);
  if (new TextDecoder().decode(bytes.slice(0, 5)) !== "%PDF-")
    throw new DirectoryError("bad_request", "This file is no booklet.", { file: "is no PDF" });
  const file = await addBooklet(published, {
    wish,
    madeOn: context.now.toISOString().slice(0, 10),
    pages,
    bytes,
    listings,
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
