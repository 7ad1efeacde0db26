import { Hono } from "hono";
import * as v from "valibot";
import type { CurateEnv } from "#server/curate-app.ts";
import { AreaCode, LanguageCode } from "#server/contract/search.ts";
import { requireEditor } from "#server/curation/context.ts";
import { getSettings, listAreas, listTerms } from "#server/directory/directory.ts";
import { walkListings } from "#server/directory/walk-listings.ts";
import { servesArea } from "#server/domain/area-served.ts";
import { type Contexts, FILES, type FileFormat, type Pieces } from "#server/exchange/out/files/pieces.ts";
import { hsdsTaxonomies } from "#server/exchange/out/hsds/taxonomies.ts";
import { parseInput } from "../read-json.ts";

const Wanted = v.object({
  format: v.picklist(Object.keys(FILES) as [FileFormat, ...FileFormat[]]),
  area: v.optional(v.union([AreaCode, v.literal("")]), ""),
  /** Languages with commas between them; the first is the chief one. Empty: the directory's own. */
  lang: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(100),
      v.transform((text) =>
        text
          .split(",")
          .map((code) => code.trim())
          .filter(Boolean),
      ),
      v.array(LanguageCode),
    ),
    "",
  ),
});

/** What is public, as a file: by area and language. The same as the command line's `export`. */
export const exports = new Hono<CurateEnv>().get("/", async (c) => {
  requireEditor(c.get("context"));
  const { format, area, lang: asked } = parseInput(Wanted, c.req.query());
  const published = c.get("published");
  const { languages } = await getSettings(published);
  const [main = languages.includes("en") ? "en" : (languages[0] ?? "en"), ...more] = asked;
  const common = {
    site: null,
    areas: new Map((await listAreas(published)).map((item) => [item.code, item])),
    taxonomies: hsdsTaxonomies(await listTerms(published)),
    languages: asked.length === 0 ? undefined : [main, ...more],
  };
  const contexts: Contexts = [
    { ...common, lang: main },
    ...more.map((other) => ({ ...common, lang: other })),
  ];
  async function* there() {
    for await (const listing of walkListings(published, {}))
      if (area === "" || servesArea(listing.facts.areas, area)) yield listing;
  }
  const { pieces, name, type } = FILES[format];
  c.header("Content-Type", type);
  c.header("Content-Disposition", `attachment; filename="${name}"`);
  return c.body(streamed(pieces(there(), contexts)));
});

function streamed(pieces: Pieces): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    async cancel() {
      await pieces.return();
    },
  });
}
