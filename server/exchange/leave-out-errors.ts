/** What is left of an import when a person has read the report and wants the rest (`--leave-out-errors`). */
import type { Problem, ReadResult } from "./read-result.ts";

/** Errors of a whole file: there is no row to leave out, so the import stays refused. */
const WHOLE_FILE = new Set(["format", "folders", "encoding", "json", "csv", "csv-empty", "headers"]);

/** Errors that cannot be left out. */
export function fatalErrors(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => problem.level === "error" && WHOLE_FILE.has(problem.code));
}

/**
 * The result without the services and organizations that an error names; rows that could not be read are not in it
 * anyway. The problems stay as they are, for the report.
 */
export function leaveOutErrors(result: ReadResult): ReadResult["organizations"] {
  const broken = new Set(
    result.problems.flatMap((problem) => (problem.level === "error" ? (problem.record ?? []) : [])),
  );
  return result.organizations
    .filter((organization) => !broken.has(organization.sourceId))
    .map((organization) => {
      const services = organization.services.filter((service) => !broken.has(service.sourceId));
      return services.length === organization.services.length ? organization : { ...organization, services };
    });
}
