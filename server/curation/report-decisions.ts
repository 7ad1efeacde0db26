import { asc, eq } from "drizzle-orm";
import { audit } from "#db/schema/catalogue/index.ts";
import { REPORT_KINDS } from "#db/vocabulary.ts";
import type { Standing } from "#server/contract/curate/inbox.ts";
import { actorName, type Context } from "./context.ts";
import { curatorNames } from "./curator-names.ts";

/** How long settled reports are counted with a listing. */
const COUNTED_DAYS = 365;

/** What the audit says of reports, by the code of their listing, or by code and kind. */
export interface Decisions {
  /**
   * When somebody first opened the “unsafe” reports that are still there. A report itself has no time, so the hours in
   * which the directory promises to decide count from here.
   */
  readonly seen: ReadonlyMap<string, string>;
  /** The last decision that left them in the inbox, by `code kind`. */
  readonly standing: ReadonlyMap<string, Standing>;
  /** How many were settled in the last 12 months, by `code kind`. */
  readonly settled: ReadonlyMap<string, number>;
}

const LEFT = ["look", "ask"] as const;

/** Reads all of it: decisions stand in the audit alone, where nobody can change them. */
export async function readDecisions(context: Context): Promise<Decisions> {
  const rows = await context.catalogue
    .select()
    .from(audit)
    .where(eq(audit.entity, "report"))
    .orderBy(asc(audit.at));
  const nameOf = await curatorNames(context.catalogue);
  const me = actorName(context);
  const from = new Date(context.now.getTime() - COUNTED_DAYS * 86_400_000).toISOString();
  const seen = new Map<string, string>();
  const standing = new Map<string, Standing>();
  const settled = new Map<string, number>();
  for (const { entityId: code, at, actor, action, changed, detail, reason } of rows) {
    const kind = REPORT_KINDS.find((one) => changed.includes(one));
    if (kind === undefined) continue;
    const key = `${code} ${kind}`;
    const left = LEFT.find((one) => changed.includes(one));
    if (action === "delete") {
      if (kind === "unsafe") seen.delete(code);
      standing.delete(key);
      // Rows from before the count was kept stand for one.
      const count = detail?.find(({ field }) => field === kind)?.before;
      if (at >= from) settled.set(key, (settled.get(key) ?? 0) + (typeof count === "number" ? count : 1));
      continue;
    }
    if (kind === "unsafe" && !seen.has(code)) seen.set(code, at);
    if (left !== undefined)
      standing.set(key, { decision: left, by: nameOf(actor), mine: actor === me, at, note: reason });
  }
  return { seen, standing, settled };
}
