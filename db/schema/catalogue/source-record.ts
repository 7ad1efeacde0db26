import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Which record of which source an entity came from, and the digest of what it said: a second import changes nothing. */
export const sourceRecord = sqliteTable(
  "source_record",
  {
    source: text("source").notNull(),
    sourceId: text("source_id").notNull(),
    entity: text("entity").notNull(),
    entityId: text("entity_id").notNull(),
    digest: text("digest").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.entity, t.sourceId] }),
    index("source_record_entity").on(t.entityId),
  ],
);
