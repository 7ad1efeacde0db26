import { and, eq } from "drizzle-orm";
import { audit, service } from "#db/schema/catalogue/index.ts";
import { report, suggestion } from "#db/schema/inbox/index.ts";
import type { Inbox } from "#db/stores.ts";
import { REPORT_KINDS, type ReportKind } from "#db/vocabulary.ts";
import type { ReportGroup, SuggestionView } from "#server/contract/curate/inbox.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { readSettings } from "#server/publication/settings.ts";
import { actorName, type Context, requirePublisher } from "./context.ts";
import { readDecisions } from "./report-decisions.ts";

/** What needs a decision first comes first; a report hides nothing by itself. */
const ORDER: readonly ReportKind[] = ["unsafe", "unkind", "closed", "wrong", "not-clear", "helpful", "clear"];

/** Kinds that say that the facts no longer hold, and how many of them about one listing make it due for a review. */
const FACTS: readonly ReportKind[] = ["wrong", "closed"];
const REVIEW_FROM = 3;

/** Coded reports from the public, by listing and kind: admins and publishers alone, never the organisation. */
export async function listReports(context: Context, inbox: Inbox): Promise<readonly ReportGroup[]> {
  requirePublisher(context);
  const rows = await inbox.select().from(report);
  const services = await context.catalogue
    .select({ id: service.id, code: service.code, name: service.name })
    .from(service);
  const known = new Map(services.map((row) => [row.code, row]));
  const groups = new Map<string, { code: string; kind: ReportKind; weeks: string[] }>();
  for (const { listing, kind, week } of rows) {
    const key = `${listing} ${kind}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { code: listing, kind, weeks: [week] });
    else group.weeks.push(week);
  }
  const decisions = await readDecisions(context);
  const seen = decisions.seen;
  const hours = (await readSettings(context.catalogue)).unsafeHours;
  const doubted = new Map<string, number>();
  for (const { listing, kind } of rows)
    if (FACTS.includes(kind)) doubted.set(listing, (doubted.get(listing) ?? 0) + 1);
  return [...groups.values()]
    .map(({ code, kind, weeks }) => ({
      listing: { id: known.get(code)?.id ?? null, code, name: known.get(code)?.name ?? code },
      kind,
      count: weeks.length,
      weeks: [...new Set(weeks)].sort().reverse(),
      decideBy: kind === "unsafe" ? addHours(seen.get(code), hours) : null,
      review: FACTS.includes(kind) && (doubted.get(code) ?? 0) >= REVIEW_FROM,
      standing: decisions.standing.get(`${code} ${kind}`) ?? null,
      past: pastReports(code, decisions.settled, groups.values()),
    }))
    .sort(
      (a, b) =>
        Number(isAsked(b)) - Number(isAsked(a)) ||
        Number(b.kind === "unsafe") - Number(a.kind === "unsafe") ||
        Number(b.review) - Number(a.review) ||
        ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
        (b.weeks[0] ?? "").localeCompare(a.weeks[0] ?? ""),
    );
}

const addHours = (from: string | undefined, hours: number): string | null =>
  from === undefined ? null : new Date(Date.parse(from) + hours * 3_600_000).toISOString();

/** Somebody else decided to ask for another person: it is on top for everybody but them. */
const isAsked = ({ standing }: ReportGroup): boolean => standing?.decision === "ask" && !standing.mine;

/** How many of each kind there were about a listing: those that were settled, and those that are here. */
function pastReports(
  code: string,
  settled: ReadonlyMap<string, number>,
  here: Iterable<{ readonly code: string; readonly kind: ReportKind; readonly weeks: readonly string[] }>,
): ReportGroup["past"] {
  const counts = new Map(REPORT_KINDS.map((kind) => [kind, settled.get(`${code} ${kind}`) ?? 0]));
  for (const group of here)
    if (group.code === code) counts.set(group.kind, (counts.get(group.kind) ?? 0) + group.weeks.length);
  return ORDER.map((kind) => ({ kind, count: counts.get(kind) ?? 0 })).filter(({ count }) => count > 0);
}

/** Somebody has the inbox open: from now on the hours count for every “unsafe” that nobody had opened. Answers how many. */
export async function seeUnsafe(context: Context, inbox: Inbox): Promise<number> {
  requirePublisher(context);
  const unseen = (await listReports(context, inbox)).filter(
    ({ kind, decideBy }) => kind === "unsafe" && decideBy === null,
  );
  for (const { listing } of unseen)
    await context.catalogue.insert(audit).values({
      id: crypto.randomUUID(),
      at: context.now.toISOString(),
      actor: actorName(context),
      action: "create",
      entity: "report",
      entityId: listing.code,
      changed: ["unsafe"],
      reason: "opened",
    });
  return unseen.length;
}

/** Settles the reports of one kind about a listing, with a note on what was done. The reports themselves go. */
export async function resolveReports(
  context: Context,
  inbox: Inbox,
  code: string,
  kind: string,
  note: string,
): Promise<number> {
  requirePublisher(context);
  const known = REPORT_KINDS.find((one) => one === kind);
  if (known === undefined || note.trim() === "")
    throw new DirectoryError("bad_request", "Say what was done, in a few words.", { note: "is missing" });
  const gone = await inbox
    .delete(report)
    .where(and(eq(report.listing, code), eq(report.kind, known)))
    .returning({ id: report.id });
  if (gone.length === 0) throw new DirectoryError("not_found", "Somebody has settled this already.");
  await context.catalogue.insert(audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action: "delete",
    entity: "report",
    entityId: code,
    changed: [known],
    detail: [{ field: known, before: gone.length, after: 0 }],
    reason: note.trim(),
  });
  return gone.length;
}

/** Services that somebody thinks are missing. */
export async function listSuggestions(context: Context, inbox: Inbox): Promise<readonly SuggestionView[]> {
  requirePublisher(context);
  return inbox.select().from(suggestion);
}

/** Puts a suggestion away. What it says never goes into the catalogue by itself. */
export async function dropSuggestion(context: Context, inbox: Inbox, id: string): Promise<void> {
  requirePublisher(context);
  const gone = await inbox.delete(suggestion).where(eq(suggestion.id, id)).returning({ id: suggestion.id });
  if (gone.length === 0) throw new DirectoryError("not_found", "Somebody has settled this already.");
  await context.catalogue.insert(audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action: "delete",
    entity: "suggestion",
    entityId: id,
    changed: [],
  });
}
