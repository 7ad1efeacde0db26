import { and, desc, eq, inArray, sql } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { ConsentInput } from "#server/contract/curate/governance.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { PublicationOptions, PublicationStores } from "#server/publication/apply-publication.ts";
import { writeAudit } from "../audit.ts";
import { actorName, type Context, requireEditorOf, requirePublisher } from "../context.ts";
import { takeAway } from "../take-away.ts";

/** What an organisation said last about being listed; null: nobody asked it. */
export async function readConsent(tx: CatalogueTx, organizationId: string): Promise<table.ConsentRow | null> {
  const [row] = await tx
    .select()
    .from(table.consent)
    .where(eq(table.consent.organizationId, organizationId))
    .orderBy(desc(table.consent.at), sql`rowid desc`)
    .limit(1);
  return row ?? null;
}

/** Writes down that an organisation agrees to be listed. Throws `forbidden` and `not_found`. */
export async function giveConsent(
  context: Context,
  organizationId: string,
  input: ConsentInput,
): Promise<void> {
  requireEditorOf(context, organizationId);
  await context.catalogue.transaction((tx) => keepConsent(tx, context, organizationId, "given", input));
}

/**
 * An organisation takes its consent back: everything of it goes, the published side first, and nothing of it can be
 * published until it agrees again. Answers what went and whether it is gone. Throws `forbidden` and `not_found`.
 */
export async function withdrawConsent(
  context: Context,
  stores: PublicationStores,
  organizationId: string,
  input: ConsentInput,
  options: PublicationOptions,
): Promise<{ listings: number; gone: boolean }> {
  requirePublisher(context);
  await context.catalogue.transaction((tx) => keepConsent(tx, context, organizationId, "withdrawn", input));
  const shown = await context.catalogue
    .select({ id: table.service.id })
    .from(table.service)
    .where(
      and(
        eq(table.service.organizationId, organizationId),
        inArray(table.service.curationState, ["published", "due", "hidden", "in-review"]),
      ),
    );
  let gone = true;
  for (const { id } of shown) {
    const taken = await takeAway(
      context,
      stores,
      id,
      "the organisation withdrew its consent",
      options,
      "archived",
    );
    gone &&= taken.gone;
  }
  return { listings: shown.length, gone };
}

/** Writes a consent or its withdrawal with the audit row. Belongs into a transaction. */
export async function keepConsent(
  tx: CatalogueTx,
  context: Context,
  organizationId: string,
  state: "given" | "withdrawn",
  { byRole, how }: ConsentInput,
): Promise<void> {
  const [known] = await tx
    .select({ id: table.organization.id })
    .from(table.organization)
    .where(eq(table.organization.id, organizationId));
  if (known === undefined) throw new DirectoryError("not_found", "There is no such organisation.");
  await tx.insert(table.consent).values({
    id: crypto.randomUUID(),
    organizationId,
    state,
    at: context.now.toISOString(),
    curator: actorName(context),
    byRole,
    how,
  });
  await writeAudit(tx, context, {
    action: "create",
    entity: "consent",
    entityId: organizationId,
    changed: ["consent"],
    reason: `${state} by ${byRole}, ${how}`,
  });
}
