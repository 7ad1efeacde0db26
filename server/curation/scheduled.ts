import {
  applyPublication,
  type PublicationOptions,
  type PublicationStores,
} from "#server/publication/apply-publication.ts";
import type { SendMail } from "#server/contract/mail.ts";
import type { Context } from "./context.ts";
import { hideRefused } from "./hide-refused.ts";
import { keepDeadlines } from "./keep-deadlines.ts";
import { mailReminders } from "./mail-reminders.ts";
import { keepAddressRequests } from "./public-address.ts";

export interface ScheduledOptions extends Omit<PublicationOptions, "today"> {
  /** Sends reminders; left out: nobody set up mail. */
  readonly mail?: SendMail | null;
  /** Scheme and host of the back office, for reminders. */
  readonly origin?: string;
  /** False while the clock is doubted: deadlines hide nothing (`server/node/clock-watch.ts`). Left out: it is right. */
  readonly mayHide?: boolean;
  /** Makes booklets again that were taken away, where there is a machine that draws; left out: they wait. */
  readonly remakeBooklets?: (now: Date) => Promise<void>;
}

/**
 * What happens by the clock, the same in Node and in a worker: deadlines and reminders once an hour, requests that have waited,
 * and whatever still waits to be carried over. Each part is tried even when another fails; throws the first
 * failure at the end, without its words: they may quote what is private.
 */
export async function runScheduled(
  stores: PublicationStores,
  now: Date,
  { mail = null, origin = "", mayHide = true, remakeBooklets, ...options }: ScheduledOptions,
): Promise<void> {
  const context: Context = { catalogue: stores.catalogue, actor: { type: "timer" }, now };
  const hourly = now.getUTCMinutes() === 0;
  const steps = [
    ...(hourly && mayHide ? [() => keepDeadlines(context, options.areas)] : []),
    ...(hourly ? [() => mailReminders(context, options.areas, { mail, origin })] : []),
    () => keepAddressRequests(context),
    async () => {
      const today = now.toISOString().slice(0, 10);
      const { refused } = await applyPublication(stores, { ...options, today });
      await hideRefused(stores.catalogue, refused, today);
    },
    // Last, because drawing takes its time.
    ...(remakeBooklets === undefined ? [] : [() => remakeBooklets(now)]),
  ];
  let failed = false;
  for (const step of steps) {
    try {
      await step();
    } catch {
      failed = true;
    }
  }
  if (failed) throw new Error("Waiting changes could not be carried over. They are tried again.");
}
