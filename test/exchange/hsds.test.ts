import { describe, expect, it } from "vitest";
import taxonomy from "#db/seed/taxonomy.json" with { type: "json" };
import { fatalErrors } from "#server/exchange/leave-out-errors.ts";
import { ACTIVITY_SERVICES, INDICATOR_SERVICES } from "#server/exchange/jordan/service-codes.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import type { ReadOptions, ReadResult, SourceFile } from "#server/exchange/read-result.ts";
import { TERM_SERVICES } from "#server/exchange/service-terms.ts";
import { hasShared, sharedFiles } from "./shared-files.ts";
import { SQUARES } from "./test-areas.ts";

const file = (name: string, content: unknown): SourceFile => ({
  name,
  bytes: new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content)),
});
const read = (files: SourceFile[], options: Partial<ReadOptions> = {}): ReadResult =>
  readRecords(files, { format: "auto", areas: SQUARES, defaultScope: "general", ...options });

/** An organization as an HSDS 3 API answers it; written for these tests. */
const ORGANIZATION = {
  id: "11111111-1111-4111-8111-111111111111",
  name: "River House",
  description: "Help for people on the move",
  email: "office@example.org",
  contacts: [{ id: "c1", name: "Ann Lee", title: "Manager", email: "ann@example.org" }],
  services: [
    {
      id: "22222222-2222-4222-8222-222222222222",
      name: "Beds",
      description: "A safe bed",
      status: "active",
      minimum_age: 18,
      last_modified: "2023-03-15T10:30:45.123Z",
      phones: [{ id: "p1", number: "1300", type: "hotline" }],
      schedules: [{ id: "s1", freq: "WEEKLY", byday: "MO,TU", opens_at: "18:00:00", closes_at: "08:00:00" }],
      languages: [{ id: "l1", code: "tha" }],
      attributes: [
        {
          id: "a1",
          taxonomy_term: { id: "t1", code: "emergency-shelter", name: "Beds", description: "Beds" },
        },
      ],
      cost_options: [{ id: "o1", option: "per night", amount: 5, currency: "usd" }],
      service_at_locations: [
        {
          id: "x1",
          location: {
            id: "33333333-3333-4333-8333-333333333333",
            location_type: "physical",
            latitude: 11,
            longitude: 101,
            addresses: [
              {
                id: "d1",
                address_1: "1 Quay Road",
                city: "Port Town",
                state_province: "",
                postal_code: "1",
                country: "XA",
                address_type: "physical",
              },
            ],
          },
        },
      ],
    },
  ],
};
const SERVICE = ORGANIZATION.services[0];
if (!SERVICE) throw new Error("no service");

/** The organization with its place marked so. */
const withPrivacy = (privacy: string) => {
  const [tie] = SERVICE.service_at_locations;
  const location = { ...tie?.location, privacy };
  return read([
    file("a.json", {
      ...ORGANIZATION,
      services: [{ ...SERVICE, service_at_locations: [{ id: "x1", location }] }],
    }),
  ]).organizations[0];
};

/** The smallest whole data package; each test changes a table. */
const tables = (changes: Record<string, string> = {}): SourceFile[] =>
  Object.entries({
    organizations: "id,name,description\no1,River House,Help",
    services: "id,organization_id,name,status\ns1,o1,Beds,active",
    locations: "id,location_type,organization_id,latitude,longitude\nl1,physical,,13,101",
    service_at_location: "id,service_id,location_id\nx1,s1,l1",
    addresses: "id,location_id,address_1,city,country\na1,l1,1 Quay Road,Port Town,XA",
    ...changes,
  }).map(([name, text]) => file(`${name}.csv`, text));

describe("HSDS JSON", () => {
  it("becomes records: scope, needs, hours over midnight, place and area", () => {
    const result = read([file("organization.json", ORGANIZATION)]);
    expect(result.problems.filter((problem) => problem.level !== "note")).toEqual([]);
    expect(result.source).toBe("hsds");
    expect(result.organizations[0]?.services[0]).toMatchObject({
      sourceId: SERVICE.id,
      name: { en: "Beds" },
      services: ["emergency-shelter"],
      minimumAge: 18,
      languages: [{ code: "th", mode: "direct" }],
      contacts: [{ channel: "phone", value: "1300", audience: "public" }],
      schedules: [{ days: ["MO", "TU"], opensAt: "18:00", closesAt: "08:00" }],
      costs: [{ option: "fee", amount: 5, currency: "USD" }],
      held: [],
    });
    expect(result.organizations[0]?.locations[0]).toMatchObject({
      area: "XA-2",
      country: "XA",
      lines: { en: "1 Quay Road" },
    });
    expect(result.organizations[0]?.locations[0]?.privacy).toBeUndefined();
  });

  it("takes the source's own date for what it is, and never for a check", () => {
    const service = read([file("organization.json", ORGANIZATION)]).organizations[0]?.services[0];
    expect(service?.source).toMatchObject({ date: "2023-03-15" });
    expect(service?.verified).toBeUndefined();
  });

  it("gives the same records from a page of a list, an array, and the nested service", () => {
    const whole = read([file("a.json", ORGANIZATION)]).organizations;
    const { services: _services, ...organization } = ORGANIZATION;
    expect(read([file("a.json", { total_items: 1, contents: [ORGANIZATION] })]).organizations).toEqual(whole);
    expect(read([file("a.json", [ORGANIZATION])]).organizations).toEqual(whole);
    expect(read([file("a.json", { ...SERVICE, organization })]).organizations).toEqual(whole);
  });

  it("tells a thing once when several files tell it", () => {
    const result = read([file("a.json", ORGANIZATION), file("b.json", { contents: [ORGANIZATION] })]);
    expect(result.counts).toMatchObject({ organizations: 1, services: 1, locations: 1 });
  });

  it("keeps a named person's address from the public even when the organization gives the same one", () => {
    const result = read([file("a.json", { ...ORGANIZATION, email: "ann@example.org" })]);
    expect(result.organizations[0]?.contacts.map((contact) => contact.audience)).toEqual([
      "internal",
      "internal",
    ]);
    expect(result.organizations[0]?.privateNote).toContain("Ann Lee");
  });

  it("never reads what a field said earlier", () => {
    const metadata = [
      { id: "m1", field_name: "address_1", previous_value: "9 Old Street", last_action_type: "update" },
    ];
    const result = read([file("a.json", { ...ORGANIZATION, metadata })]);
    expect(JSON.stringify(result)).not.toContain("9 Old Street");
  });

  it("obeys a place's own explicit privacy, and holds what it cannot understand", () => {
    expect(withPrivacy("public")?.locations[0]?.privacy).toBe("public");
    expect(withPrivacy("ask")?.locations[0]?.privacy).toBe("withheld");
    expect(withPrivacy("ask")?.services[0]?.held).toHaveLength(1);
  });

  it("is refused with a path when a name is missing, and with a line when a comma is too many", () => {
    const result = read([file("a.json", { ...ORGANIZATION, services: [{ ...SERVICE, name: " " }] })]);
    expect(result.problems).toContainEqual(
      expect.objectContaining({ level: "error", code: "missing-value", row: "services[0]", column: "name" }),
    );
    const broken = read([file("a.json", '{\n"id": "1",\n}')]);
    expect(fatalErrors(broken.problems)).toMatchObject([{ code: "json", row: 3 }]);
  });

  it("puts a service without a place in the country it is given, else holds it", () => {
    const bare = { ...ORGANIZATION, services: [{ ...SERVICE, service_at_locations: [] }] };
    expect(read([file("a.json", bare)], { country: "XA" }).organizations[0]?.services[0]?.areas).toEqual([
      "XA",
    ]);
    const nowhere = read([file("a.json", bare)]);
    expect(nowhere.counts.codes["area-unknown"]).toBe(1);
    expect(nowhere.counts.held).toBe(1);
  });
});

describe("HSDS CSV", () => {
  it("becomes records, and an optional parent that is not there is a note", () => {
    const result = read(tables({ phones: "id,service_id,contact_id,number\np1,s1,c9,02 123 4567" }));
    expect(result.counts).toMatchObject({
      organizations: 1,
      services: 1,
      locations: 1,
      problems: { error: 0 },
    });
    expect(result.problems).toContainEqual(
      expect.objectContaining({
        level: "note",
        code: "missing-parent",
        file: "phones.csv",
        row: 2,
        column: "contact_id",
      }),
    );
  });

  it("is refused when a service's organization is not there", () => {
    const result = read(tables({ services: "id,organization_id,name,status\ns1,o9,Beds,active" }));
    expect(result.problems).toContainEqual(
      expect.objectContaining({
        level: "error",
        code: "missing-parent",
        file: "services.csv",
        row: 2,
        column: "organization_id",
      }),
    );
  });

  it("notes a number that several organizations give, and one of another country", () => {
    const result = read(
      tables({
        organizations: "id,name,description\no1,River House,Help\no2,Hill House,Help",
        phones: "id,organization_id,service_id,number\np1,o2,,+44 1234 234567\np2,,s1,+44 1234 234567",
      }),
    );
    expect(result.counts.codes).toMatchObject({ "number-shared": 1, "number-foreign": 1 });
  });

  it("takes markup out of texts and says so", () => {
    const result = read(
      tables({ services: "id,organization_id,name,status,description\ns1,o1,Beds,active,<b>Safe</b> beds" }),
    );
    expect(result.organizations[0]?.services[0]?.texts.description).toEqual({ en: "Safe beds" });
    expect(result.counts.codes["markup"]).toBe(1);
  });

  it("finds the area by the province's name in any language before the point", () => {
    const result = read(
      tables({
        addresses:
          "id,location_id,address_1,city,state_province,country\na1,l1,1 Quay Road,Port Town,เหนือ,XA",
      }),
    );
    expect(result.counts.areas).toMatchObject({ name: 1, point: 0 });
    const code = read(
      tables({
        addresses: "id,location_id,address_1,city,state_province,country\na1,l1,1 Quay Road,Port Town,2,XA",
      }),
    );
    expect(code.organizations[0]?.locations[0]?.area).toBe("XA-2");
    expect(code.counts.areas.code).toBe(1);
  });

  it("refuses two folders of records at once, and files that hold none", () => {
    const twice = [...tables(), ...tables().map((item) => ({ ...item, name: `other/${item.name}` }))];
    expect(fatalErrors(read(twice).problems)).toMatchObject([{ code: "folders" }]);
    expect(fatalErrors(read([file("a.txt", "x")]).problems)).toMatchObject([{ code: "format" }]);
    expect(fatalErrors(read([file("a.json", { hello: 1 })]).problems)).toMatchObject([{ code: "format" }]);
  });
});

describe("the tables of needs", () => {
  it("know only sub-services of the taxonomy", () => {
    const codes = new Set(taxonomy.services.map((service) => service.code));
    const mapped = [
      ...TERM_SERVICES,
      ...Object.values({ ...INDICATOR_SERVICES, ...ACTIVITY_SERVICES }).flat(),
    ];
    expect(mapped.filter((code) => !codes.has(code))).toEqual([]);
  });
});

describe.skipIf(!hasShared("hsds-3-examples"))("the official examples of HSDS 3", () => {
  const files = hasShared("hsds-3-examples") ? sharedFiles("hsds-3-examples") : [];
  const only = (pattern: RegExp): ReadResult =>
    read(
      files.filter((item) => pattern.test(item.name)),
      { defaultScope: undefined },
    );

  it.each([
    ["the whole folder", /./u],
    ["the full organization", /^organization_full\.json$/u],
    ["the full service", /^service_full\.json$/u],
    ["the full service at a location", /^service_at_location_full\.json$/u],
    ["the list of services", /^service_list\.json$/u],
    ["the list of services at locations", /^service_at_location_list\.json$/u],
    ["the tables in one JSON file", /^tabular\.json$/u],
    ["the tabular data package", /^csv\//u],
  ])("%s gives one organization with one held service", (_name, pattern) => {
    const result = only(pattern);
    expect(result.problems.filter((problem) => problem.level === "error")).toEqual([]);
    expect(result.counts).toMatchObject({ organizations: 1, services: 1, held: 1 });
  });

  it("give an organization without services from the list of organizations", () => {
    expect(only(/^organization_list\.json$/u).counts).toMatchObject({ organizations: 1, services: 0 });
  });

  it("do not bring their impossible latitude in, nor Ann Persona before the public", () => {
    for (const pattern of [/^organization_full\.json$/u, /^csv\//u]) {
      const result = only(pattern);
      expect(result.counts.codes["point-impossible"]).toBe(1);
      expect(result.organizations[0]?.locations[0]?.latitude).toBeUndefined();
      const open = JSON.stringify(result.organizations, (key, value: unknown) => {
        if (key === "privateNote") return undefined;
        if (key === "contacts" && Array.isArray(value))
          return value.filter((item: { audience?: string }) => item.audience === "public");
        return value;
      });
      expect(open).not.toMatch(/Ann Persona|email@example\.com|cheer\.parent/u);
    }
  });

  it("read to the same records a second time", () => {
    expect(JSON.stringify(readRecords(files.toReversed(), { format: "auto", areas: SQUARES }))).toBe(
      JSON.stringify(readRecords(files, { format: "auto", areas: SQUARES })),
    );
  });
});
