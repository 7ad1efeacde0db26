import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import { sha256 } from "#server/domain/digest.ts";
import { toShortCode } from "#server/domain/short-code.ts";

/**
 * A short code for a service that nobody else has, and takes it. Made from the service's id, so that it tells
 * nothing of order or number; tried again with a counter where two ids meet.
 */
export async function freeShortCode(id: string, taken: Set<string>): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const hash = await sha256(attempt === 0 ? id : `${id} ${attempt}`);
    const code = toShortCode(Number.parseInt(hash.slice(0, 8), 16) % 2 ** 25);
    if (!taken.has(code)) {
      taken.add(code);
      return code;
    }
  }
}

/** Codes that a listing has or once had: paper lasts longer than listings, so none is given twice. */
export async function takenCodes(tx: CatalogueTx): Promise<Set<string>> {
  const { listingRedirect, service, tombstone } = table;
  const rows = [
    ...(await tx.select({ code: service.code }).from(service)),
    ...(await tx.select({ code: listingRedirect.code }).from(listingRedirect)),
    ...(await tx.select({ code: tombstone.code }).from(tombstone)),
  ];
  return new Set(rows.map(({ code }) => code));
}
