/**
 * Open Referral 1.0 CSV (the Ohana API's dialect) to HSDS rows: numbered ids become unique across tables, lists in
 * cells become rows, and weekdays and holidays become schedules.
 */
import type { CsvRecord } from "../hsds/read-csv.ts";
import type { OhanaTable } from "../hsds/headers.ts";
import type { Row, TableName, TableSet } from "../hsds/table-set.ts";
import { type ProblemList, shown } from "../problem-list.ts";
import { readDate } from "../read-date.ts";
import { listCell } from "./list-cell.ts";
import { addService } from "./service-rows.ts";
import { lookUp } from "../look-up.ts";

type OhanaRecord = CsvRecord<OhanaTable>;

const DAYS: Readonly<Record<string, string>> = {
  monday: "MO",
  tuesday: "TU",
  wednesday: "WE",
  thursday: "TH",
  friday: "FR",
  saturday: "SA",
  sunday: "SU",
};

/** What the file calls a column that HSDS calls otherwise. */
const ALIASES: Partial<Record<TableName, Record<string, string>>> = {
  services: { fees_description: "fees", eligibility_description: "eligibility", url: "website" },
  locations: { url: "website", location_type: "virtual" },
  phones: { type: "number_type", description: "department" },
  schedules: { valid_from: "start_date", valid_to: "end_date", byday: "weekday" },
  languages: { name: "languages" },
  service_areas: { name: "service_areas" },
  required_documents: { document: "required_documents" },
  accessibility: { description: "accessibility" },
  attributes: { taxonomy_term_id: "taxonomy_ids" },
};

/** Parent columns and the kind of thing that they name. */
const LINKS: Readonly<Record<string, string>> = {
  organization_id: "organization",
  location_id: "location",
  service_id: "service",
  contact_id: "contact",
  program_id: "program",
};

/** Adds every record to the tables. Order does not matter; parents are checked later, by the common rules. */
export function addOhana(records: readonly OhanaRecord[], tables: TableSet, problems: ProblemList): void {
  const terms = new Set(
    records.filter((item) => item.table === "taxonomy").map((item) => item.cells["taxonomy_id"]),
  );
  const owners = new Map(
    records
      .filter((item) => item.table === "locations")
      .map((item) => [item.cells["id"], item.cells["organization_id"]]),
  );
  const organizations = new Set(
    records.filter((item) => item.table === "organizations").map((item) => item.cells["id"]),
  );
  for (const record of records) {
    const owner = record.cells["organization_id"];
    if (record.table === "locations" && !organizations.has(owner)) {
      const where = { ...record.where, column: "organization_id" };
      problems.add(
        "error",
        "missing-parent",
        where,
        `There is no organization ${shown(owner ?? "")}.`,
        `location/${record.cells["id"] ?? ""}`,
      );
    }
    const row = addRecord(record, tables, problems, terms, owners);
    row?.guards.push(...record.guards);
  }
  // Postal addresses go to the private note of their place: they may name people.
  for (const record of records) {
    if (record.table !== "mail_addresses") continue;
    const place = tables.get("locations", `location/${record.cells["location_id"] ?? ""}`);
    if (!place) {
      problems.add(
        "error",
        "missing-parent",
        { ...record.where, column: "location_id" },
        `There is no location ${shown(record.cells["location_id"] ?? "")}.`,
      );
      continue;
    }
    const { attention, address_1, address_2, city, state_province, postal_code, country } = record.cells;
    const line = [attention, address_1, address_2, city, state_province, postal_code, country]
      .filter(Boolean)
      .join(", ");
    place.cells["private_note"] = [place.cells["private_note"], `Postal address: ${line}`]
      .filter(Boolean)
      .join("\n");
  }
}

function addRecord(
  record: OhanaRecord,
  tables: TableSet,
  problems: ProblemList,
  terms: ReadonlySet<string | undefined>,
  owners: ReadonlyMap<string | undefined, string | undefined>,
): Row | undefined {
  const { where, cells } = record;
  const linked = (kind: string): Record<string, string> => {
    const links = Object.entries(LINKS).flatMap(([column, parent]) =>
      cells[column] ? [[column, `${parent}/${cells[column]}`]] : [],
    );
    return {
      ...cells,
      ...(Object.fromEntries(links) as Record<string, string>),
      id: `${kind}/${cells["id"] ?? `line ${String(where.row)}`}`,
    };
  };
  const put = (table: TableName, values: Record<string, string | undefined>): Row =>
    tables.add(
      table,
      Object.fromEntries(
        Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])),
      ),
      where,
      ALIASES[table],
    );

  switch (record.table) {
    case "organizations": {
      const row = put("organizations", linked("organization"));
      checkDate("date_incorporated", record, row, problems);
      return row;
    }
    case "programs":
      return put("programs", linked("program"));
    case "locations": {
      const base = linked("location");
      const row = put("locations", {
        ...base,
        url: cells["website"],
        location_type: /^(?:true|yes|1)$/iu.test(cells["virtual"] ?? "") ? "virtual" : "physical",
        private_note: cells["admin_emails"] ? `For administration: ${cells["admin_emails"]}` : undefined,
      });
      for (const name of listCell(cells["languages"]))
        put("languages", { id: `${base["id"] ?? ""}/language/${name}`, location_id: row.cells["id"], name });
      for (const code of listCell(cells["accessibility"]))
        put("accessibility", {
          id: `${base["id"] ?? ""}/access/${code}`,
          location_id: row.cells["id"],
          code,
        });
      return row;
    }
    case "addresses":
      return put("addresses", { ...linked("address"), address_type: "physical" });
    case "mail_addresses":
      return undefined;
    case "contacts":
      return put("contacts", linked("contact"));
    case "phones":
      return put("phones", {
        ...linked("phone"),
        type: cells["number_type"],
        description: cells["department"],
      });
    case "services":
      return addService(record, linked("service"), owners, put, terms, problems);
    case "regular_schedules": {
      const day = lookUp(DAYS, (cells["weekday"] ?? "").toLowerCase());
      if (!day) {
        problems.add(
          "error",
          "weekday",
          { ...where, column: "weekday" },
          `${shown(cells["weekday"] ?? "")} is not a day of the week.`,
        );
        return undefined;
      }
      return put("schedules", { ...linked("regular"), freq: "WEEKLY", byday: day });
    }
    case "holiday_schedules": {
      const closed = /^(?:true|yes|1)$/iu.test(cells["closed"] ?? "");
      if (!closed) {
        for (const column of ["opens_at", "closes_at"]) {
          if (cells[column] === undefined) {
            problems.add(
              "error",
              "missing-value",
              { ...where, column },
              `${column} is missing: the holiday is not marked as closed.`,
            );
            return undefined;
          }
        }
      }
      const base = linked("holiday");
      return put("schedules", {
        ...base,
        kind: "holiday",
        valid_from: cells["start_date"],
        valid_to: cells["end_date"],
        ...(closed ? { opens_at: "", closes_at: "" } : {}),
      });
    }
    case "taxonomy": {
      const parent = cells["parent_id"];
      if (parent !== undefined && !terms.has(parent)) {
        problems.add(
          "error",
          "missing-parent",
          { ...where, column: "parent_id" },
          `There is no term ${shown(parent)}.`,
        );
      }
      return put("taxonomy_terms", { id: `term/${cells["taxonomy_id"] ?? ""}`, name: cells["name"] });
    }
  }
}

function checkDate(column: string, record: OhanaRecord, row: Row, problems: ProblemList): void {
  const value = record.cells[column];
  if (value === undefined) return;
  const reading = readDate(value, "month-first");
  const where = { ...record.where, column };
  if ("date" in reading) {
    if (reading.note !== undefined)
      problems.add(
        "note",
        "date-words",
        where,
        `${shown(value)} was read as ${reading.date}: ${reading.note}.`,
        row.cells["id"],
      );
    return;
  }
  const message = problems.add(
    reading.level,
    reading.code,
    where,
    `${shown(value)}: ${reading.reason}.`,
    row.cells["id"],
  );
  if (reading.level === "held") row.held.push(message);
}
