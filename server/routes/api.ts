import { Hono, type Context } from "hono";
import { cors } from "hono/cors";
import { DirectoryError } from "#server/contract/errors.ts";
import { SearchInput } from "#server/contract/search.ts";
import { getListing, listAreas, listTerms } from "#server/directory/directory.ts";
import { searchListings } from "#server/directory/search-listings.ts";
import { readShortCode } from "#server/domain/short-code.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { parseInput, readJson } from "./read-json.ts";

/**
 * The interface for other systems. The public site never calls it, because an address is written down on the
 * way; whoever calls it tells us what they look for.
 */
export const api = new Hono<PublicEnv>()
  .use(cors({ origin: "*", allowMethods: ["GET", "POST"], allowHeaders: ["Content-Type"] }))
  .use(async (c, next) => {
    await next();
    c.header("Cross-Origin-Resource-Policy", "cross-origin");
  })
  .get("/services", async (c) =>
    c.json(await searchListings(c.get("published"), parseInput(SearchInput, queryOf(c)), c.get("now")())),
  )
  .post("/services/search", async (c) =>
    c.json(await searchListings(c.get("published"), await readJson(c, SearchInput), c.get("now")())),
  )
  .get("/services/:id{[A-Za-z0-9-]{5,40}}", async (c) => {
    const id = c.req.param("id");
    return c.json(await getListing(c.get("published"), readShortCode(id) ?? id));
  })
  .get("/areas", async (c) => c.json({ areas: await listAreas(c.get("published")) }))
  .get("/taxonomy", async (c) => c.json({ terms: await listTerms(c.get("published")) }))
  .get("/places", async (c) => {
    const country = c.req.query("country") ?? "";
    if (!/^[A-Z]{2}$/u.test(country)) {
      throw new DirectoryError("bad_request", "Name a country by its two letters.", {
        country: "is not valid",
      });
    }
    const found = await c.get("places")(country);
    if (found === null) throw new DirectoryError("not_found", "There are no place names for this country.");
    return found;
  });

/** Parameters once as text, repeated ones as lists. */
function queryOf(c: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] ?? "") : values,
    ]),
  );
}
