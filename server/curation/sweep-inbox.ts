import { lt } from "drizzle-orm";
import { bucket, spentProof } from "#db/schema/inbox/index.ts";
import type { Inbox } from "#db/stores.ts";
import { isoWeek } from "#server/domain/iso-week.ts";

const WEEK = 7 * 86_400_000;

/**
 * Takes out of the inbox what only had a meaning for a time: marks of proofs whose challenge is no longer good, and
 * counts of messages older than a year. Reports stay until a person deletes them.
 */
export async function sweepInbox(inbox: Inbox, now: Date): Promise<void> {
  const weeksAgo = (weeks: number) => isoWeek(new Date(now.getTime() - weeks * WEEK));
  // A proof is good for two days, so the week before this one may still be met.
  await inbox.delete(spentProof).where(lt(spentProof.week, weeksAgo(1)));
  await inbox.delete(bucket).where(lt(bucket.week, weeksAgo(52)));
}
