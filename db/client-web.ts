import { drizzle } from "drizzle-orm/libsql/web";
import * as catalogueSchema from "./schema/catalogue/index.ts";
import * as inboxSchema from "./schema/inbox/index.ts";
import * as publishedSchema from "./schema/published/index.ts";
import type { Catalogue, Inbox, Published } from "./stores.ts";

/**
 * The same stores over HTTP, for workers. Nothing is migrated here: remote databases are migrated from the
 * command line alone.
 */
export const publishedOverHttp = (url: string, authToken: string): Published =>
  drizzle({ connection: { url, authToken }, schema: publishedSchema });

export const inboxOverHttp = (url: string, authToken: string): Inbox =>
  drizzle({ connection: { url, authToken }, schema: inboxSchema });

export const catalogueOverHttp = (url: string, authToken: string): Catalogue =>
  drizzle({ connection: { url, authToken }, schema: catalogueSchema });
