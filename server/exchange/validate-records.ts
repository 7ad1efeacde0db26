/** The last gate of every reader: the contract of the catalogue, with what breaks it named by file and row. */
import * as v from "valibot";
import {
  type OrganizationInput,
  OrganizationRecord,
  type ServiceRecord,
} from "#server/contract/catalogue-record.ts";
import type { ProblemList } from "./problem-list.ts";
import type { Where } from "./read-result.ts";

/**
 * Fills in defaults and checks every record against the contract. An organization that breaks it is left out, and
 * each issue becomes an error at the line of the nearest record (service, location, organization) that has an origin.
 */
export function validateRecords(
  inputs: readonly OrganizationInput[],
  origins: ReadonlyMap<string, Where>,
  problems: ProblemList,
): OrganizationRecord[] {
  const records: OrganizationRecord[] = [];
  for (const input of inputs) {
    const result = v.safeParse(OrganizationRecord, input);
    if (result.success) {
      records.push(result.output);
      continue;
    }
    for (const issue of result.issues) {
      const path = (issue.path ?? []).map((item) => String(item.key));
      const owner = ownerOf(input, path);
      const where = origins.get(owner) ?? { file: "" };
      problems.add(
        "error",
        "contract",
        { ...where, column: path.at(-1) },
        `The value of ${path.join(".") || "the record"} cannot be stored: ${issue.type} expected.`,
        owner,
      );
    }
  }
  return records;
}

/** Services that come in as drafts with a reason. */
export function heldServices(records: readonly OrganizationRecord[]): ServiceRecord[] {
  return records.flatMap((record) => record.services).filter((service) => service.held.length > 0);
}

function ownerOf(input: OrganizationInput, path: readonly string[]): string {
  const [list, at] = path;
  if (list === "services") return input.services?.[Number(at)]?.sourceId ?? input.sourceId;
  if (list === "locations") return input.locations?.[Number(at)]?.sourceId ?? input.sourceId;
  return input.sourceId;
}
