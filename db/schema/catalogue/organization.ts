import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { PROVIDER_TYPES, type ProviderType } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/** HSDS organization. Texts stand in `language`; other languages in `translation`. */
export const organization = sqliteTable(
  "organization",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    language: text("language").notNull(),
    description: text("description"),
    website: text("website"),
    /** Public although the organisation has a place that is not (architecture: "released one by one"). */
    websiteReleased: integer("website_released", { mode: "boolean" }).notNull().default(false),
    providerType: text("provider_type").$type<ProviderType>(),
    /** Never published: what may name staff. */
    privateNote: text("private_note"),
    demo: text("demo").$type<"yes">(),
  },
  (t) => [
    check("organization_provider_type", oneOf(t.providerType, PROVIDER_TYPES)),
    check("organization_demo", oneOf(t.demo, ["yes"])),
    index("organization_name").on(t.name),
  ],
);
export type OrganizationRow = typeof organization.$inferSelect;
