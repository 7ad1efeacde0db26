import { storeFailure } from "#db/store-failure.ts";
import { CURATE_ENTRY } from "#server/contract/manifest.ts";
import { createCurateApp } from "#server/curate-app.ts";
import { firstAdminLink } from "#server/curation/accounts/curators.ts";
import { sessionSecret } from "#server/curation/accounts/office-secret.ts";
import { firstRecoveryKey } from "#server/curation/accounts/recovery-key.ts";
import { linkAddress } from "#server/curation/accounts/sign-in-links.ts";
import { firstStart } from "#server/curation/first-start.ts";
import { keepDeadlines } from "#server/curation/keep-deadlines.ts";
import { runScheduled } from "#server/curation/scheduled.ts";
import { sweepInbox } from "#server/curation/sweep-inbox.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";
import { PublishingWatch } from "#server/publication/publishing-watch.ts";
import { ensureSigningKey } from "#server/publication/sign-parts.ts";
import { WORKBOOK_WORDS } from "#web/curate/words.ts";
import { loadAreaFinder } from "./area-finder.ts";
import { loadAreas } from "./areas.ts";
import { pageAssets } from "./assets.ts";
import { backupBeforeMigrating } from "./backup/before-migrating.ts";
import { newestEntry, watchClock } from "./clock-watch.ts";
import { compress } from "./compress.ts";
import { mailOf } from "./mail.ts";
import { refreshDueFeeds } from "./refresh-due-feeds.ts";
import { bookletRemaker } from "./remake-booklets.ts";
import { type Environment, openStores, type Stores } from "./stores.ts";

/** A directory whose three stores are open. */
export interface OpenDirectory {
  readonly stores: Stores;
  readonly curateApp: ReturnType<typeof createCurateApp>;
  /** A link for the first admin, shown once; null when somebody can sign in. */
  readonly firstLink: string | null;
  /** Shown once; null when one was made before. */
  readonly recoveryKey: string | null;
  /** What is odd about the machine's clock; null: nothing. */
  readonly oddClock: string | null;
  /** What happens every minute. Failures wait for the next one. */
  everyMinute(now: Date): Promise<void>;
}

/**
 * Opens the stores, fills them at the first start, carries over what waits, and makes the back office.
 * A disk that is full or a database that may only be read keeps nobody from opening a directory that is there.
 * Throws `StoreError`, or the database's own error, when the catalogue cannot be read.
 */
export async function openDirectory(env: Environment, built: string, port: number): Promise<OpenDirectory> {
  const now = new Date();
  const stores = await openStores(env, {
    beforeMigrating: async () => void (await backupBeforeMigrating(env, now)),
  });
  const areas = loadAreas();
  // Before this start writes an entry of its own.
  const clock = watchClock(await newestEntry(stores.catalogue), now, () => performance.now());
  const context = { catalogue: stores.catalogue, actor: { type: "command-line" } as const, now };
  await ensureSigningKey(stores.catalogue);
  await asFarAsItGoes(() => firstStart(context, areas, { demo: env["DEMO"] !== "0" }));
  if (clock.mayHide(now)) await asFarAsItGoes(() => keepDeadlines(context, areas));
  await asFarAsItGoes(() => sweepInbox(stores.inbox, now));
  // Whatever a stopped run left to carry over is carried over now.
  const today = now.toISOString().slice(0, 10);
  const publishingWatch = new PublishingWatch();
  await asFarAsItGoes(() => applyPublication(stores, { areas, compress, today }));

  const origin = env["CURATE_URL"] ?? `http://localhost:${port}`;
  const mail = mailOf(env);
  const curateApp = createCurateApp({
    ...stores,
    areas,
    compress,
    areaFinder: loadAreaFinder(areas),
    words: WORKBOOK_WORDS,
    fetch: (url, init) => fetch(url, init),
    origin,
    secret: await sessionSecret(stores.catalogue, env["CURATE_SECRET"]),
    assets: pageAssets(built, CURATE_ENTRY),
    now: () => new Date(),
    mail,
    publishingWatch,
  });
  const recoveryKey = await firstRecoveryKey(stores.catalogue);
  const token = await firstAdminLink(context);
  const remakeBooklets = bookletRemaker(stores.published, env["PUBLIC_URL"]);
  return {
    stores,
    curateApp,
    firstLink: token === null ? null : linkAddress(origin, token),
    recoveryKey,
    oddClock: clock.odd,
    everyMinute: async (moment) => {
      await Promise.allSettled([
        runScheduled(stores, moment, {
          areas,
          compress,
          mail,
          origin,
          remakeBooklets,
          mayHide: clock.mayHide(moment),
          ...publishingWatch.options(),
        }),
        refreshDueFeeds(stores, moment, { areas, compress, ...publishingWatch.options() }),
      ]);
    },
  };
}

/** Does what a start should do; what a database does not take now is tried again by the minute or at the next start. */
async function asFarAsItGoes(step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (storeFailure(error) === null) throw error;
  }
}
