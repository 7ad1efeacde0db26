import { describe, expect, it } from "vitest";
import { readRecords } from "#server/exchange/read-records.ts";
import type { SourceFile } from "#server/exchange/read-result.ts";
import { hasShared, sharedFiles } from "./shared-files.ts";
import { SQUARES } from "./test-areas.ts";

/** The smallest set of parents for a file of any kind; the table that the file is takes the place of ours. */
const PARENTS: Record<string, string> = {
  organizations: "id,name,description,date_incorporated\n1,A,a,\n2,B,b,",
  programs: "id,organization_id,name,alternate_name\n1,1,P,",
  locations: "id,organization_id,name,latitude,longitude\n1,1,L1,,\n2,1,L2,,\n3,2,L3,,",
  services: "id,location_id,name,status\n1,1,S,active",
  contacts: "id,location_id,organization_id,service_id,name\n1,1,,,Jo Doe",
  taxonomy: "taxonomy_id,name,parent_id,parent_name\n101,Emergency,,\n102,Food,,",
};

/**
 * What is expected of each file, and why, as `level:code@line.column`; nothing: it is read without a word. What a
 * service says about its needs and its area is not the subject here.
 */
const EXPECTED: [file: string, table: string, found: string[]][] = [
  // A row that does not say what it belongs to, or whose parent is not there: an orphan is never taken in.
  ["contact_with_no_parent", "contacts", ["error:missing-parent@2"]],
  ["holiday_schedule_with_no_parent", "holiday_schedules", ["error:missing-parent@2"]],
  ["phone_with_no_parent", "phones", ["error:missing-parent@2"]],
  ["regular_schedule_with_no_parent", "regular_schedules", ["error:missing-parent@2"]],
  ["program_with_no_parent", "programs", ["error:missing-value@2.organization_id"]],
  ["invalid_location_org", "locations", ["error:missing-parent@2.organization_id"]],
  ["invalid_mail_address_location", "mail_addresses", ["error:missing-parent@2.location_id"]],
  ["invalid_parent_category", "taxonomy", ["error:missing-parent@2.parent_id"]],
  ["invalid_service_location", "services", ["error:missing-parent@2.location_id"]],
  // A value that must be there is not.
  ["invalid_address", "addresses", ["error:missing-value@2.city"]],
  ["missing_address", "addresses", ["error:missing-value@2.city"]],
  ["invalid_category", "taxonomy", ["error:missing-value@2.name"]],
  ["invalid_contact", "contacts", ["error:missing-value@2.name"]],
  ["invalid_holiday_schedule", "holiday_schedules", ["error:missing-value@2.closed"]],
  ["invalid_location", "locations", ["error:missing-value@2.name"]],
  ["invalid_mail_address", "mail_addresses", ["error:missing-value@2.address_1"]],
  ["invalid_org", "organizations", ["error:missing-value@2.name"]],
  ["invalid_phone", "phones", ["error:missing-value@2.number_type"]],
  ["invalid_program", "programs", ["error:missing-value@2.name"]],
  ["invalid_regular_schedule", "regular_schedules", ["error:missing-value@2.closes_at"]],
  ["invalid_service", "services", ["error:missing-value@2.name"]],
  // The header lacks a column.
  ["invalid_program_headers", "programs", ["error:headers@1.alternate_name"]],
  // No calendar has it: refused. The century is not known: held. Month in words, whole year: read, and said.
  ["hs_with_invalid_date", "holiday_schedules", ["error:date@2.end_date"]],
  ["org_with_invalid_date", "organizations", ["error:date@2.date_incorporated"]],
  ["hs_with_2_digit_year", "holiday_schedules", ["held:date-two-digit-year@2.start_date"]],
  ["org_with_2_digit_year", "organizations", ["held:date-two-digit-year@2.date_incorporated"]],
  [
    "hs_with_spelled_out_date",
    "holiday_schedules",
    ["note:date-words@2.start_date", "note:date-words@2.end_date"],
  ],
  ["org_with_spelled_out_date", "organizations", ["note:date-words@2.date_incorporated"]],
  // Whole files, and files with a header and no rows.
  ["existing_category", "taxonomy", []],
  ["locations", "locations", []],
  ["programs", "programs", []],
  ["services", "services", []],
  ["taxonomy", "taxonomy", []],
  ["valid_address", "addresses", []],
  ["valid_category", "taxonomy", []],
  ["valid_contact_phone", "phones", []],
  ["valid_location", "locations", []],
  ["valid_location_contact", "contacts", []],
  ["valid_location_holiday_schedule", "holiday_schedules", []],
  ["valid_location_phone", "phones", []],
  ["valid_location_regular_schedule", "regular_schedules", []],
  ["valid_mail_address", "mail_addresses", []],
  ["valid_org", "organizations", []],
  ["valid_org_contact", "contacts", []],
  ["valid_org_phone", "phones", []],
  ["valid_program", "programs", []],
  ["valid_service", "services", []],
  ["valid_service_contact", "contacts", []],
  ["valid_service_holiday_schedule", "holiday_schedules", []],
  ["valid_service_phone", "phones", []],
  ["valid_service_regular_schedule", "regular_schedules", []],
];
const ASIDE = new Set(["need-unknown", "need-unmapped", "service-area", "place-unused"]);

describe.skipIf(!hasShared("ohana-smc-sample"))("each deliberately broken file beside whole parents", () => {
  const files = hasShared("ohana-smc-sample") ? sharedFiles("ohana-smc-sample") : [];

  it("is in the table of expectations", () => {
    const names = files.flatMap((file) => /^broken\/(.*)\.csv$/u.exec(file.name)?.[1] ?? []);
    expect(EXPECTED.map(([name]) => name).toSorted()).toEqual(names.toSorted());
  });

  it.each(EXPECTED)("%s (%s) is found out: %j", (name, table, found) => {
    const own = files.find((file) => file.name === `broken/${name}.csv`);
    const parents = Object.entries(PARENTS)
      .filter(([parent]) => parent !== table)
      .map(([parent, text]): SourceFile => ({
        name: `${parent}.csv`,
        bytes: new TextEncoder().encode(text),
      }));
    const result = readRecords(
      [...parents, { name: `${table}.csv`, bytes: own?.bytes ?? new Uint8Array() }],
      {
        format: "hsds-csv",
        areas: SQUARES,
        country: "US",
        defaultScope: "general",
      },
    );
    const said = result.problems
      .filter((problem) => problem.file === `${table}.csv` && !ASIDE.has(problem.code))
      .filter((problem) => !(problem.level === "note" && problem.code === "missing-parent"))
      .map(
        ({ level, code, row, column }) =>
          `${level}:${code}@${row ?? ""}${column === undefined ? "" : `.${column}`}`,
      );
    // Later rows of a broken file may be whole, and a broken line may be wrong in two ways: the first counts.
    if (found.length === 0) expect(said).toEqual([]);
    else expect(said.slice(0, found.length)).toEqual(found);
    expect(
      result.problems.some((problem) => problem.level === "error" && problem.file === `${table}.csv`),
    ).toBe(found.some((text) => text.startsWith("error")));
  });
});
