import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import {
  CURATION_STATES,
  type CurationState,
  SCOPES,
  type Scope,
  SERVICE_STATUSES,
  type ServiceStatus,
} from "../../vocabulary.ts";
import { between, oneOf } from "../../check.ts";
import { organization } from "./organization.ts";

/** HSDS service: one row a listing. Texts stand in `language`; other languages in `translation`. */
export const service = sqliteTable(
  "service",
  {
    id: text("id").primaryKey(),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organization.id),
    /** Short code with check digit, as printed. */
    code: text("code").notNull().unique(),
    name: text("name").notNull(),
    language: text("language").notNull(),
    status: text("status").$type<ServiceStatus>().notNull(),
    /** Null: not decided yet; such a service cannot be published. */
    scope: text("scope").$type<Scope>(),
    curationState: text("curation_state").$type<CurationState>().notNull(),
    minimumAge: integer("minimum_age"),
    maximumAge: integer("maximum_age"),
    maxChildAge: integer("max_child_age"),
    boysMaxAge: integer("boys_max_age"),
    maxMonthsSince: integer("max_months_since"),
    /** The last day it runs, ISO. */
    validTo: text("valid_to"),
    doNotRefer: integer("do_not_refer", { mode: "boolean" }).notNull().default(false),
    doNotList: integer("do_not_list", { mode: "boolean" }).notNull().default(false),
    sourceName: text("source_name"),
    sourceUrl: text("source_url"),
    sourceDate: text("source_date"),
    /** The day it came in, ISO: never-checked listings count as due from then. */
    cameOn: text("came_on").notNull(),
    /** Never published: free text, and why it is held. */
    privateNote: text("private_note"),
    held: text("held", { mode: "json" }).$type<readonly string[]>().notNull().default([]),
    /** Counts the edits, so that two people who edit the same listing notice each other. */
    revision: integer("revision").notNull().default(1),
    /** Why it stands where it stands: said when a person suspended, hid or archived it. */
    stateReason: text("state_reason"),
    demo: text("demo").$type<"yes">(),
    starter: text("starter").$type<"yes">(),
  },
  (t) => [
    check("service_status", oneOf(t.status, SERVICE_STATUSES)),
    check("service_scope", oneOf(t.scope, SCOPES)),
    check("service_curation_state", oneOf(t.curationState, CURATION_STATES)),
    check("service_minimum_age", between(t.minimumAge, 0, 120)),
    check("service_maximum_age", between(t.maximumAge, 0, 120)),
    check("service_max_child_age", between(t.maxChildAge, 0, 120)),
    check("service_boys_max_age", between(t.boysMaxAge, 0, 120)),
    check("service_demo", oneOf(t.demo, ["yes"])),
    check("service_starter", oneOf(t.starter, ["yes"])),
    index("service_organization").on(t.organizationId),
  ],
);
export type ServiceRow = typeof service.$inferSelect;
