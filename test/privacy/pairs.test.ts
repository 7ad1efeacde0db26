import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import * as fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import { openClient } from "#db/client.ts";
import { replaceContent } from "#db/copy.ts";
import { location } from "#db/schema/catalogue/index.ts";
import { bundlePart, gonePart, listing } from "#db/schema/published/index.ts";
import { makeEdition } from "#server/edition/make-edition.ts";
import { openStores } from "#server/node/stores.ts";
import { wantedPublic, wish } from "#server/publication/wishes.ts";
import { readSource } from "../../scripts/print/read-source.ts";
import { exportVerb } from "../../scripts/verbs/export.ts";
import { PLAIN } from "../edition/demo-source.ts";
import { unzip } from "../exchange-out/unzip.ts";
import { runs } from "../fuzz/arbitraries.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";
import { type TestDirectory, openTestDirectory } from "../_setup.ts";
import { TODAY } from "../records/memory.ts";
import { answers, ONE, OTHER, type Private, publish, rows } from "./pairs.ts";

const folder = mkdtempSync(join(tmpdir(), "pairs-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const LANGUAGES = ["en", "th"];

/** Whatever a catalogue may hold that is nobody's business. */
const aPrivate = fc
  .record({
    word: fc.stringMatching(/^zq[a-z]{6,12}$/u),
    latitude: fc.double({ min: 5, max: 20, noNaN: true }),
    longitude: fc.double({ min: 97, max: 106, noNaN: true }),
    postalCode: fc.stringMatching(/^[1-9]\d{4}$/u),
    withheldArea: fc.constantFrom("TH-50", "TH-57", "TH-10", "KH-1"),
    drafts: fc.subarray(["held", "ended", "no-scope", "bad"]),
    opens: fc.constantFrom("06:00", "08:15", "13:30"),
  })
  .map(({ word, latitude, longitude, drafts, ...rest }): Private => ({
    ...rest,
    word,
    point: [Math.round(latitude * 1e5) / 1e5, Math.round(longitude * 1e5) / 1e5],
    checkedBy: `${word} by night`,
    drafts: drafts.map((kind) =>
      serviceInput({
        sourceId: kind,
        name: { en: `${word} ${kind}` },
        ...(kind === "held" ? { held: [`${word} is doubtful`] } : {}),
        ...(kind === "ended" ? { validTo: "2026-01-31" } : {}),
        ...(kind === "no-scope" ? { scope: undefined } : {}),
        ...(kind === "bad" ? { doNotRefer: true, areas: ["KH-1"] } : {}),
      }),
    ),
  }));

/** Every export and printed form of a directory, as bytes by path. */
async function files(directory: TestDirectory): Promise<Readonly<Record<string, string>>> {
  const own = mkdtempSync(join(folder, "one-"));
  const env = { DATA_DIR: join(own, "data") };
  await openStores(env);
  const to = openClient({ url: `file:${join(own, "data", "published.db")}` });
  await replaceContent(
    (directory.published as unknown as { $client: Parameters<typeof replaceContent>[0] }).$client,
    to,
  );
  to.close();
  const quiet = vi.spyOn(console, "log").mockImplementation(() => undefined);
  try {
    for (const format of ["hsds-json", "hsds-csv", "csv", "geojson", "xlsx"])
      await exportVerb.run([format, "--out", join(own, "out", format), "--lang", "en,th"], env);
  } finally {
    quiet.mockRestore();
  }
  const found: Record<string, string> = {};
  const walk = (path: string): void => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) walk(join(path, name));
    else if (path.endsWith("xlsx"))
      // Inside it the time of making stands beside each file: its content is compared.
      for (const [name, text] of unzip(readFileSync(path)))
        found[`${path.slice(own.length)}/${name}`] = Buffer.from(
          text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, "now"),
        ).toString("base64");
    else found[path.slice(own.length)] = readFileSync(path).toString("base64");
  };
  walk(join(own, "out"));
  for (const form of ["booklet", "sheet", "cards", "poster", "worksheet"] as const) {
    const source = await readSource(directory.published, { ...PLAIN, form }, {
      area: ["TH-50"],
      lang: "en,th",
      site: "https://help.example.org",
      date: TODAY,
    } as Parameters<typeof readSource>[2]);
    // A PDF, a Word file and a page of HTML are made from this and from nothing else.
    found[form] = JSON.stringify(await makeEdition(source));
  }
  return found;
}

/** How often each question to the published store is asked while every route is asked once. */
async function reads(directory: TestDirectory): Promise<readonly string[]> {
  const client = (
    directory.published as unknown as { $client: { execute(query: unknown): Promise<unknown> } }
  ).$client;
  const asked: string[] = [];
  const execute = client.execute.bind(client);
  client.execute = (query) => {
    asked.push(typeof query === "string" ? query : String((query as { sql?: string }).sql));
    return execute(query);
  };
  try {
    await answers(directory);
    return asked;
  } finally {
    client.execute = execute;
  }
}

describe("two catalogues that differ in private fields alone", () => {
  const expectSame = async (one: TestDirectory, other: TestDirectory) => {
    expect(await rows(one)).toEqual(await rows(other));
    expect(await files(one)).toEqual(await files(other));
    const asked = await reads(one);
    expect(asked.length).toBeGreaterThan(100);
    expect(await reads(other)).toEqual(asked);
  };

  test("have the same rows, files of every format, prints and number of database reads", async () => {
    await expectSame(await publish(ONE, LANGUAGES), await publish(OTHER, LANGUAGES));
  });

  // With `npm run soak`: whatever the private fields hold.
  test.skipIf(process.env["SOAK"] === undefined)("whatever the private fields hold", async () => {
    await fc.assert(
      fc.asyncProperty(aPrivate, aPrivate, async (a, b) => {
        const [one, other] = [await publish(a, LANGUAGES), await publish(b, LANGUAGES)];
        await expectSame(one, other);
        expect(await answers(one)).toEqual(await answers(other));
      }),
      { numRuns: runs(1), endOnFailure: true },
    );
  });
});

describe("a place that becomes withheld", () => {
  test("is in no public output of any later version: no row, part, answer, file, print or name of what is gone", async () => {
    const secret = "zqcanary";
    const directory = await openTestDirectory({ demo: false });
    await directory.publish(
      organizationInput({
        locations: [
          placeInput({
            privacy: "public",
            lines: { en: `7 ${secret} road` },
            city: { en: `${secret} town` },
            name: { en: `${secret} house` },
            postalCode: "50987",
            latitude: 18.71234,
            longitude: 98.91234,
          }),
        ],
        services: [
          serviceInput({ locations: ["house"] }),
          serviceInput({ sourceId: "b", name: { en: "Other" } }),
        ],
      }),
    );
    const everything = async () => {
      const parts = (await directory.published.select().from(bundlePart)).map(({ gzip }) =>
        gunzipSync(gzip).toString(),
      );
      const store = JSON.stringify([
        await directory.published.select().from(listing),
        await directory.published.select().from(gonePart),
        (await rows(directory)).document,
      ]);
      const out = Object.entries(await files(directory)).map(([path, bytes]) =>
        path.startsWith("/") ? Buffer.from(bytes, "base64").toString("latin1") : bytes,
      );
      return [...parts, store, ...(await answers(directory)), ...out].join("\n");
    };
    const before = await everything();
    for (const trace of [secret, "50987", "18.71234"])
      expect([trace, before.includes(trace)]).toEqual([trace, true]);

    await directory.catalogue.update(location).set({ privacy: "withheld" });
    await wish(directory.catalogue, await wantedPublic(directory.catalogue), "public");
    await directory.apply();
    // Later versions, too: with something else changed, and after a full rebuild.
    for (const later of [() => directory.apply(), () => directory.apply(true)]) {
      await later();
      const after = await everything();
      for (const trace of [secret, "50987", "18.71234", "98.91234"])
        expect([trace, after.includes(trace)]).toEqual([trace, false]);
    }
  });
});
