import { drizzle } from "drizzle-orm/libsql/web";
import { patientFetch } from "./patient-fetch.ts";
import { openedAt } from "./store-identity.ts";
import * as inboxSchema from "./schema/inbox/index.ts";
import * as publishedSchema from "./schema/published/index.ts";
import type { Inbox, Published } from "./stores.ts";

/**
 * The public stores over HTTP, for workers. Nothing is migrated here: remote databases are migrated from the
 * command line alone. The catalogue has a file of its own, so that the public worker's bundle cannot hold it.
 */
export const publishedOverHttp = (url: string, authToken: string): Published =>
  openedAt(url, drizzle({ connection: { url, authToken, fetch: patientFetch() }, schema: publishedSchema }));

export const inboxOverHttp = (url: string, authToken: string): Inbox =>
  drizzle({ connection: { url, authToken, fetch: patientFetch() }, schema: inboxSchema });
