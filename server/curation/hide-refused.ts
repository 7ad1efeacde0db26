import { and, eq, inArray } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { Catalogue } from "#db/stores.ts";
import type { PublicationReport } from "#server/publication/apply-publication.ts";
import { writeAudit } from "./audit.ts";

/**
 * Listings that were meant to be public and that publishing refused are hidden, with what stands in the way as the
 * reason: nobody is told "public" of something that is not. `today` is an ISO date.
 */
export async function hideRefused(
  catalogue: Catalogue,
  refused: PublicationReport["refused"],
  today: string,
): Promise<void> {
  for (const { id, obstacles } of refused) {
    const reason = obstacles.map(({ message }) => message).join(" ");
    await catalogue.transaction(async (tx) => {
      const moved = await tx
        .update(table.service)
        .set({ curationState: "hidden", stateReason: reason })
        .where(and(eq(table.service.id, id), inArray(table.service.curationState, ["published", "due"])))
        .returning({ id: table.service.id });
      if (moved.length === 0) return;
      await writeAudit(
        tx,
        { catalogue, actor: { type: "timer" }, now: new Date(`${today}T00:00:00Z`) },
        {
          action: "take-away",
          entity: "service",
          entityId: id,
          changed: ["curationState"],
          detail: [{ field: "curationState", before: null, after: "hidden" }],
          reason,
        },
      );
    });
  }
}
