/** `datapackage.json` of a tabular data package (Frictionless Data), as HSDS publishes its tables. */
import { PROFILE_TITLE } from "#server/contract/hsds/profile-patches.ts";
import { HSDS_VERSION, PROFILE_VERSION } from "#server/contract/hsds/version.ts";
import { TABLES } from "./tables.ts";

/** The description of all tables, or of those that a package really has. */
export function toDatapackage(files: ReadonlySet<string> | null): object {
  const tables = TABLES.filter(({ file }) => files === null || files.has(file));
  const present = new Set(tables.map(({ name }) => name));
  return {
    name: "human_services_data",
    title: PROFILE_TITLE,
    description: `HSDS ${HSDS_VERSION} as tables, with the columns and tables of our profile.`,
    profile: "tabular-data-package",
    version: PROFILE_VERSION,
    resources: tables.map(({ name, file, columns, foreignKeys }) => ({
      name,
      path: `${file}.csv`,
      profile: "tabular-data-resource",
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        primaryKey: "id",
        fields: columns.map((column) => ({
          name: column.name,
          type: column.type,
          ...(column.format === undefined ? {} : { format: column.format }),
          constraints: { required: column.required },
        })),
        foreignKeys: Object.entries(foreignKeys)
          .filter(([, target]) => present.has(target))
          .map(([field, target]) => ({ fields: field, reference: { resource: target, fields: "id" } })),
      },
    })),
  };
}
