import { drizzle } from "drizzle-orm/libsql/web";
import { patientFetch } from "./patient-fetch.ts";
import * as catalogueSchema from "./schema/catalogue/index.ts";
import type { Catalogue } from "./stores.ts";

/** The catalogue over HTTP, for the back office's worker alone. */
export const catalogueOverHttp = (url: string, authToken: string): Catalogue =>
  drizzle({ connection: { url, authToken, fetch: patientFetch() }, schema: catalogueSchema });
