import { type Context, Hono } from "hono";
import { DirectoryError } from "#server/contract/errors.ts";
import { HSDS_OBJECTS, type HsdsObject, hsdsSchema } from "#server/contract/hsds/json-schemas.ts";
import { OFFICIAL_SCHEMAS, PROFILE_TITLE, profilePatches } from "#server/contract/hsds/profile-patches.ts";
import { HSDS_VERSION, PROFILE_VERSION } from "#server/contract/hsds/version.ts";
import { toDatapackage } from "#server/exchange/out/tabular/datapackage.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { openToAll } from "./open-to-all.ts";
import { SHARED_CACHE } from "./security-headers.ts";

type ProfileContext = Context<PublicEnv>;
const at = (...paths: string[]) => paths.flatMap((path) => [path, `/hsds${path}`]);
const siteOf = (c: ProfileContext): string => new URL(c.req.url).origin;
const names = Object.keys(HSDS_OBJECTS) as HsdsObject[];

/**
 * Our profile of HSDS: the patches under `/profile`, the schemas that they make under `/schema`. Both stand under
 * `/hsds` as well.
 */
export const hsdsProfile = new Hono<PublicEnv>()
  .use("/profile/*", openToAll)
  .use("/schema/*", openToAll)
  .use("/hsds/*", openToAll)
  .on("GET", at("/profile", "/profile/"), (c) => {
    const site = siteOf(c);
    return c.json(
      {
        title: PROFILE_TITLE,
        version: PROFILE_VERSION,
        hsds_version: HSDS_VERSION,
        uri: `${site}/profile`,
        base: OFFICIAL_SCHEMAS,
        patches: Object.keys(profilePatches(site)).map((file) => `${site}/profile/${file}`),
        datapackage: `${site}/profile/datapackage.json`,
        schemas: `${site}/schema`,
        openapi_url: `${site}/openapi.json`,
      },
      200,
      SHARED_CACHE,
    );
  })
  .on("GET", at("/profile/datapackage.json"), (c) => c.json(toDatapackage(null), 200, SHARED_CACHE))
  .on("GET", at("/profile/:file"), (c) => {
    const patches = profilePatches(siteOf(c));
    const patch = patches[c.req.param("file") ?? ""];
    if (patch === undefined) throw new DirectoryError("not_found", "There is no such patch.");
    return c.json(patch, 200, SHARED_CACHE);
  })
  .on("GET", at("/schema", "/schema/"), (c) =>
    c.json({ schemas: names.map((name) => `${siteOf(c)}/schema/${name}.json`) }, 200, SHARED_CACHE),
  )
  .on("GET", at("/schema/:file"), (c) => {
    const name = names.find((item) => `${item}.json` === c.req.param("file"));
    if (name === undefined) throw new DirectoryError("not_found", "There is no such schema.");
    return c.json(hsdsSchema(name, `${siteOf(c)}/schema`), 200, {
      ...SHARED_CACHE,
      "Content-Type": "application/schema+json",
    });
  });
