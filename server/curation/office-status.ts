import { count, desc, eq, inArray, or } from "drizzle-orm";
import { readDocument } from "#db/published-documents.ts";
import { audit, outbox, proposal } from "#db/schema/catalogue/index.ts";
import type { Catalogue, Published } from "#db/stores.ts";
import type { Frozen, PublishedState } from "#server/contract/public-records.ts";

/** How the directory is: counts and days, nothing of anybody who used it and no name of a listing. */
export interface OfficeStatus {
  /** Changes that wait to be carried over. */
  readonly queue: number;
  /** Of these, what is to be gone or to show less, and may still be public. */
  readonly stillPublic: number;
  readonly proposals: number;
  /** The version that the public sees; "none": nothing was ever published. */
  readonly published: string;
  readonly listings: number;
  /** ISO date on which somebody last published or took something away; null: never. */
  readonly lastPublish: string | null;
  /** Since when the public side is closed, ISO; null: it is open. */
  readonly closedSince: string | null;
}

/** Reads the counts of the two stores. Needs no account: what it says is no secret and leads to nobody. */
export async function officeStatus({
  catalogue,
  published,
}: {
  readonly catalogue: Catalogue;
  readonly published: Published;
}): Promise<OfficeStatus> {
  const [queue] = await catalogue.select({ n: count() }).from(outbox);
  const [gone] = await catalogue
    .select({ n: count() })
    .from(outbox)
    .where(or(eq(outbox.wish, "gone"), eq(outbox.withholds, true)));
  const [waiting] = await catalogue.select({ n: count() }).from(proposal);
  const [last] = await catalogue
    .select({ at: audit.at })
    .from(audit)
    .where(inArray(audit.action, ["publish", "take-away"]))
    .orderBy(desc(audit.at))
    .limit(1);
  const state = await readDocument<PublishedState>(published, "state");
  const frozen = await readDocument<Frozen>(published, "frozen");
  return {
    queue: queue?.n ?? 0,
    stillPublic: gone?.n ?? 0,
    proposals: waiting?.n ?? 0,
    published: state?.version ?? "none",
    listings: state?.listings ?? 0,
    lastPublish: last?.at.slice(0, 10) ?? null,
    closedSince: frozen?.since ?? null,
  };
}
