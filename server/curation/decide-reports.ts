import { and, eq } from "drizzle-orm";
import { service } from "#db/schema/catalogue/index.ts";
import { report } from "#db/schema/inbox/index.ts";
import type { Inbox } from "#db/stores.ts";
import { REPORT_KINDS, type ReportKind } from "#db/vocabulary.ts";
import type { Decided, Decision } from "#server/contract/curate/inbox.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { PublicationOptions, PublicationStores } from "#server/publication/apply-publication.ts";
import { writeAudit } from "./audit.ts";
import { type Context, requirePublisher } from "./context.ts";
import { resolveReports } from "./inbox.ts";
import { moveListing } from "./move-listing.ts";

/**
 * One of the four things that can be done about reports of one kind. `suspend` takes the listing away, the public side
 * first, and settles them; `look` leaves it public and puts it on the list of whom to ring; `ask` puts them on top for
 * everybody else who may decide; `close` settles them. Throws `forbidden`, `bad_request` without a note where
 * something is settled, `not_found` when there are none, and what `moveListing` throws.
 */
export async function decideReports(
  context: Context,
  inbox: Inbox,
  code: string,
  input: { readonly kind: string; readonly decision: Decision; readonly note: string },
  [stores, options]: [PublicationStores, PublicationOptions],
): Promise<Decided> {
  requirePublisher(context);
  const { kind, decision, note } = input;
  if (decision === "close")
    return { resolved: await resolveReports(context, inbox, code, kind, note), carried: true };
  const known = REPORT_KINDS.find((one) => one === kind);
  if (known === undefined) throw new DirectoryError("bad_request", "There is no such kind of report.");
  await requireReports(inbox, code, known);
  if (decision === "suspend") {
    if (note === "")
      throw new DirectoryError("bad_request", "Say why, in a few words.", { note: "is missing" });
    const [listing] = await context.catalogue.select().from(service).where(eq(service.code, code));
    if (listing === undefined) throw new DirectoryError("not_found", "There is no listing with this code.");
    const step = { to: "suspended", reason: note } as const;
    const { carried } = await moveListing(context, stores, listing.id, step, options);
    return { resolved: await resolveReports(context, inbox, code, kind, note), carried };
  }
  await writeAudit(context.catalogue, context, {
    action: "update",
    entity: "report",
    entityId: code,
    changed: [known, decision],
    reason: note === "" ? null : note,
  });
  return { resolved: 0, carried: true };
}

async function requireReports(inbox: Inbox, code: string, kind: ReportKind): Promise<void> {
  const [row] = await inbox
    .select({ id: report.id })
    .from(report)
    .where(and(eq(report.listing, code), eq(report.kind, kind)))
    .limit(1);
  if (row === undefined) throw new DirectoryError("not_found", "Somebody has settled this already.");
}
