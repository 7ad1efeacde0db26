import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { listAreas, listTerms } from "#server/directory/directory.ts";
import { walkListings } from "#server/directory/walk-listings.ts";
import { parseCsv } from "#server/exchange/csv.ts";
import { csvLine, guarded } from "#server/domain/csv-text.ts";
import type { HsdsContext } from "#server/exchange/out/hsds/context.ts";
import { hsdsTaxonomies } from "#server/exchange/out/hsds/taxonomies.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";
import { wholeFile, wholeFolder } from "../../scripts/export/whole-file.ts";
import { writeCsv, writeGeojson, writeHsdsJson, writeXlsx } from "../../scripts/export/write-pieces.ts";
import { writeHsdsCsv } from "../../scripts/export/write-hsds-csv.ts";
import type { ExportWriter } from "../../scripts/verbs/export-data.ts";
import { unzip } from "./unzip.ts";

/** Files of published listings in five formats. */

let directory: TestDirectory;
let context: HsdsContext;
beforeAll(async () => {
  directory = await openTestDirectory({ demo: false });
  await directory.publish(
    organizationInput({
      website: "https://lantern.example/find-us",
      locations: [
        placeInput({ residential: true }),
        placeInput({
          sourceId: "office",
          name: { en: "Office" },
          lines: { en: '1 Open "Long" Road' },
          city: { en: "Chiang Mai" },
          postalCode: "50200",
          latitude: 18.79,
          longitude: 98.98,
          privacy: "public",
        }),
        placeInput({ sourceId: "half", lines: { en: "2 Half Road" }, privacy: "public", postalCode: "" }),
      ],
      services: [
        serviceInput({
          sourceId: "bed",
          name: { en: "Bed" },
          services: ["emergency-shelter"],
          locations: ["house"],
        }),
        serviceInput({
          sourceId: "office",
          name: { en: '=HYPERLINK("https://evil.example")', th: "โต๊ะ" },
          texts: { description: { en: "+1 reason, and\r\nanother; @home" } },
          contacts: [{ channel: "phone", value: "+66 00 000 0000" }],
          locations: ["office"],
        }),
        serviceInput({ sourceId: "phone", name: { en: "By phone" }, areas: ["KH-1"] }),
      ],
    }),
  );
  context = {
    lang: "en",
    site: null,
    areas: new Map((await listAreas(directory.published)).map((area) => [area.code, area])),
    taxonomies: hsdsTaxonomies(await listTerms(directory.published)),
  };
});

const newPath = (name: string) => path.join(mkdtempSync(path.join(tmpdir(), "formats-")), name);
async function written(
  write: ExportWriter,
  name: string,
  contexts: [HsdsContext, ...HsdsContext[]] = [context],
) {
  const out = newPath(name);
  expect(await write(walkListings(directory.published, {}), contexts, out)).toBe(3);
  return out;
}
const text = (file: string) => readFileSync(file, "utf8");

describe("a place that is not public", () => {
  test("is in none of the formats: no street, town, postcode, coordinates or website", async () => {
    const tables = await written(writeHsdsCsv, "tables");
    const files = {
      json: text(await written(writeHsdsJson, "a.json")),
      csv: text(await written(writeCsv, "a.csv")),
      geojson: text(await written(writeGeojson, "a.geojson")),
      xlsx: [...unzip(readFileSync(await written(writeXlsx, "a.xlsx"))).values()].join("\n"),
      tables: readdirSync(tables)
        .map((name) => text(path.join(tables, name)))
        .join("\n"),
    };
    for (const [format, content] of Object.entries(files)) {
      expect([format, content.includes("Chiang Mai")]).toEqual([format, true]);
      expect([format, /77 Canary|Canaryville|50999|18\.71|98\.91|The house/u.exec(content)?.[0]]).toEqual([
        format,
        undefined,
      ]);
    }
    expect(files.tables).not.toContain("find-us");
  });
});

describe("CSV", () => {
  test("has a byte order mark, lines ended by CR LF, and reads back to the same cells", async () => {
    const file = text(await written(writeCsv, "a.csv"));
    expect(file.startsWith("\u{FEFF}code,")).toBe(true);
    expect(file.endsWith("\r\n")).toBe(true);
    const { rows, faults } = parseCsv(file);
    expect(faults).toEqual([]);
    const [header = { cells: [] as string[] }, ...records] = rows;
    expect(records.map(({ cells }) => cells.length)).toEqual(records.map(() => header.cells.length));
    const cell = (name: string) => records.map(({ cells }) => cells[header.cells.indexOf(name)]);
    expect(cell("address")).toContain('1 Open "Long" Road');
    expect(cell("checked_on")).toEqual(["2026-11-01", "2026-11-01", "2026-11-01"]);
  });

  test("holds no cell that a spreadsheet would run", async () => {
    const { rows } = parseCsv(text(await written(writeCsv, "a.csv")));
    const cells = rows.flatMap((row) => row.cells);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
    expect(cells).toContain('\'=HYPERLINK("https://evil.example")');
    expect(cells).toContain("'+66 00 000 0000");
  });

  test("has each text in a column for every language, empty where there is none", async () => {
    const file = await written(writeCsv, "a.csv", [{ ...context, lang: "th" }, context]);
    const [header = { cells: [] as string[] }, ...records] = parseCsv(text(file)).rows;
    const at = (name: string) => records.map(({ cells }) => cells[header.cells.indexOf(name)] ?? "?").sort();
    expect(at("name_th")).toEqual(["", "", "โต๊ะ"]);
    expect(at("name_en")).toHaveLength(3);
    expect(header.cells).not.toContain("name");
  });

  test("guards and quotes cell by cell", () => {
    expect(["=1", "+1", "-1", "@a", "\tx", "a=1", "+66 1"].map((cell) => guarded(cell, "guarded"))).toEqual([
      "'=1",
      "'+1",
      "'-1",
      "'@a",
      "'\tx",
      "a=1",
      "'+66 1",
    ]);
    expect(["+66 (0) 1.2", "-1+cmd", "=1"].map((cell) => guarded(cell, "plain"))).toEqual([
      "+66 (0) 1.2",
      "'-1+cmd",
      "'=1",
    ]);
    expect(csvLine(["a", 'b"c', "d,e", "f\ng", undefined, 7, " h"])).toBe(
      'a,"b""c","d,e","f\ng",,7," h"\r\n',
    );
  });
});

describe("HSDS tables", () => {
  test("are the files that datapackage.json describes, column by column, with every reference leading somewhere", async () => {
    const folder = await written(writeHsdsCsv, "tables");
    interface Resource {
      name: string;
      path: string;
      schema: {
        fields: { name: string; constraints: { required: boolean } }[];
        foreignKeys: { fields: string; reference: { resource: string } }[];
      };
    }
    const { resources } = JSON.parse(text(path.join(folder, "datapackage.json"))) as {
      resources: Resource[];
    };
    const ids = new Map<string, Set<string>>();
    const tables = resources.map((resource) => {
      const { rows, faults } = parseCsv(text(path.join(folder, resource.path)));
      expect(faults).toEqual([]);
      const [header = { cells: [] as string[] }, ...records] = rows;
      expect(header.cells).toEqual(resource.schema.fields.map(({ name }) => name));
      const cells = records.map(
        (row) => new Map(header.cells.map((name, at) => [name, row.cells[at] ?? ""])),
      );
      const own = cells.map((row) => row.get("id") ?? "");
      expect(new Set(own).size).toBe(own.length);
      ids.set(resource.name, new Set(own));
      return { resource, cells };
    });
    expect(readdirSync(folder).sort()).toEqual(
      [...resources.map((item) => item.path), "datapackage.json"].sort(),
    );
    for (const { resource, cells } of tables) {
      for (const { name, constraints } of resource.schema.fields)
        if (constraints.required) expect(cells.filter((row) => row.get(name) === "")).toEqual([]);
      for (const { fields, reference } of resource.schema.foreignKeys) {
        const lost = cells
          .map((row) => row.get(fields))
          .filter((id) => id !== "" && !ids.get(reference.resource)?.has(id ?? ""));
        expect([resource.name, fields, lost]).toEqual([resource.name, fields, []]);
      }
    }
    expect(ids.get("service")?.size).toBe(3);
    expect(ids.get("address")?.size).toBe(1);
  });
});

describe("GeoJSON", () => {
  test("puts public places with coordinates on the map, longitude first, and nothing else", async () => {
    interface Feature {
      geometry: { coordinates: number[] } | null;
      properties: { name: string; place_privacy: string | null; area_codes: string[] };
    }
    const { type, features } = JSON.parse(text(await written(writeGeojson, "a.geojson"))) as {
      type: string;
      features: Feature[];
    };
    expect(type).toBe("FeatureCollection");
    expect(
      features.map(({ geometry, properties }) => [properties.place_privacy, geometry?.coordinates]).sort(),
    ).toEqual(
      [
        [null, undefined],
        ["public", [98.98, 18.79]],
        ["withheld", undefined],
      ].sort(),
    );
    expect(features.every(({ properties }) => properties.area_codes.length > 0)).toBe(true);
  });
});

describe("XLSX", () => {
  test("holds a row a listing, as text: a formula stays a text", async () => {
    const files = unzip(readFileSync(await written(writeXlsx, "a.xlsx")));
    const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet.match(/<row /gu)?.length).toBe(4);
    expect(sheet).not.toContain("<f>");
    expect([...files.values()].join("")).toContain("=HYPERLINK(");
  });
});

describe("a run that is stopped", () => {
  test("leaves the earlier file as it was, and nothing half-done", async () => {
    const out = newPath("a.json");
    await wholeFile(out, (file) => file.write("before"));
    const stopped = wholeFile(out, async (file) => {
      await file.write("x".repeat(100_000));
      throw new Error("stopped");
    });
    await expect(stopped).rejects.toThrow("stopped");
    expect(text(out)).toBe("before");
    expect(readdirSync(path.dirname(out))).toEqual(["a.json"]);
  });

  test("leaves no folder, and a folder that holds something is never written into", async () => {
    const out = newPath("tables");
    await expect(wholeFolder(out, () => Promise.reject(new Error("stopped")))).rejects.toThrow("stopped");
    expect(existsSync(out)).toBe(false);
    await expect(wholeFolder(path.dirname(path.dirname(out)), () => Promise.resolve())).rejects.toThrow(
      "not empty",
    );
  });
});
