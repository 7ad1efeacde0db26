/** One line of `services.csv` of Open Referral 1.0 to the rows that HSDS makes of it. */
import type { CsvRecord } from "../hsds/read-csv.ts";
import type { Row, TableName } from "../hsds/table-set.ts";
import { type ProblemList, shown } from "../problem-list.ts";
import { listCell } from "./list-cell.ts";

/** Adds the service, its place, and a row for each value in its lists; undefined after an error. */
export function addService(
  record: Pick<CsvRecord<string>, "where" | "cells">,
  base: Record<string, string>,
  owners: ReadonlyMap<string | undefined, string | undefined>,
  put: (table: TableName, values: Record<string, string | undefined>) => Row,
  terms: ReadonlySet<string | undefined>,
  problems: ProblemList,
): Row | undefined {
  const { where, cells } = record;
  if (!owners.has(cells["location_id"])) {
    problems.add(
      "error",
      "missing-parent",
      { ...where, column: "location_id" },
      `There is no location ${shown(cells["location_id"] ?? "")}.`,
      base["id"],
    );
    return undefined;
  }
  const owner = owners.get(cells["location_id"]);
  const row = put("services", {
    ...base,
    location_id: undefined,
    organization_id: owner ? `organization/${owner}` : undefined,
    url: cells["website"],
    fees_description: cells["fees"],
    eligibility_description: [cells["audience"], cells["eligibility"]].filter(Boolean).join("\n"),
  });
  const id = row.cells["id"] ?? "";
  put("service_at_location", { id: `${id}/at`, service_id: id, location_id: base["location_id"] });
  for (const name of listCell(cells["languages"]))
    put("languages", { id: `${id}/language/${name}`, service_id: id, name });
  for (const name of listCell(cells["service_areas"]))
    put("service_areas", { id: `${id}/area/${name}`, service_id: id, name });
  for (const document of listCell(cells["required_documents"]))
    put("required_documents", { id: `${id}/document/${document}`, service_id: id, document });
  for (const term of listCell(cells["taxonomy_ids"])) {
    if (terms.has(term))
      put("attributes", { id: `${id}/term/${term}`, link_id: id, taxonomy_term_id: `term/${term}` });
    else
      problems.add(
        "error",
        "missing-parent",
        { ...where, column: "taxonomy_ids" },
        `There is no term ${shown(term)}.`,
        id,
      );
  }
  return row;
}
