import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import type { Localized, PublishedListing } from "#server/contract/listing.ts";
import { publishListings } from "#server/curation/publish-listings.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { findListings, listAreas, listTerms } from "#server/directory/directory.ts";
import { walkListings } from "#server/directory/walk-listings.ts";
import { phrase } from "#server/domain/to-listing-view.ts";
import type { HsdsContext } from "#server/exchange/out/hsds/context.ts";
import { hsdsTaxonomies } from "#server/exchange/out/hsds/taxonomies.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import type { Problem, ReadResult, SourceFile } from "#server/exchange/read-result.ts";
import { loadAreaFinder } from "#server/node/area-finder.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { areas, memoryDirectory } from "../records/memory.ts";
import { servesArea } from "#server/domain/area-served.ts";
import { parseCsv } from "#server/exchange/csv.ts";
import { readSheets } from "#server/exchange/workbook/read-workbook.ts";
import { sheetFiles } from "#server/exchange/workbook/sheet-files.ts";
import { writeCsv, writeGeojson, writeHsdsJson, writeXlsx } from "../../scripts/export/write-pieces.ts";
import { writeHsdsCsv } from "../../scripts/export/write-hsds-csv.ts";
import { readStream } from "../../scripts/import-stream/read-stream.ts";

/** Everything published is exported, taken in by an empty directory, published there, and compared. */

let from: TestDirectory;
let context: HsdsContext;
beforeAll(async () => {
  from = await openTestDirectory({ demo: true });
  context = {
    lang: "en",
    site: "https://directory.example",
    areas: new Map((await listAreas(from.published)).map((area) => [area.code, area])),
    taxonomies: hsdsTaxonomies(await listTerms(from.published)),
  };
});

const folder = () => mkdtempSync(path.join(tmpdir(), "export-"));
const fileOf = (name: string, full: string): SourceFile => ({
  name,
  bytes: new Uint8Array(readFileSync(full)),
});
const read = (files: SourceFile[]): ReadResult =>
  readRecords(files, { format: "auto", areas: loadAreaFinder(areas) });

/** An empty directory with everything that was read published in it. */
async function elsewhere(result: ReadResult) {
  const to = await memoryDirectory();
  const { written } = await writeRecords(to.context, result.source, result.organizations, {
    origin: "import",
  });
  const outcome = await publishListings(to.context, written, areas);
  expect(outcome.left.flatMap(({ obstacles }) => obstacles)).toEqual([]);
  await to.apply();
  return to;
}
const publishElsewhere = async (result: ReadResult): Promise<readonly PublishedListing[]> =>
  findListings((await elsewhere(result)).published, {});

const one = (words: Localized) => phrase(words, "en")?.text ?? null;
const inOrder = <T>(items: readonly T[]) =>
  [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/**
 * What HSDS and our profile can carry of a listing. Ids and codes are the receiver's own, and so are checks: a
 * directory vouches for what it has checked itself. What a telephone dials is worked out anew. Labels, documents and
 * places go in one language. Demo and starter are marks of the directory that brought them.
 */
function carried(listing: PublishedListing) {
  const { facts } = listing;
  return {
    name: listing.name,
    organization: { name: listing.organization.name, website: listing.organization.website },
    texts: listing.texts,
    source: listing.source,
    facts: {
      scope: facts.scope,
      providerType: facts.providerType,
      needs: facts.needs,
      services: facts.services,
      areas: facts.areas,
      ages: [facts.minimumAge, facts.maximumAge, facts.maxChildAge, facts.boysMaxAge],
      answers: facts.answers,
      languages: inOrder(facts.languages),
      places: facts.places,
      opening: facts.opening,
    },
    contacts: inOrder(
      listing.contacts.map(({ channel, value, label, whoAnswers, recorded, tells, free, hours }) => ({
        channel,
        value,
        label: one(label),
        whoAnswers,
        recorded,
        tells,
        free,
        hours: one(hours),
      })),
    ),
    costs: listing.costs.map((cost) => ({ ...cost, description: one(cost.description) })),
    addresses: listing.addresses.map(({ place, name, lines, city, postalCode, directions }) => ({
      place,
      name: one(name),
      lines: one(lines),
      city: one(city),
      postalCode,
      directions: one(directions),
    })),
    requiredDocuments: listing.requiredDocuments.map(one),
  };
}

const byName = (listings: readonly PublishedListing[]) =>
  inOrder(
    listings.map(carried).map((listing) => [one(listing.name), one(listing.organization.name), listing]),
  );

/** Read from the disk, organization by organization, it is the same: records, source, and what is told. */
async function readTheSame(source: string, result: ReadResult): Promise<void> {
  const stream = await readStream(source, { format: "auto", areas: loadAreaFinder(areas) }, () => undefined);
  const streamed: OrganizationRecord[] = [];
  for (const fictional of [false, true])
    for await (const record of stream.records(fictional)) streamed.push(record);
  expect(stream.source).toBe(result.source);
  expect(inOrder(streamed)).toEqual(inOrder(result.organizations));
  const isTold = ({ file, code }: Problem) => file !== "datapackage.json" && code !== "number-shared";
  expect(
    stream.problems
      .filter(isTold)
      .map(({ level, code }) => `${level} ${code}`)
      .sort(),
  ).toEqual(
    result.problems
      .filter(isTold)
      .map(({ level, code }) => `${level} ${code}`)
      .sort(),
  );
  await stream.close();
}

describe("export, then import into an empty directory, then publish", () => {
  test("as HSDS JSON: no difference in what it can carry", async () => {
    const out = path.join(folder(), "all.json");
    expect(await writeHsdsJson(walkListings(from.published, {}), [context], out)).toBe(
      (await findListings(from.published, {})).length,
    );
    const result = read([fileOf("all.json", out)]);
    expect(result.problems.filter(({ level }) => level !== "note")).toEqual([]);
    await readTheSame(out, result);
    const there = await publishElsewhere(result);
    expect(byName(there)).toEqual(byName(await findListings(from.published, {})));
  });

  test("as HSDS tables: no difference either", async () => {
    const out = path.join(folder(), "tables");
    expect(await writeHsdsCsv(walkListings(from.published, {}), [context], out)).toBe(
      (await findListings(from.published, {})).length,
    );
    const result = read(readdirSync(out).map((name) => fileOf(name, path.join(out, name))));
    expect(result.problems.filter(({ level }) => level !== "note")).toEqual([]);
    await readTheSame(out, result);
    const there = await publishElsewhere(result);
    expect(byName(there)).toEqual(byName(await findListings(from.published, {})));
  });

  /** What is the receiver's own in a row, and so differs: its code, its checks, its dates and addresses. */
  const OWN = new Set(["code", "checked_on", "modified", "source", "listing_url", "fictional"]);
  const rowsOf = (file: string, own: ReadonlySet<string> = OWN) => {
    const [header = { cells: [] as string[] }, ...lines] = parseCsv(file).rows;
    return inOrder(
      lines.map(({ cells }) =>
        Object.fromEntries(header.cells.flatMap((name, at) => (own.has(name) ? [] : [[name, cells[at]]]))),
      ),
    );
  };
  const languages = ["en", "th"];

  test("as one row a listing, in CSV and XLSX, in one language and in several: the same rows come out of the receiver", async () => {
    for (const langs of [["en"], languages]) {
      const [main = context, ...more] = langs.map((lang) => ({ ...context, lang }));
      const csv = path.join(folder(), "all.csv");
      await writeCsv(walkListings(from.published, {}), [main, ...more], csv);
      const before = rowsOf(readFileSync(csv, "utf8"));
      expect(before.length).toBeGreaterThan(50);
      const result = read([fileOf("all.csv", csv)]);
      expect(result.problems.filter(({ level }) => level !== "note")).toEqual([]);
      expect(result.counts.services).toBe(before.length);
      if (langs === languages) {
        const there = await elsewhere(result);
        const again = path.join(folder(), "again.csv");
        await writeCsv(walkListings(there.published, {}), [main, ...more], again);
        expect(rowsOf(readFileSync(again, "utf8"))).toEqual(before);
      }
      const xlsx = path.join(folder(), "all.xlsx");
      await writeXlsx(walkListings(from.published, {}), [main, ...more], xlsx);
      const sheets = sheetFiles("all.xlsx", await readSheets(new Uint8Array(readFileSync(xlsx))));
      const fromXlsx = read(sheets);
      expect(fromXlsx.problems.filter(({ level }) => level !== "note")).toEqual([]);
      expect(fromXlsx.organizations).toEqual(result.organizations);
    }
  });

  test("as GeoJSON of one area: its features come out of the receiver again", async () => {
    async function* here(directory: { published: TestDirectory["published"] }) {
      for await (const listing of walkListings(directory.published, {}))
        if (servesArea(listing.facts.areas, "TH-50")) yield listing;
    }
    const features = (file: string) =>
      inOrder(
        (JSON.parse(readFileSync(file, "utf8")) as { features: Feature[] }).features.map(
          ({ geometry, properties }) => ({
            geometry,
            properties: Object.entries(properties).filter(([key]) => !OWN.has(key)),
          }),
        ),
      );
    interface Feature {
      readonly geometry: object | null;
      readonly properties: Readonly<Record<string, unknown>>;
    }
    const out = path.join(folder(), "all.geojson");
    const count = await writeGeojson(here(from), [context], out);
    expect(count).toBeGreaterThan(10);
    const result = read([fileOf("all.geojson", out)]);
    expect(result.problems.filter(({ level }) => level !== "note")).toEqual([]);
    const there = await elsewhere(result);
    const again = path.join(folder(), "again.geojson");
    expect(await writeGeojson(here(there), [context], again)).toBe(count);
    expect(features(again)).toEqual(features(out));
  });
});
