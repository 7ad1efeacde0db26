import type { LibSQLDatabase } from "drizzle-orm/libsql";
import type * as catalogueSchema from "./schema/catalogue/index.ts";
import type * as inboxSchema from "./schema/inbox/index.ts";
import type * as publishedSchema from "./schema/published/index.ts";

/**
 * The three stores as types that do not fit each other: what takes a `Published` cannot be handed the
 * catalogue, so a leak is not a mistake that compiles.
 */
export type Catalogue = LibSQLDatabase<typeof catalogueSchema>;
export type Published = LibSQLDatabase<typeof publishedSchema>;
export type Inbox = LibSQLDatabase<typeof inboxSchema>;

/** The database or a transaction in it. */
export type CatalogueTx = Catalogue | Parameters<Parameters<Catalogue["transaction"]>[0]>[0];
export type PublishedTx = Published | Parameters<Parameters<Published["transaction"]>[0]>[0];

export const STORES = ["catalogue", "published", "inbox"] as const;
export type StoreName = (typeof STORES)[number];
