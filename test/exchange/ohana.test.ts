import { describe, expect, it } from "vitest";
import { leaveOutErrors } from "#server/exchange/leave-out-errors.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import type { ReadOptions, ReadResult, SourceFile } from "#server/exchange/read-result.ts";
import { hasShared, sharedFiles } from "./shared-files.ts";
import { realAreas, SQUARES } from "./test-areas.ts";

/** The smallest set of Open Referral 1.0 tables that is whole; each test changes one. Written for these tests. */
const BASE: Record<string, string> = {
  organizations: "id,name,description,date_incorporated,website\n1,River House,Help for people on the move,,",
  locations:
    'id,organization_id,name,latitude,longitude,languages,virtual\n1,1,Front office,13,101,"Thai, Burmese",false',
  addresses:
    "id,location_id,address_1,address_2,city,state_province,postal_code,country\n1,1,1 Quay Road,,Port Town,,10000,XA",
  contacts: "id,location_id,organization_id,service_id,name,title,email,department\n",
  phones:
    "id,contact_id,location_id,organization_id,service_id,number,number_type,department,extension\n1,,1,,,02 123 4567,voice,,",
  services:
    "id,location_id,name,status,description,keywords,fees,email,taxonomy_ids,application_process\n1,1,Meals,active,Hot meals,Food Pantry,None.,,,Walk in",
  regular_schedules: "id,location_id,service_id,weekday,opens_at,closes_at\n1,1,,Monday,9am,5:00 PM",
  holiday_schedules: "id,location_id,service_id,start_date,end_date,closed,opens_at,closes_at\n",
  taxonomy: "taxonomy_id,name,parent_id,parent_name\n1,Food,,\n",
};

function read(changes: Record<string, string> = {}, options: Partial<ReadOptions> = {}): ReadResult {
  const files: SourceFile[] = Object.entries({ ...BASE, ...changes }).map(([name, text]) => ({
    name: `${name}.csv`,
    bytes: new TextEncoder().encode(text),
  }));
  return readRecords(files, { format: "auto", areas: SQUARES, defaultScope: "general", ...options });
}
/** The base table with another line. */
const plus = (table: string, line: string): Record<string, string> => ({
  [table]: `${BASE[table]?.trimEnd() ?? ""}\n${line}`,
});
const first = (result: ReadResult) => {
  const [organization] = result.organizations;
  const [location] = organization?.locations ?? [];
  const [service] = organization?.services ?? [];
  if (!organization || !location || !service) throw new Error("no records");
  return { organization, location, service };
};

/** The services with one more column. */
const withColumn = (column: string, value: string) => ({
  services: (BASE["services"] ?? "")
    .split("\n")
    .map((line, at) => `${line},${at === 0 ? column : value}`)
    .join("\n"),
});

describe("a whole set of Open Referral 1.0 tables", () => {
  it("becomes records without errors, and nothing in it is held", () => {
    const result = read();
    expect(result.problems.filter((problem) => problem.level !== "note")).toEqual([]);
    const { service, location } = first(result);
    expect(service).toMatchObject({
      name: { en: "Meals" },
      services: ["food-support"],
      scope: "general",
      costs: [{ option: "free" }],
      languages: [
        { code: "th", mode: "direct" },
        { code: "my", mode: "direct" },
      ],
      held: [],
    });
    expect(location).toMatchObject({
      area: "XA-1",
      latitude: 13,
      schedules: [{ days: ["MO"], opensAt: "09:00", closesAt: "17:00" }],
    });
    expect(location.contacts).toMatchObject([{ channel: "phone", value: "02 123 4567", audience: "public" }]);
  });

  it("never makes an address public unless a person says so for the whole import", () => {
    expect(first(read()).location.privacy).toBeUndefined();
    expect(first(read({}, { addresses: "public" })).location.privacy).toBe("public");
  });

  it("is held without a scope when none is given", () => {
    const { service } = first(read({}, { defaultScope: undefined }));
    expect(service.scope).toBeUndefined();
    expect(service.held).toHaveLength(1);
  });

  it("keeps two sources with the same numbers apart by the name of the source", () => {
    const other = read({ organizations: (BASE["organizations"] ?? "").replace("River House", "Hill House") });
    expect(other.source).not.toBe(read().source);
    expect(read({}, { source: "ours" }).source).toBe("ours");
  });
});

describe("an import is refused, with file, row and column, when", () => {
  it.each([
    [
      "a number belongs to nothing",
      plus("phones", "2,,,,,02 123 4568,voice,,"),
      "phones.csv",
      3,
      undefined,
      "missing-parent",
    ],
    [
      "a number's parent is not there",
      plus("phones", "2,,9,,,02 123 4568,voice,,"),
      "phones.csv",
      3,
      "location_id",
      "missing-parent",
    ],
    [
      "a location's organization is not there",
      plus("locations", "2,9,Annex,,,,false"),
      "locations.csv",
      3,
      "organization_id",
      "missing-parent",
    ],
    [
      "a service's location is not there",
      plus("services", "2,9,Beds,active,,,,,,"),
      "services.csv",
      3,
      "location_id",
      "missing-parent",
    ],
    [
      "a service's term is not there",
      plus("services", "2,1,Beds,active,,,,,77,"),
      "services.csv",
      3,
      "taxonomy_ids",
      "missing-parent",
    ],
    [
      "a term's parent is not there",
      plus("taxonomy", "2,Bread,9,"),
      "taxonomy.csv",
      3,
      "parent_id",
      "missing-parent",
    ],
    [
      "an address has no city",
      plus("addresses", "2,1,2 Quay Road,,,,,XA"),
      "addresses.csv",
      3,
      "city",
      "missing-value",
    ],
    [
      "an organization has no name",
      plus("organizations", "2,,Nameless,,"),
      "organizations.csv",
      3,
      "name",
      "missing-value",
    ],
    [
      "a contact has no name",
      plus("contacts", "1,1,,,,Manager,,"),
      "contacts.csv",
      2,
      "name",
      "missing-value",
    ],
    [
      "a number has no type",
      plus("phones", "2,,1,,,02 123 4568,,,"),
      "phones.csv",
      3,
      "number_type",
      "missing-value",
    ],
    [
      "a holiday does not say whether it is closed",
      plus("holiday_schedules", "1,1,,12/24/2014,12/24/2014,,,"),
      "holiday_schedules.csv",
      2,
      "closed",
      "missing-value",
    ],
    [
      "an open holiday has no times",
      plus("holiday_schedules", "1,1,,12/24/2014,12/24/2014,false,,"),
      "holiday_schedules.csv",
      2,
      "opens_at",
      "missing-value",
    ],
    [
      "a date is in no calendar",
      plus("holiday_schedules", "1,1,,12/24/2014,13/27/2014,true,,"),
      "holiday_schedules.csv",
      2,
      "end_date",
      "date",
    ],
    [
      "a day is no day of the week",
      plus("regular_schedules", "2,1,,Caturday,9am,5pm"),
      "regular_schedules.csv",
      3,
      "weekday",
      "weekday",
    ],
    [
      "a line has too many cells",
      plus("taxonomy", "2,Bread,1,Food,more"),
      "taxonomy.csv",
      3,
      undefined,
      "cell-count",
    ],
    [
      "a header lacks a column",
      { phones: "id,number\n1,02 123 4567" },
      "phones.csv",
      1,
      "number_type",
      "headers",
    ],
    ["a table is not known", { sheet1: "foo,bar\n1,2" }, "sheet1.csv", 1, undefined, "headers"],
  ])("%s", (_case, changes, file, row, column, code) => {
    const result = read(changes);
    expect(result.problems.filter((problem) => problem.level === "error")).toContainEqual(
      expect.objectContaining({ file, row, code, ...(column === undefined ? {} : { column }) }),
    );
  });

  it("and what is left without the broken rows can be taken when a person says so", () => {
    const result = read(plus("services", "2,9,Beds,active,,,,,,"));
    expect(leaveOutErrors(result)[0]?.services.map((service) => service.name["en"])).toEqual(["Meals"]);
  });
});

describe("a record is held, with the value in its private note, when", () => {
  it.each([
    [
      "a cell holds two numbers",
      plus("phones", "2,,1,,,02 123 4568 / 02 123 4569,voice,,"),
      "number-several",
      "02 123 4568 / 02 123 4569",
    ],
    [
      "a number holds words",
      plus("phones", "2,,1,,,ask at the desk,voice,,"),
      "number-text",
      "ask at the desk",
    ],
    [
      "a number has digits of another script",
      plus("phones", "2,,1,,,๐๒๑๒๓๔๕๖๗,voice,,"),
      "number-local-digits",
      "๐๒๑๒๓๔๕๖๗",
    ],
    [
      "latitude and longitude are swapped",
      { locations: (BASE["locations"] ?? "").replace("13,101", "101,13") },
      "point-swapped",
      "101, 13",
    ],
    [
      "a holiday's year has two digits",
      plus("holiday_schedules", "1,1,,12/24/2014,12/24/15,true,,"),
      "date-two-digit-year",
      "12/24/15",
    ],
    [
      "hours end before they begin",
      plus("regular_schedules", "2,1,,Tuesday,9am,03:00"),
      "time-range",
      "9am 03:00",
    ],
    [
      "a time contradicts itself",
      plus("regular_schedules", "2,1,,Tuesday,13:00am,5pm"),
      "time-unclear",
      "13:00am 5pm",
    ],
  ])("%s", (_case, changes, code, value) => {
    const result = read(changes);
    expect(result.counts.problems.error).toBe(0);
    expect(result.counts.codes[code]).toBe(1);
    const { service, location } = first(result);
    expect(service.held).toHaveLength(1);
    expect(location.privateNote).toContain(value);
  });

  it("its address is confidential, though it has coordinates", () => {
    const result = read(
      { addresses: (BASE["addresses"] ?? "").replace("1 Quay Road", "CONFIDENTIAL") },
      { addresses: "public" },
    );
    const { service, location } = first(result);
    expect(location).toMatchObject({ privacy: "withheld", latitude: 13 });
    expect(service.held).toHaveLength(1);
  });

  it("the source marks it as not for referral, private or inactive, under whatever name", () => {
    expect(first(read(withColumn("Do Not Refer", "Y"))).service).toMatchObject({
      doNotRefer: true,
      held: [expect.any(String)],
    });
    expect(first(read(withColumn("exclude_from_website", "true"))).service.held).toHaveLength(1);
    expect(first(read(withColumn("is_active", "no"))).service).toMatchObject({
      status: "inactive",
      held: [expect.any(String)],
    });
    expect(first(read(withColumn("exclude_from_website", ""))).service.held).toEqual([]);
  });

  it("an id stands twice in one file", () => {
    const result = read(plus("services", "1,1,Beds,active,,Homeless Shelter,,,,"));
    const services = result.organizations[0]?.services ?? [];
    expect(new Set(services.map((service) => service.sourceId)).size).toBe(2);
    expect(services.every((service) => service.held.length > 0)).toBe(true);
  });
});

describe("staff stay private", () => {
  it("names, titles and addresses of persons are in private notes and internal contacts alone", () => {
    const result = read({
      ...plus("contacts", "1,1,,,Ann Lee,Manager,ann.lee@example.org,Intake"),
      ...plus("phones", "2,1,,,,02 765 4321,voice,,"),
    });
    const { location } = first(result);
    expect(location.privateNote).toContain("Ann Lee");
    expect(
      location.contacts.filter((contact) => contact.audience === "internal").map((contact) => contact.value),
    ).toEqual(["02 765 4321", "ann.lee@example.org"]);
    expect(publicText(result)).not.toMatch(/Ann Lee|ann\.lee|765 4321/u);
  });

  it("a text with an e-mail address in it goes to the private note, and is reported", () => {
    const result = read({ services: (BASE["services"] ?? "").replace("Walk in", "Write to bo@example.org") });
    const { service } = first(result);
    expect(service.texts.applicationProcess).toBeUndefined();
    expect(service.privateNote).toContain("bo@example.org");
    expect(result.problems).toContainEqual(
      expect.objectContaining({
        level: "note",
        code: "staff-in-text",
        file: "services.csv",
        row: 2,
        column: "application_process",
      }),
    );
  });
});

/** Everything in the records that is not a private note or an internal contact. */
export function publicText(result: ReadResult): string {
  return JSON.stringify(result.organizations, (key, value: unknown) => {
    if (key === "privateNote" || key === "held") return undefined;
    if (key === "contacts" && Array.isArray(value)) {
      return value.filter((contact: { audience?: string }) => contact.audience !== "internal");
    }
    return value;
  });
}

describe.skipIf(!hasShared("ohana-smc-sample"))("the San Mateo sample", () => {
  const files = hasShared("ohana-smc-sample") ? sharedFiles("ohana-smc-sample") : [];
  const options: ReadOptions = { format: "auto", areas: realAreas(), country: "US" };
  const result = readRecords(files, options);

  it("comes in whole from its folder, and the folder of broken files beside it is left alone", () => {
    expect(result.counts).toMatchObject({
      organizations: 8,
      locations: 22,
      services: 23,
      problems: { error: 0 },
    });
    expect(result.counts.areas.country).toBe(22);
    const aside = result.problems.filter((problem) => problem.file.startsWith("broken/"));
    expect(aside).toMatchObject([{ level: "note", code: "file-ignored" }]);
    expect(aside[0]?.message).toContain("51 other tables");
  });

  it("is held for its scope, and for holidays whose dates cannot be right", () => {
    expect(result.counts.held).toBe(23);
    expect(result.counts.codes).toMatchObject({
      "scope-unknown": 23,
      "date-year": 3,
      "date-two-digit-year": 1,
      "time-range": 1,
    });
    expect(result.problems).toContainEqual(
      expect.objectContaining({
        code: "date-two-digit-year",
        file: "sample-csv/holiday_schedules.csv",
        row: 3,
        column: "end_date",
      }),
    );
  });

  it("names no person outside private notes and internal contacts", () => {
    const people = new TextDecoder()
      .decode(files.find((file) => file.name === "sample-csv/contacts.csv")?.bytes)
      .split("\n")
      .slice(1)
      .flatMap((line) => /,,"?([A-Z][a-z]+ [A-Z][A-Za-z-]+)/u.exec(line)?.[1] ?? []);
    expect(people.length).toBeGreaterThan(20);
    const open = publicText(result);
    for (const person of [...people, "foobar.org", "ohana@gmail.com", "suzanne@example.com"])
      expect(open).not.toContain(person);
  });

  it("reads to the same records a second time", () => {
    expect(JSON.stringify(readRecords(files.toReversed(), options))).toBe(JSON.stringify(result));
  });
});
