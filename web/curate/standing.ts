import { signal } from "@preact/signals";
import type { AddressRequestView } from "#server/contract/curate/inbox.ts";
import type { ListingPage } from "#server/contract/curate/listing-row.ts";
import { get } from "./api.ts";

/** What stands over every part: how many listings are in which state, and addresses that wait. */
export const standing = signal<{
  readonly states: ListingPage["states"];
  readonly requests: readonly AddressRequestView[];
} | null>(null);

/** Fetches what stands over every part again. */
export async function readStanding(): Promise<void> {
  const [{ states }, { requests }] = await Promise.all([
    get<Pick<ListingPage, "states">>("/api/listings/states"),
    get<{ requests: readonly AddressRequestView[] }>("/api/desk/addresses"),
  ]);
  standing.value = { states, requests };
}
