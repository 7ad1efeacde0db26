import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { organization } from "./organization.ts";

/**
 * What an organisation belongs to or keeps: a network, a standard, a code of conduct. The codes are those of the
 * settings' `affiliations`.
 */
export const organizationAffiliation = sqliteTable(
  "organization_affiliation",
  {
    organizationId: text("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    code: text("code").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.code] }),
    index("organization_affiliation_code").on(t.code),
  ],
);
