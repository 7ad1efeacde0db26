import { sql } from "drizzle-orm";
import { signInAttempt } from "#db/schema/catalogue/index.ts";
import type { Catalogue } from "#db/stores.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { sha256 } from "#server/domain/digest.ts";

const QUARTER_MS = 15 * 60_000;
/** Tries in a quarter of an hour: for one account, and for all of them together. */
export const MOST_TRIES = { account: 10, all: 200 } as const;

/**
 * Counts a try to sign in and throws `too_many` past the limit. Counted by account and for all, never by network
 * address, which is not kept. Whoever floods it locks passwords out for a quarter of an hour, and nothing else:
 * passkeys and links are not counted.
 */
export async function countAttempt(catalogue: Catalogue, email: string | null, now: Date): Promise<void> {
  const quarter = Math.floor(now.getTime() / QUARTER_MS);
  const buckets = [
    { bucket: "all", most: MOST_TRIES.all },
    ...(email === null
      ? []
      : [{ bucket: await sha256(email.trim().toLowerCase()), most: MOST_TRIES.account }]),
  ];
  for (const { bucket, most } of buckets) {
    const [row] = await catalogue
      .insert(signInAttempt)
      .values({ bucket, quarter, tries: 1 })
      .onConflictDoUpdate({
        target: signInAttempt.bucket,
        set: {
          tries: sql`case when ${signInAttempt.quarter} = ${quarter} then ${signInAttempt.tries} + 1 else 1 end`,
          quarter,
        },
      })
      .returning({ tries: signInAttempt.tries });
    if ((row?.tries ?? 0) > most)
      throw new DirectoryError("too_many", "Too many tries. Wait a quarter of an hour, or ask for a link.");
  }
}
