import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { organization, organizationAffiliation } from "#db/schema/catalogue/index.ts";
import type { Affiliation } from "#server/contract/affiliation.ts";
import type { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import { saveListing } from "#server/curation/save-listing.ts";
import { writeRecords } from "#server/curation/write-records.ts";
import { listAreas, listTerms } from "#server/directory/directory.ts";
import { walkListings } from "#server/directory/walk-listings.ts";
import { hsdsTaxonomies } from "#server/exchange/out/hsds/taxonomies.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import { loadAreaFinder } from "#server/node/area-finder.ts";
import { readSettings, writeSettings } from "#server/publication/settings.ts";
import { writeHsdsCsv } from "../../scripts/export/write-hsds-csv.ts";
import { writeHsdsJson } from "../../scripts/export/write-pieces.ts";
import { readStream } from "../../scripts/import-stream/read-stream.ts";
import { areas, memoryDirectory } from "../records/memory.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";

/** What an organisation belongs to or keeps goes out by name, and comes in by name where the receiver has it too. */

const affiliation = (code: string, kind: Affiliation["kind"], name: string): Affiliation => ({
  code,
  kind,
  name,
  url: null,
  focalPoint: "Duty officer, 053 111 222",
});
const network = affiliation("north", "network", "Northern referral network");
const conduct = affiliation("conduct", "code-of-conduct", "Code of conduct 2024");

async function directoryWith(affiliations: readonly Affiliation[]) {
  const directory = await memoryDirectory();
  const settings = await readSettings(directory.catalogue);
  await writeSettings(directory.catalogue, { ...settings, affiliations: [...affiliations] });
  const codes = async () =>
    (await directory.catalogue.select().from(organizationAffiliation)).map(({ code }) => code).sort();
  return { ...directory, codes };
}

/** The same export as one JSON file and as tables. */
let json: string;
let tables: string;
beforeAll(async () => {
  const from = await directoryWith([network, conduct]);
  await from.publish(
    organizationInput({
      services: [serviceInput(), serviceInput({ sourceId: "second", name: { en: "Second desk" } })],
      affiliations: [
        { kind: "network", name: network.name },
        { kind: "code-of-conduct", name: conduct.name },
      ],
    }),
  );
  const context = {
    lang: "en",
    site: "https://directory.example",
    areas: new Map((await listAreas(from.published)).map((area) => [area.code, area])),
    taxonomies: hsdsTaxonomies(await listTerms(from.published)),
  };
  const folder = mkdtempSync(path.join(tmpdir(), "affiliations-"));
  json = path.join(folder, "all.json");
  tables = path.join(folder, "tables");
  await writeHsdsJson(walkListings(from.published, {}), [context], json);
  await writeHsdsCsv(walkListings(from.published, {}), [context], tables);
});

function read(files: readonly string[]): readonly OrganizationRecord[] {
  const result = readRecords(
    files.map((file) => ({ name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) })),
    { format: "auto", areas: loadAreaFinder(areas) },
  );
  expect(result.problems.filter(({ level }) => level !== "note")).toEqual([]);
  return result.organizations;
}

test("are read from HSDS by kind and name, as one file, as tables and as a stream, without whom to turn to", async () => {
  const named = [
    { kind: "network", name: network.name },
    { kind: "code-of-conduct", name: conduct.name },
  ];
  const ways = [read([json]), read(readdirSync(tables).map((name) => path.join(tables, name)))];
  for (const source of [json, tables]) {
    const stream = await readStream(
      source,
      { format: "auto", areas: loadAreaFinder(areas) },
      () => undefined,
    );
    const streamed: OrganizationRecord[] = [];
    for await (const record of stream.records(false)) streamed.push(record);
    await stream.close();
    ways.push(streamed);
  }
  for (const [record] of ways) {
    expect(record?.affiliations).toEqual(expect.arrayContaining(named));
    expect(record?.affiliations).toHaveLength(named.length);
    expect(JSON.stringify(record)).not.toContain("Duty officer");
  }
});

test("get the receiver’s own codes; a name that its settings lack is kept in the private note, once", async () => {
  const to = await directoryWith([{ ...network, code: "theirs", name: "northern referral NETWORK" }]);
  const organizations = read([json]);
  const take = (records: readonly OrganizationRecord[]) =>
    writeRecords(to.context, "peer", records, { origin: "import" });
  await take(organizations);
  expect(await to.codes()).toEqual(["theirs"]);
  // A second run changes nothing; a change of something else does not write the note again.
  expect((await take(organizations)).organizations).toMatchObject({ unchanged: 1, changed: 0 });
  await take(organizations.map((one) => ({ ...one, website: "https://lantern.example/" })));
  const [row] = await to.catalogue.select().from(organization);
  expect(row?.privateNote?.match(/code-of-conduct: Code of conduct 2024/gu)).toHaveLength(1);
  expect(row?.privateNote).not.toContain("Northern");
});

test("follow their source until a person of the office has chosen; then the person’s word stands", async () => {
  const to = await directoryWith([network, conduct]);
  const organizations = read([json]);
  const take = (affiliations: OrganizationRecord["affiliations"]) =>
    writeRecords(
      to.context,
      "peer",
      organizations.map((one) => ({ ...one, affiliations })),
      { origin: "import" },
    );
  const { written } = await take([{ kind: "network", name: network.name }]);
  expect(await to.codes()).toEqual(["north"]);
  await take([{ kind: "code-of-conduct", name: conduct.name }]);
  expect(await to.codes()).toEqual(["conduct"]);
  await saveListing(to.context, written[0] ?? "", {
    base: 1,
    changes: { "organization:affiliations": [] },
  });
  await take([{ kind: "network", name: network.name }]);
  expect(await to.codes()).toEqual([]);
});
