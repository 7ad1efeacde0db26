import { audit } from "#db/schema/catalogue/index.ts";
import type { Published } from "#db/stores.ts";
import { freezePublicSide, openPublicSide } from "#server/publication/freeze.ts";
import { actorName, type Context, requirePublisher } from "./context.ts";

/**
 * Closes the whole public side at once. The published side first: that it is closed matters more than that it is
 * written down, and it is to work while the catalogue cannot be reached.
 */
export async function freezeSide(context: Context, published: Published): Promise<void> {
  requirePublisher(context);
  await freezePublicSide(published, context.now);
  await writeDown(context, true);
}

/** Opens the public side again: written down first, so that nobody opens it unseen. */
export async function openSide(context: Context, published: Published): Promise<void> {
  requirePublisher(context);
  await writeDown(context, false);
  await openPublicSide(published);
}

async function writeDown(context: Context, closed: boolean): Promise<void> {
  await context.catalogue.insert(audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action: closed ? "take-away" : "publish",
    entity: "directory",
    entityId: "public-side",
    changed: ["frozen"],
    detail: [{ field: "frozen", before: !closed, after: closed }],
  });
}
