import { describe, expect, it } from "vitest";
import type { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import type { Mapping } from "#server/contract/mapping.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import type { SourceFile } from "#server/exchange/read-result.ts";
import { areas } from "../records/memory.ts";
import { loadAreaFinder } from "#server/node/area-finder.ts";

/** A partner's list: every header is under another name than the standard's. */
const MAPPING: Mapping = {
  version: 1,
  source: "partners",
  country: "TH",
  scope: "general",
  dates: "unknown",
  services: ["legal-advice"],
  terms: {},
  tables: [
    {
      file: "partners.csv",
      columns: {
        Ref: "service.id",
        Partner: "organization.name",
        "What they do": "service.name",
        About: "service.description",
        Street: "location.address_1",
        Lat: "location.latitude",
        Long: "location.longitude",
        Hotline: "service.phone",
        "Until when": "service.ends",
      },
      between: {},
      joins: [],
    },
  ],
};
const HEADER = ["Ref", "Partner", "What they do", "About", "Street", "Lat", "Long", "Hotline", "Until when"];
const LINE: Record<string, string> = {
  Ref: "1",
  Partner: "Lantern House",
  "What they do": "Advice desk",
  Street: "1 Bridge Road",
  Lat: "18.79",
  Long: "98.98",
  Hotline: "053 111 222",
};

type Cells = Record<string, string>;
const table = (lines: readonly Cells[], encoding: "utf-8" | "windows-1252" = "utf-8"): SourceFile => {
  const more = [...new Set(lines.flatMap((line) => Object.keys(line)))].filter(
    (name) => !HEADER.includes(name),
  );
  const header = [...HEADER, ...more];
  const text = [header, ...lines.map((line) => header.map((name) => ({ ...LINE, ...line })[name] ?? ""))]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(","))
    .join("\n");
  const bytes =
    encoding === "utf-8"
      ? new TextEncoder().encode(text)
      : Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 63);
  return { name: "partners.csv", bytes };
};
const FINDER = loadAreaFinder(areas);
const read = (files: readonly SourceFile[], mapping: Mapping | null = MAPPING) =>
  readRecords(files, { format: "auto", areas: FINDER, country: "TH", mapping: mapping ?? undefined });

const service = (records: readonly OrganizationRecord[]) => records[0]?.services[0];
const place = (records: readonly OrganizationRecord[]) => records[0]?.locations[0];
const isHeld = (records: readonly OrganizationRecord[]) => (service(records)?.held.length ?? 0) > 0;
const noNumber = (records: readonly OrganizationRecord[]) =>
  isHeld(records) && service(records)?.contacts.length === 0;
const withheld = (records: readonly OrganizationRecord[]) =>
  isHeld(records) && place(records)?.privacy === "withheld";
const notPublic = (records: readonly OrganizationRecord[]) => place(records)?.privacy !== "public";

/** [the trap, the lines, where it is found, what the safe choice is] */
const TRAPS: readonly [
  trap: string,
  lines: readonly Cells[],
  found: string,
  safe: (records: readonly OrganizationRecord[]) => boolean,
][] = [
  [
    "swapped coordinates: held, no point",
    [{ Lat: "98.98", Long: "18.79" }],
    "held:point-swapped@2.Lat",
    (r) => isHeld(r) && place(r)?.latitude === undefined,
  ],
  [
    "several numbers in a cell: held, none of them is used",
    [{ Hotline: "053 111 222 / 053 111 333" }],
    "held:number-several@2.Hotline",
    noNumber,
  ],
  ["text in a number: held", [{ Hotline: "ask at the gate 053" }], "held:number-text@2.Hotline", noNumber],
  ["local digits: held", [{ Hotline: "๐๕๓ ๑๑๑ ๒๒๒" }], "held:number-local-digits@2.Hotline", noNumber],
  [
    "a year of two digits: held",
    [{ "Until when": "30/06/27" }],
    "held:date-two-digit-year@2.Until when",
    isHeld,
  ],
  [
    "an end date in the past: told, and kept with it, so that publishing refuses it",
    [{ "Until when": "2019-06-30" }],
    "note:ended@2.Until when",
    (r) => service(r)?.validTo === "2019-06-30",
  ],
  [
    "an id that stands twice: both held",
    [{ Ref: "7" }, { Ref: "7", "What they do": "Another" }],
    "held:repeated-id@3.Ref",
    (r) => r.flatMap(({ services }) => services).every(({ held }) => held.length > 0),
  ],
  [
    "one number on many organizations: told",
    [{ Ref: "1" }, { Ref: "2", Partner: "Harbour" }],
    "note:number-shared@2.Hotline",
    (r) => r.length === 2,
  ],
  [
    "HTML in a text: taken out",
    [{ About: "<p>Help <script>alert(1)</script><b>now</b></p>" }],
    "note:markup@2.About",
    (r) => !JSON.stringify(r).includes("<"),
  ],
  [
    "a privacy flag left blank: nothing becomes public by it",
    [{ "Keep private?": "" }],
    "note:flag-blank@2.Keep private?",
    notPublic,
  ],
  [
    "a foreign number on a local listing: told, and no short cut is dialled",
    [{ Hotline: "+855 23 111 222" }],
    "note:number-foreign@2.Hotline",
    (r) => service(r)?.contacts[0]?.dial === undefined,
  ],
  [
    "a Confidential address that still has coordinates: withheld, coordinates as well",
    [{ Street: "CONFIDENTIAL" }],
    "held:address-confidential@2.Street",
    withheld,
  ],
  ["a privacy flag under another name", [{ Undisclosed: "yes" }], "held:guarded@2.Undisclosed", withheld],
  ["an exclude flag", [{ "Exclude from website": "1" }], "held:guarded@2.Exclude from website", withheld],
  ["a suppress flag", [{ suppressed: "TRUE" }], "held:guarded@2.suppressed", withheld],
  [
    "an inactive flag under another name",
    [{ "Is active": "No" }],
    "held:guarded@2.Is active",
    (r) => isHeld(r) && service(r)?.status === "inactive",
  ],
  [
    "a do-not-refer flag",
    [{ "Do not refer": "x" }],
    "held:guarded@2.Do not refer",
    (r) => isHeld(r) && service(r)?.doNotRefer === true,
  ],
  [
    "internal notes: for colleagues alone",
    [{ "Internal notes": "canary: raided last week" }],
    "note:staff-column@1.Internal notes",
    (r) => onlyPrivate(r, "canary"),
  ],
  [
    "staff columns: for colleagues alone",
    [{ "Case worker": "canary Jo Doe", "Updated by": "canary Sam" }],
    "note:staff-column@1.Case worker",
    (r) => onlyPrivate(r, "canary"),
  ],
  [
    "an e-mail address inside a text: the text is for colleagues alone",
    [{ About: "Ask canary@example.org" }],
    "note:staff-in-text@2.About",
    (r) => onlyPrivate(r, "canary"),
  ],
  [
    "an address that names only an area: no street",
    [{ Street: "Province: Chiang Mai" }],
    "note:address-only-area@2.Street",
    (r) => place(r)?.lines === undefined && place(r)?.area === "TH-50",
  ],
];

/** The word stands in the private note and nowhere else. */
function onlyPrivate(records: readonly OrganizationRecord[], word: string): boolean {
  const text = JSON.stringify(records);
  const open = JSON.stringify(records, (key, value: unknown) => (key === "privateNote" ? undefined : value));
  return text.includes(word) && !open.includes(word);
}

describe("traps in other people's tables", () => {
  it.each(TRAPS)("%s", (_trap, lines, found, safe) => {
    const { organizations, problems } = read([table(lines)]);
    const told = problems.map(
      ({ level, code, row, column }) => `${level}:${code}@${String(row ?? "")}.${column ?? ""}`,
    );
    expect(told).toContain(found);
    expect(problems.filter(({ level }) => level === "error")).toEqual([]);
    expect(safe(organizations)).toBe(true);
  });

  it("Windows-1252 is read and said", () => {
    const { organizations, problems } = read([table([{ Partner: "Caf\u00e9 Lantern" }], "windows-1252")]);
    expect(problems[0]).toMatchObject({ level: "note", code: "windows-1252", file: "partners.csv" });
    expect(organizations[0]?.name).toEqual({ en: "Caf\u00e9 Lantern" });
  });

  it("a trailing comma in JSON refuses the file and names the line", () => {
    const bytes = new TextEncoder().encode('[\n {"id": "1",\n "name": "A",},\n]');
    const { problems } = read([{ name: "a.json", bytes }], null);
    expect(problems[0]).toMatchObject({ level: "error", code: "json", row: 3 });
    expect(problems[0]?.message).toContain("comma before a closing bracket");
  });

  it("16:00pm is read as 16:00 and called odd; 16:00am contradicts itself and is held", () => {
    const csv = (closes: string): SourceFile[] =>
      Object.entries({
        organizations: "id,name\no,A",
        services: "id,organization_id,name,status\ns,o,S,active",
        schedules: `id,service_id,freq,byday,opens_at,closes_at\nh,s,WEEKLY,MO,09:00,${closes}`,
      }).map(([name, text]) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(text) }));
    const odd = read(csv("16:00pm"), null);
    expect(odd.problems).toContainEqual(
      expect.objectContaining({
        level: "note",
        code: "time-odd",
        file: "schedules.csv",
        row: 2,
        column: "closes_at",
      }),
    );
    expect(service(odd.organizations)?.schedules[0]?.closesAt).toBe("16:00");
    const am = read(csv("16:00am"), null);
    expect(am.problems).toContainEqual(
      expect.objectContaining({ level: "held", code: "time-unclear", row: 2, column: "closes_at" }),
    );
    expect(isHeld(am.organizations)).toBe(true);
  });

  it("the same columns in a table of the standard are found as well", () => {
    const files = Object.entries({
      organizations: "id,name\no,A",
      services:
        "id,organization_id,name,status,internal_notes,do not publish\ns,o,S,active,canary note,\nt,o,T,active,,yes",
    }).map(([name, text]) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(text) }));
    const { organizations, problems } = read(files, null);
    const told = problems.map(({ code, row, column }) => `${code}@${String(row)}.${column ?? ""}`);
    expect(told).toEqual(
      expect.arrayContaining([
        "staff-column@1.internal_notes",
        "flag-blank@2.do not publish",
        "guarded@3.do not publish",
      ]),
    );
    expect(onlyPrivate(organizations, "canary note")).toBe(true);
  });
});
