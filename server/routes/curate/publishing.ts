import type { Context } from "hono";
import type { CurateEnv } from "#server/curate-app.ts";
import type { PublicationOptions, PublicationStores } from "#server/publication/apply-publication.ts";

/** What publishing needs, out of a request's surroundings. */
export function publishing(c: Context<CurateEnv>): [PublicationStores, PublicationOptions] {
  return [
    { catalogue: c.get("catalogue"), published: c.get("published") },
    {
      areas: c.get("areas"),
      compress: c.get("compress"),
      today: c.get("now")().toISOString().slice(0, 10),
      ...c.get("publishingWatch")?.options(),
    },
  ];
}
