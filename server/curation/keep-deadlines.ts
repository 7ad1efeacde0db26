import { eq, inArray } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { CurationState } from "#db/vocabulary.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { freshnessOf } from "#server/domain/freshness.ts";
import { publishingContext } from "#server/publication/apply-publication.ts";
import { loadListings } from "#server/publication/load-listings.ts";
import { readSettings } from "#server/publication/settings.ts";
import { wish } from "#server/publication/wishes.ts";
import { actorName, type Context, requireTimer, today } from "./context.ts";

/** What the deadlines did. */
export interface DeadlineReport {
  readonly due: readonly string[];
  readonly hidden: readonly string[];
  readonly fresh: readonly string[];
}

/** Said in the history and in the state of what the clock hid. */
export const HIDDEN_BY_DEADLINE = "not checked in time";

/**
 * Marks what is due and hides what is past its grace (curation: freshness); what was checked again is no longer
 * due. Can be run as often as one likes: the state follows from the dates alone.
 */
export async function keepDeadlines(context: Context, areas: AreaIndex): Promise<DeadlineReport> {
  requireTimer(context);
  const { catalogue } = context;
  const rules = publishingContext(areas, await readSettings(catalogue));
  const shown = await catalogue
    .select({ id: table.service.id })
    .from(table.service)
    .where(inArray(table.service.curationState, ["published", "due"]));
  const report = { due: [] as string[], hidden: [] as string[], fresh: [] as string[] };
  const ids = shown.map(({ id }) => id);
  for await (const chunk of loadListings(catalogue, ids)) {
    for (const listing of chunk) {
      const { state } = freshnessOf(listing, rules, today(context));
      const before = listing.curationState;
      if (state === "over") report.hidden.push(listing.id);
      else if (state === "due" && before === "published") report.due.push(listing.id);
      else if (state === "fresh" && before === "due") report.fresh.push(listing.id);
    }
  }
  await catalogue.transaction(async (tx) => {
    for (const id of report.due) await moveByClock(tx, context, id, "due");
    for (const id of report.fresh) await moveByClock(tx, context, id, "published");
    for (const id of report.hidden) await moveByClock(tx, context, id, "hidden");
  });
  return report;
}

async function moveByClock(tx: CatalogueTx, context: Context, id: string, to: CurationState): Promise<void> {
  const reason = to === "hidden" ? HIDDEN_BY_DEADLINE : null;
  await tx
    .update(table.service)
    .set({ curationState: to, stateReason: reason })
    .where(eq(table.service.id, id));
  await wish(tx, [id], to === "hidden" ? "gone" : "public");
  await tx.insert(table.audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action: to === "hidden" ? "take-away" : "update",
    entity: "service",
    entityId: id,
    changed: ["curationState"],
    reason,
  });
}
