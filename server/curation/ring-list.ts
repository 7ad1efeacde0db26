import { desc, inArray } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { Inbox } from "#db/stores.ts";
import type { ReportKind } from "#db/vocabulary.ts";
import type { ReportGroup } from "#server/contract/curate/inbox.ts";
import type { RingRow } from "#server/contract/curate/workflow.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import type { CatalogueListing } from "#server/domain/catalogue-listing.ts";
import { groupBy } from "#server/domain/group-by.ts";
import { freshnessOf } from "#server/domain/freshness.ts";
import { openQuestions } from "#server/domain/open-questions.ts";
import type { PublishingContext } from "#server/domain/public-places.ts";
import { deadlineOf, riskOf } from "#server/domain/risk.ts";
import { type Attempt, unansweredTries } from "#server/domain/unreachable.ts";
import { phrase } from "#server/domain/to-listing-view.ts";
import { publishingContext } from "#server/publication/apply-publication.ts";
import { loadListings } from "#server/publication/load-listings.ts";
import { readSettings } from "#server/publication/settings.ts";
import { type Context, mayPublish, ownOrganization, requireEditor, today } from "./context.ts";
import { listReports } from "./inbox.ts";
import { HIDDEN_BY_DEADLINE } from "./keep-deadlines.ts";

/** How much depends on a listing: a wrong hotline or shelter harms more, and sooner. */
const WEIGHT = { hotline: 4, shelter: 3, other: 1 } as const;
/** Days before its deadline from which a listing stands in the list. */
const AHEAD = 14;

/** Kinds of reports that a call has to clear up. */
const TO_CLEAR_UP: readonly ReportKind[] = ["unsafe", "unkind", "closed", "wrong"];

/**
 * Who to ring: everything public, or hidden for want of a check, that is late or soon will be; the more overdue
 * and the more depends on it, the higher. The demo is due by its own dates here, so that the list can be tried.
 * Above all stands what people report: not safe, then what several call wrong or closed. Editors never see those
 * (curation: "Reports"); without an inbox nobody does.
 */
export async function ringList(
  context: Context,
  areas: AreaIndex,
  inbox: Inbox | null,
): Promise<readonly RingRow[]> {
  requireEditor(context);
  const { catalogue } = context;
  const own = ownOrganization(context);
  const rules = publishingContext(areas, await readSettings(catalogue));
  const rows = await catalogue
    .select()
    .from(table.service)
    .where(inArray(table.service.curationState, ["published", "due", "hidden"]));
  const ids = rows
    .filter(({ organizationId }) => own === null || own === organizationId)
    .filter(
      ({ curationState, stateReason }) => curationState !== "hidden" || stateReason === HIDDEN_BY_DEADLINE,
    )
    .map(({ id }) => id);
  const tries = await lastTries(context, ids);
  const reported = reportsByCode(
    inbox !== null && mayPublish(context) ? await listReports(context, inbox) : [],
  );
  const found: RingRow[] = [];
  for await (const chunk of loadListings(catalogue, ids)) {
    for (const listing of chunk) {
      const row = toRow(listing, rules, today(context), {
        attempts: tries.get(listing.id) ?? [],
        groups: reported.get(listing.code) ?? [],
      });
      if (row.late > -AHEAD || row.urgent !== null) found.push(row);
    }
  }
  return found.sort(
    (a, b) =>
      ALARM[b.urgent ?? "none"] - ALARM[a.urgent ?? "none"] ||
      urgency(b) - urgency(a) ||
      a.name.localeCompare(b.name, "en"),
  );
}

const ALARM = { unsafe: 3, review: 2, look: 1, none: 0 } as const;

/** Late ones by days × weight; those that are not late yet come after, the nearest deadline first. */
const urgency = ({ late, risk }: RingRow): number =>
  late > 0 ? late * WEIGHT[risk] : late / WEIGHT[risk] - 1;

/** Reports by the short code of their listing, in the order in which they come. */
function reportsByCode(groups: readonly ReportGroup[]): ReadonlyMap<string, readonly ReportGroup[]> {
  return groupBy(
    groups.filter(({ kind }) => TO_CLEAR_UP.includes(kind)),
    ({ listing }) => listing.code,
  );
}

interface Known {
  readonly attempts: readonly Attempt[];
  readonly groups: readonly ReportGroup[];
}

function toRow(
  listing: CatalogueListing,
  rules: PublishingContext,
  day: string,
  { attempts, groups }: Known,
): RingRow {
  const { dueOn, late } = freshnessOf({ ...listing, demo: false }, rules, day);
  const contacts = [
    ...listing.contacts,
    ...listing.locations.flatMap((l) => l.contacts),
    ...listing.organization.contacts,
  ];
  const answerOf = (term: string) => {
    const [facet = "", code = ""] = term.split(":");
    return listing.answers[facet]?.[code] ?? null;
  };
  return {
    id: listing.id,
    code: listing.code,
    name: phrase(listing.name, "en")?.text ?? listing.code,
    organization: phrase(listing.organization.name, "en")?.text ?? "",
    state: listing.curationState,
    risk: riskOf(listing),
    every: deadlineOf(listing, rules),
    dueOn,
    late,
    numbers: [...new Set(contacts.filter((c) => c.channel === "phone").map((c) => c.value))].slice(0, 3),
    ask: openQuestions(listing.services, answerOf).slice(0, 6),
    unanswered: unansweredTries(attempts),
    lastTry: attempts[0] ?? null,
    reports: groups.map(({ kind, count }) => ({ kind, count })),
    urgent: groups.some(({ kind }) => kind === "unsafe")
      ? "unsafe"
      : groups.some(({ review }) => review)
        ? "review"
        : groups.some(({ standing }) => standing?.decision === "look")
          ? "look"
          : null,
  };
}

/** Every try to reach each listing, the newest first. */
async function lastTries(
  { catalogue }: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Attempt[]>> {
  const found = new Map<string, Attempt[]>();
  for (let at = 0; at < ids.length; at += 500) {
    const calls = await catalogue
      .select()
      .from(table.checkCall)
      .where(inArray(table.checkCall.serviceId, ids.slice(at, at + 500)))
      .orderBy(desc(table.checkCall.at));
    for (const { serviceId, at: when, outcome } of calls) {
      const known = found.get(serviceId) ?? [];
      known.push({ at: when, outcome });
      found.set(serviceId, known);
    }
  }
  return found;
}
