import { defineConfig } from "drizzle-kit";

const store = process.env["STORE"] ?? "catalogue";

/** One folder of migrations a store: `STORE=published npx drizzle-kit generate`. */
export default defineConfig({
  dialect: "sqlite",
  schema: `./db/schema/${store}/index.ts`,
  out: `./db/migrations/${store}`,
});
