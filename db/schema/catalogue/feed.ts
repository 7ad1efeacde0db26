import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { service } from "./service.ts";

/** Another directory that this one reads from, by its HSDS feed. */
export const feed = sqliteTable("feed", {
  id: text("id").primaryKey(),
  /** Address of its HSDS, without a slash at the end; also what its records are told apart by. */
  url: text("url").notNull().unique(),
  name: text("name").notNull(),
  /** ISO 3166: only listings that serve one of them; empty: all. */
  areas: text("areas", { mode: "json" }).$type<readonly string[]>().notNull().default([]),
  /** New listings are published as far as they may be; otherwise they wait as drafts. */
  publish: integer("publish", { mode: "boolean" }).notNull().default(false),
  paused: integer("paused", { mode: "boolean" }).notNull().default(false),
  /** What it said of itself. */
  version: text("version"),
  profile: text("profile"),
  /** ISO date from which changes are asked for next. */
  since: text("since"),
  /** The last try, and the last one that succeeded; ISO moments. */
  triedAt: text("tried_at"),
  readAt: text("read_at"),
  /** Why the last try failed. */
  failure: text("failure"),
});
export type FeedRow = typeof feed.$inferSelect;

/** A listing that came from a feed: what it was when it came, and what the feed says now where a person changed it here. */
export const feedListing = sqliteTable(
  "feed_listing",
  {
    feedId: text("feed_id")
      .notNull()
      .references(() => feed.id),
    /** Its id in the other directory. */
    remoteId: text("remote_id").notNull(),
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    /** Our revision when it was last written from the feed: a higher one was made by a person here. */
    revision: integer("revision").notNull(),
    /** Fields as the feed has them now, while they wait for a person. */
    theirs: text("theirs", { mode: "json" }).$type<Readonly<Record<string, unknown>>>(),
    /** Digest of what a person decided to leave. */
    dismissed: text("dismissed"),
    /** ISO date on which the feed had it no longer. */
    withdrawn: text("withdrawn"),
  },
  (t) => [primaryKey({ columns: [t.feedId, t.remoteId] }), index("feed_listing_service").on(t.serviceId)],
);
export type FeedListingRow = typeof feedListing.$inferSelect;
