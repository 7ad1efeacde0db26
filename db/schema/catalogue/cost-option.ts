import { check, index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { COST_OPTIONS, type CostOption } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";
import { service } from "./service.ts";

/** HSDS cost_option. `repay` is a loan: the reader is told that it must be paid back. */
export const costOption = sqliteTable(
  "cost_option",
  {
    id: text("id").primaryKey(),
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    option: text("option").$type<CostOption>().notNull(),
    amount: real("amount"),
    currency: text("currency"),
    description: text("description"),
  },
  (t) => [
    check("cost_option_option", oneOf(t.option, COST_OPTIONS)),
    index("cost_option_service").on(t.serviceId),
  ],
);
export type CostOptionRow = typeof costOption.$inferSelect;
