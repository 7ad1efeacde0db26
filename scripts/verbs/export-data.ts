import { parseArgs } from "node:util";
import type { PublishedListing } from "#server/contract/listing.ts";
import { getArea, getSettings, listAreas, listTerms } from "#server/directory/directory.ts";
import { walkListings } from "#server/directory/walk-listings.ts";
import { servesArea } from "#server/domain/area-served.ts";
import type { HsdsContext } from "#server/exchange/out/hsds/context.ts";
import { hsdsTaxonomies } from "#server/exchange/out/hsds/taxonomies.ts";
import { writeCsv, writeGeojson, writeHsdsJson, writeXlsx } from "../export/write-pieces.ts";
import { writeHsdsCsv } from "../export/write-hsds-csv.ts";
import type { Environment } from "#server/node/stores.ts";
import { openSession } from "./session.ts";
import { UsageError } from "./verb.ts";

/** Writes listings to a path; tells how many there were. One context a language, the first the chief one. */
export type ExportWriter = (
  listings: AsyncIterable<PublishedListing>,
  contexts: readonly [HsdsContext, ...HsdsContext[]],
  out: string,
) => Promise<number>;

/** How each format of data is written. */
export const DATA_WRITERS: Readonly<Record<string, ExportWriter>> = {
  "hsds-json": writeHsdsJson,
  "hsds-csv": writeHsdsCsv,
  csv: writeCsv,
  xlsx: writeXlsx,
  geojson: writeGeojson,
};
/** Formats that hold data, not pages. */
export const DATA_FORMATS: readonly string[] = Object.keys(DATA_WRITERS);

/** Exports published listings as data (interface: "Command line", `export`). Answers the exit code. */
export async function exportData(format: string, args: readonly string[], env: Environment): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: "string" },
      area: { type: "string", multiple: true, default: [] },
      lang: { type: "string" },
      site: { type: "string" },
      audience: { type: "string", default: "public" },
    },
  });
  const { out, area } = values;
  const write = DATA_WRITERS[format];
  if (write === undefined) throw new UsageError(`Formats of data: ${DATA_FORMATS.join(", ")}.`);
  if (out === undefined) throw new UsageError("--out says where the file goes.");
  if (values.audience !== "public") throw new UsageError("Data is exported for the public alone.");
  const site = readSite(values.site ?? env["PUBLIC_URL"]);
  const { published } = (await openSession(env)).stores;
  await Promise.all(area.filter((code) => code !== "001").map((code) => getArea(published, code)));

  const { languages } = await getSettings(published);
  const usual = languages.includes("en") ? "en" : (languages[0] ?? "en");
  const [lang = usual, ...more] = readLanguages(values.lang) ?? [];
  const common = {
    site,
    areas: new Map((await listAreas(published)).map((item) => [item.code, item])),
    taxonomies: hsdsTaxonomies(await listTerms(published)),
    // Without a wish all languages are given where the format has room for them.
    languages: values.lang === undefined ? undefined : [lang, ...more],
  };
  const contexts = [{ ...common, lang }, ...more.map((other) => ({ ...common, lang: other }))] as const;
  const count = await write(inAreas(walkListings(published, {}), area), contexts, out);
  console.log(`${out}: ${count} listings`);
  return 0;
}

async function* inAreas(
  listings: AsyncIterable<PublishedListing>,
  areas: readonly string[],
): AsyncGenerator<PublishedListing> {
  for await (const listing of listings) {
    if (areas.length === 0 || areas.some((area) => servesArea(listing.facts.areas, area))) yield listing;
  }
}

function readLanguages(given: string | undefined): string[] | undefined {
  const codes = given?.split(",").map((code) => code.trim());
  if (codes?.some((code) => !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/u.test(code)))
    throw new UsageError("--lang takes language codes, such as th,en.");
  return codes;
}

function readSite(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (!URL.canParse(given)) throw new UsageError("--site takes the address of the site, such as https://….");
  return new URL(given).origin;
}
