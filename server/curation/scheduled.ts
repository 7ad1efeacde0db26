import {
  applyPublication,
  type PublicationOptions,
  type PublicationStores,
} from "#server/publication/apply-publication.ts";
import type { Context } from "./context.ts";
import { hideRefused } from "./hide-refused.ts";
import { keepDeadlines } from "./keep-deadlines.ts";
import { keepAddressRequests } from "./public-address.ts";

/**
 * What happens by the clock, the same in Node and in a worker: deadlines once an hour, requests that have waited,
 * and whatever still waits to be carried over. Each part is tried even when another fails; throws the first
 * failure at the end, without its words: they may quote what is private.
 */
export async function runScheduled(
  stores: PublicationStores,
  now: Date,
  options: Omit<PublicationOptions, "today">,
): Promise<void> {
  const context: Context = { catalogue: stores.catalogue, actor: { type: "timer" }, now };
  const steps = [
    ...(now.getUTCMinutes() === 0 ? [() => keepDeadlines(context, options.areas)] : []),
    () => keepAddressRequests(context),
    async () => {
      const today = now.toISOString().slice(0, 10);
      const { refused } = await applyPublication(stores, { ...options, today });
      await hideRefused(stores.catalogue, refused, today);
    },
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
