import { desc, eq, sql } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { ListingStanding } from "#server/contract/curate/governance.ts";
import { policyInForce } from "#server/contract/inclusion-policy.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { readSettings } from "#server/publication/settings.ts";
import { actorName, type Context, requireEditorOf, today } from "../context.ts";
import { curatorNames } from "../curator-names.ts";
import { readAppeals } from "./appeals.ts";
import { readConsent } from "./consent.ts";
import { listEvidence } from "./evidence.ts";

/** By what right a listing is in the directory: policy, checklist, consent, evidence, appeals. Throws `forbidden`, `not_found`. */
export async function readStandingOf(context: Context, id: string): Promise<ListingStanding> {
  const { catalogue } = context;
  const [service] = await catalogue.select().from(table.service).where(eq(table.service.id, id));
  if (service === undefined) throw new DirectoryError("not_found", "There is no listing with this id.");
  requireEditorOf(context, service.organizationId);
  const settings = await readSettings(catalogue);
  const policy = policyInForce(settings.policies);
  const names = await curatorNames(catalogue);
  const [checked] = await catalogue
    .select()
    .from(table.criteriaCheck)
    .where(eq(table.criteriaCheck.serviceId, id))
    .orderBy(desc(table.criteriaCheck.at), sql`rowid desc`)
    .limit(1);
  const [request] = await catalogue
    .select()
    .from(table.publishRequest)
    .where(eq(table.publishRequest.serviceId, id));
  const consent = await readConsent(catalogue, service.organizationId);
  const former = await catalogue
    .select({ code: table.listingRedirect.code })
    .from(table.listingRedirect)
    .where(eq(table.listingRedirect.serviceId, id));
  return {
    policy: {
      version: policy.version,
      nextReview: policy.nextReview,
      reviewLate: policy.nextReview < today(context),
      criteria: policy.criteria,
    },
    checked:
      checked === undefined
        ? null
        : { version: checked.policyVersion, at: checked.at, by: names(checked.curator), met: checked.met },
    consent:
      consent === null
        ? null
        : { state: consent.state, at: consent.at, byRole: consent.byRole, how: consent.how },
    evidence: await listEvidence(context, id),
    appeals: await readAppeals(context, id),
    waits:
      request === undefined
        ? null
        : {
            by: names(request.askedBy),
            at: request.askedAt,
            mine: request.askedBy === actorName(context),
          },
    twoPeople: settings.twoPersonPublishing,
    doNotList: service.doNotList,
    formerCodes: former.map(({ code }) => code),
  };
}
