/**
 * What stands for a store in memory that outlives a request. On Node that is the opened store itself; a worker opens its
 * stores anew for each request, and what it learned of the same address is still true.
 */
const byAddress = new Map<string, object>();
const known = new WeakMap<object, object>();

/** Makes all stores that are opened at an address one store to those who remember. */
export function openedAt<T extends object>(address: string, store: T): T {
  const identity = byAddress.get(address) ?? {};
  byAddress.set(address, identity);
  known.set(store, identity);
  return store;
}

/** The object under which to remember what a store holds. */
export const identityOf = (store: object): object => known.get(store) ?? store;
