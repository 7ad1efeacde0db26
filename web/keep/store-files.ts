import type { Fetch } from "#web/models/fetch-part.ts";

/** How many files are fetched at a time. */
const AT_ONCE = 6;

/**
 * Fetches files into the copy. Answers how many bytes each has, unpacked, as it lies there. Rejects when one does not
 * come, or when there is no room.
 */
export async function storeFiles(
  cache: Cache,
  urls: readonly string[],
  fetch: Fetch,
): Promise<ReadonlyMap<string, number>> {
  const waiting = [...urls];
  const sizes = new Map<string, number>();
  const one = async (): Promise<void> => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const response = await fetch(url, { cache: "reload", credentials: "omit" });
      if (!response.ok) throw new Error(`${response.status}`);
      // With its headers: a page of the copy has the same policy as one from the network.
      const [copy, body] = [response.clone(), await response.blob()];
      await cache.put(url, copy);
      sizes.set(url, body.size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return sizes;
}

/** Paths of what lies in the copy. */
export async function pathsIn(cache: Cache): Promise<ReadonlySet<string>> {
  return new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
}
