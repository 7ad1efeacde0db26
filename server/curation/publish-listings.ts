import { and, inArray, ne } from "drizzle-orm";
import { audit, service } from "#db/schema/catalogue/index.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { type Obstacle, obstaclesTo } from "#server/domain/publishable.ts";
import { publishingContext } from "#server/publication/apply-publication.ts";
import { loadListings } from "#server/publication/load-listings.ts";
import { readSettings } from "#server/publication/settings.ts";
import { wish } from "#server/publication/wishes.ts";
import { actorName, type Context, requirePublisher, today } from "./context.ts";

export interface PublishedOrNot {
  readonly published: readonly string[];
  readonly left: readonly { readonly id: string; readonly obstacles: readonly Obstacle[] }[];
}

/**
 * Publishes what may be published (curation: "What may be published") and leaves the rest as it is, with the
 * reason for each. The public side holds it after the next `applyPublication`. Suspended and archived listings
 * are not touched.
 */
export async function publishListings(
  context: Context,
  ids: readonly string[],
  areas: AreaIndex,
): Promise<PublishedOrNot> {
  requirePublisher(context);
  return context.catalogue.transaction(async (tx) => {
    const settings = await readSettings(tx);
    const rules = publishingContext(areas, settings);
    const published: string[] = [];
    const left: { id: string; obstacles: readonly Obstacle[] }[] = [];
    for await (const chunk of loadListings(tx, ids)) {
      for (const listing of chunk) {
        if (listing.curationState === "suspended" || listing.curationState === "archived") continue;
        const obstacles = obstaclesTo(listing, rules, today(context));
        // A whole import is one person's wish: where two are asked for, each listing waits for its second one.
        const alone = settings.twoPersonPublishing && !["published", "due"].includes(listing.curationState);
        if (alone)
          left.push({
            id: listing.id,
            obstacles: [...obstacles, { code: "second-person", message: "A second person has to agree." }],
          });
        else if (obstacles.length > 0) left.push({ id: listing.id, obstacles });
        else published.push(listing.id);
      }
    }
    for (let at = 0; at < published.length; at += 500) {
      const slice = published.slice(at, at + 500);
      const moved = await tx
        .update(service)
        .set({ curationState: "published" })
        .where(and(inArray(service.id, slice), ne(service.curationState, "published")))
        .returning({ id: service.id });
      for (const { id } of moved) {
        await tx.insert(audit).values({
          id: crypto.randomUUID(),
          at: context.now.toISOString(),
          actor: actorName(context),
          action: "publish",
          entity: "service",
          entityId: id,
          changed: ["curationState"],
        });
      }
    }
    await wish(tx, published, "public");
    // What was public and may not be any more goes, too.
    await wish(
      tx,
      left.map(({ id }) => id),
      "gone",
    );
    return { published, left };
  });
}
