import { lt, sql } from "drizzle-orm";
import { bucket, report, spentProof, suggestion } from "#db/schema/inbox/index.ts";
import type { Inbox, Published } from "#db/stores.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { ReportInput, SuggestionInput } from "#server/contract/messages.ts";
import { isListed } from "#server/directory/directory.ts";
import { type Bucket, reportBuckets, suggestionBuckets } from "#server/domain/buckets.ts";
import { goodChallenges } from "#server/domain/challenge.ts";
import { isoWeek } from "#server/domain/iso-week.ts";
import { checkProof } from "#server/domain/proof-of-work.ts";
import { readShortCode } from "#server/domain/short-code.ts";
import { stableJson } from "#server/domain/stable-json.ts";

interface Receiver {
  readonly published: Published;
  readonly inbox: Inbox;
  readonly proofKey: string;
  readonly now: () => Date;
}

/**
 * Takes a report: which listing, what kind, which week. Whoever sent it learns the same whether there was room
 * or not, so that nobody can count what others reported. Throws `bad_request` for what is no code of a listing,
 * and for a proof that is wrong, too old or used.
 */
export async function takeReport(to: Receiver, { listing, kind, proof }: ReportInput): Promise<void> {
  const code = readShortCode(listing);
  if (code === null)
    throw new DirectoryError("bad_request", "This is not the code of a listing.", {
      listing: "is not a code",
    });
  const proved = await spend(to, proof, { listing, kind });
  const known = (await isListed(to.published, code)) ? code : null;
  const week = isoWeek(to.now());
  if (!(await hasRoom(to.inbox, reportBuckets({ listing: known, proved }), week))) return;
  await to.inbox.insert(report).values({ id: crypto.randomUUID(), listing: code, kind, week });
}

/** Takes a suggested service: what was written about it, and the week. Throws as `takeReport` does. */
export async function takeSuggestion(to: Receiver, { proof, ...service }: SuggestionInput): Promise<void> {
  const proved = await spend(to, proof, service);
  const week = isoWeek(to.now());
  if (!(await hasRoom(to.inbox, suggestionBuckets({ proved }), week))) return;
  await to.inbox.insert(suggestion).values({ id: crypto.randomUUID(), ...service, week });
}

/** Whether a message has a good proof, which is used up with it. Without any it is taken from smaller buckets. */
async function spend(to: Receiver, proof: string | undefined, message: object): Promise<boolean> {
  if (proof === undefined) return false;
  const verdict = await checkProof(proof, stableJson(message), await goodChallenges(to.proofKey, to.now()));
  const wrong = new DirectoryError("bad_request", "This proof is not valid or no longer good.", {
    proof: "is not valid",
  });
  if (!verdict.ok) throw wrong;
  // By the week of its challenge, so that the same proof meets its own mark on both sides of a Sunday night.
  const spent = { week: isoWeek(new Date(`${verdict.day}T12:00:00Z`)), mark: verdict.mark };
  const { rowsAffected } = await to.inbox.insert(spentProof).values(spent).onConflictDoNothing();
  if (rowsAffected === 0) throw wrong;
  return true;
}

/** Takes a place in each bucket. The first that is full counts one more above it, and the message is not kept. */
async function hasRoom(inbox: Inbox, buckets: readonly Bucket[], week: string): Promise<boolean> {
  for (const { name, most } of buckets) {
    const target = [bucket.name, bucket.week];
    const { rowsAffected } = await inbox
      .insert(bucket)
      .values({ name, week, taken: 1, refused: 0 })
      .onConflictDoUpdate({
        target,
        set: { taken: sql`${bucket.taken} + 1` },
        setWhere: lt(bucket.taken, most),
      });
    if (rowsAffected > 0) continue;
    await inbox
      .insert(bucket)
      .values({ name, week, taken: 0, refused: 1 })
      .onConflictDoUpdate({ target, set: { refused: sql`${bucket.refused} + 1` } });
    return false;
  }
  return true;
}
