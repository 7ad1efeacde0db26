import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Mapping } from "#server/contract/mapping.ts";
import { suggestMapping } from "#server/exchange/mapping/suggest.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import type { SourceFile } from "#server/exchange/read-result.ts";
import { hasShared, sharedFiles } from "./shared-files.ts";
import { SQUARES } from "./test-areas.ts";

const file = (name: string, text: string): SourceFile => ({ name, bytes: new TextEncoder().encode(text) });
const saved = (name: string): Mapping =>
  v.parse(Mapping, JSON.parse(readFileSync(new URL(`./mappings/${name}.json`, import.meta.url), "utf8")));
const read = (files: readonly SourceFile[], mapping: Mapping | undefined) =>
  readRecords(files, { format: "auto", areas: SQUARES, mapping });

describe("a mapping of columns", () => {
  it("is worked out from headers of one flat table, and the table is read with it", () => {
    const files = [
      file(
        "partners.csv",
        'Organisation;Service;Address;Phone;Languages;Staff contact\nLantern House;Advice;1 Bridge Road;053 111 222;"Thai|Burmese";Jo\n',
      ),
    ];
    const mapping = suggestMapping(files, "partners");
    expect(mapping?.tables[0]?.columns).toEqual({
      Organisation: "organization.name",
      Service: "service.name",
      Address: "location.address_1",
      Phone: "service.phone",
      Languages: "service.language",
      "Staff contact": "private",
    });
    const { organizations, problems } = read(files, mapping);
    expect(problems.filter(({ level }) => level === "error")).toEqual([]);
    expect(organizations[0]).toMatchObject({
      name: { en: "Lantern House" },
      services: [
        {
          name: { en: "Advice" },
          contacts: [{ channel: "phone", value: "053 111 222" }],
          languages: [{ code: "th" }, { code: "my" }],
          privateNote: expect.stringContaining("Staff contact: Jo"),
        },
      ],
      locations: [{ lines: { en: "1 Bridge Road" } }],
    });
  });

  it("without one, headers that are not known refuse the import", () => {
    const { problems } = read([file("partners.csv", "Organisation,Service\nA,B\n")], undefined);
    expect(problems[0]).toMatchObject({ level: "error", code: "headers", file: "partners.csv", row: 1 });
  });

  it("names files and columns that are not there, lines that point nowhere, and says what it leaves out", () => {
    const mapping: Mapping = v.parse(Mapping, {
      version: 1,
      source: "x",
      tables: [
        { file: "gone.csv", columns: {} },
        {
          file: "a.csv",
          columns: { id: "service.id", org: "organization.id", title: "service.name", lost: "service.url" },
        },
      ],
    });
    const { problems } = read(
      [file("a.csv", "id,org,title,colour\n1,9,Help,red\n2,9\n"), file("b.csv", "x\n1\n")],
      mapping,
    );
    const told = problems.map(({ level, code, file: name, row, column }) =>
      [level, code, name, row, column].filter((part) => part !== undefined).join(" "),
    );
    expect(told).toEqual([
      "note file-ignored b.csv",
      "error mapping gone.csv",
      "error mapping a.csv 1 lost",
      "note column-unknown a.csv 1 colour",
      "error cell-count a.csv 3",
      "error missing-parent a.csv 2 org",
    ]);
  });

  it("refuses targets that are none, naming the place", () => {
    const wrong = { version: 1, source: "x", tables: [{ file: "a.csv", columns: { A: "service.secret" } }] };
    const result = v.safeParse(Mapping, wrong);
    expect(result.issues?.[0].path?.map(({ key }) => key)).toEqual(["tables", 0, "columns", "A"]);
  });
});

describe.skipIf(!hasShared("florida-legal-aid-2019"))("florida-legal-aid-2019", () => {
  const files = hasShared("florida-legal-aid-2019") ? sharedFiles("florida-legal-aid-2019") : [];

  it("is suggested a mapping with every table, id and name in it", () => {
    const mapping = suggestMapping(files, "florida");
    const targets = (name: string) =>
      Object.values(mapping?.tables.find((item) => item.file === name)?.columns ?? {});
    expect(targets("organizations.csv")).toContain("organization.id");
    expect(targets("services.csv")).toEqual(
      expect.arrayContaining([
        "service.id",
        "service.name",
        "organization.id",
        "service.term",
        "service.area",
      ]),
    );
    expect(targets("locations.csv")).toEqual(expect.arrayContaining(["location.id", "location.address_1"]));
  });

  it("comes in whole by its saved mapping: 20 organizations, 135 services, 378 places", () => {
    const { counts, organizations, problems } = read(files, saved("florida-legal-aid-2019"));
    expect(counts).toMatchObject({ organizations: 20, services: 135, locations: 378 });
    expect(counts.problems.error).toBe(0);
    // 245 addresses are “State: FL”; ages of 200 and 999 years and a text in the column of addresses are held.
    expect(counts.codes).toMatchObject({ "address-only-area": 245, age: 22, "email-text": 1 });
    expect(problems).toContainEqual(
      expect.objectContaining({ code: "email-text", file: "services.csv", row: 65, column: "service_email" }),
    );
    const places = organizations.flatMap(({ locations }) => locations);
    expect(places.some(({ privacy }) => privacy === "public")).toBe(false);
    expect(places.flatMap(({ contacts }) => contacts).some(({ value }) => value === "954-765-8950")).toBe(
      true,
    );
  });
});

describe.skipIf(!hasShared("nyc-contracts-2021"))("nyc-contracts-2021", () => {
  const files = hasShared("nyc-contracts-2021") ? sharedFiles("nyc-contracts-2021") : [];

  it("is suggested a mapping that joins programs and contracts to sites", () => {
    const mapping = suggestMapping(files, "nyc");
    expect(mapping?.dates).toBe("month-first");
    const sites = mapping?.tables.find((item) => item.file === "sites.csv");
    expect(sites?.joins.map((join) => [join.file, join.column])).toEqual([
      ["contracts.csv", "contract_id"],
      ["programs.csv", "program_id"],
    ]);
    expect(mapping?.tables.map((item) => item.file)).toEqual(["providers.csv", "sites.csv"]);
  });

  it("comes in whole by its saved mapping: 5,635 sites of 1,809 providers", { timeout: 60_000 }, () => {
    const { counts, organizations } = read(files, saved("nyc-contracts-2021"));
    expect(counts).toMatchObject({ organizations: 1809, services: 5635 });
    expect(counts.problems.error).toBe(0);
    // The report counts what the notes on the data count: no fixed address, contracts that ended.
    expect(counts.codes).toMatchObject({ ended: 5635 });
    const services = organizations.flatMap((organization) => organization.services);
    expect(services.filter(({ answers }) => answers["entry-route"]?.["walk-in"] === "yes")).toHaveLength(371);
    expect(services.every(({ validTo }) => validTo !== undefined)).toBe(true);
    expect(
      organizations.flatMap(({ locations }) => locations).some(({ privacy }) => privacy === "public"),
    ).toBe(false);
  });
});
