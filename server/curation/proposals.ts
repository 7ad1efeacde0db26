import { asc, eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { ProposalView } from "#server/contract/curate/inbox.ts";
import type { Saved } from "#server/contract/curate/listing-form.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { actorName, type Context, requirePublisher } from "./context.ts";
import { curatorNames } from "./curator-names.ts";
import { saveListing } from "./save-listing.ts";

/** Changes that wait for a publisher, the oldest first. */
export async function listProposals(context: Context): Promise<readonly ProposalView[]> {
  requirePublisher(context);
  const names = await curatorNames(context.catalogue);
  const rows = await context.catalogue
    .select({ proposal: table.proposal, code: table.service.code, name: table.service.name })
    .from(table.proposal)
    .innerJoin(table.service, eq(table.service.id, table.proposal.serviceId))
    .orderBy(asc(table.proposal.at));
  return rows.map(({ proposal, code, name }) => ({
    id: proposal.id,
    listing: { id: proposal.serviceId, code, name },
    at: proposal.at,
    by: names(proposal.by),
    byOwnLink: proposal.by === "own-link",
    changes: proposal.changes,
  }));
}

/**
 * Takes some fields of a proposal and declines the rest; the proposal is then done. Taken fields are saved as any
 * edit is. Throws `forbidden`, and `not_found` when somebody else was quicker.
 */
export async function decideProposal(
  context: Context,
  id: string,
  taken: readonly string[],
): Promise<Saved | null> {
  requirePublisher(context);
  const [proposal] = await context.catalogue.select().from(table.proposal).where(eq(table.proposal.id, id));
  if (proposal === undefined) throw new DirectoryError("not_found", "Somebody has decided this already.");
  const changes = Object.fromEntries(
    proposal.changes.filter(({ field }) => taken.includes(field)).map(({ field, after }) => [field, after]),
  );
  const saved =
    Object.keys(changes).length === 0
      ? null
      : await saveListing(context, proposal.serviceId, {
          base: proposal.base,
          changes,
          // A person has looked at each value beside what stands now.
          mine: Object.keys(changes),
          reason: "proposal taken",
        });
  await context.catalogue.delete(table.proposal).where(eq(table.proposal.id, id));
  await context.catalogue.insert(table.audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action: "delete",
    entity: "proposal",
    entityId: proposal.serviceId,
    changed: Object.keys(changes),
    reason: saved === null ? "declined" : "taken",
  });
  return saved;
}
