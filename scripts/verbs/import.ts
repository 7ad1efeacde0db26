import { parseArgs } from "node:util";
import * as v from "valibot";
import { SCOPES } from "#db/vocabulary.ts";
import { ImportDifferences } from "#server/curation/import-differences.ts";
import { publicOnes } from "#server/curation/public-ones.ts";
import { publishListings } from "#server/curation/publish-listings.ts";
import { fatalErrors } from "#server/exchange/leave-out-errors.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import { SOURCE_FORMATS, type SourceFile } from "#server/exchange/read-result.ts";
import { isOurs, readSheets } from "#server/exchange/workbook/read-workbook.ts";
import { sheetFiles } from "#server/exchange/workbook/sheet-files.ts";
import { loadAreaFinder } from "#server/node/area-finder.ts";
import { readSource } from "#server/node/read-source.ts";
import { isStreamed } from "../import-stream/read-stream.ts";
import { importStreamed } from "./import-streamed.ts";
import { importWorkbook } from "./import-workbook.ts";
import { writeImport } from "./write-import.ts";
import { printReport, type ImportOutcome } from "./import-report.ts";
import { readMapping, writeSuggestion } from "./mapping-files.ts";
import { openSession } from "./session.ts";
import { UsageError, type Verb } from "./verb.ts";

const Options = v.object({
  format: v.optional(v.picklist(SOURCE_FORMATS), "auto"),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u))),
  addresses: v.optional(v.picklist(["public"])),
  scope: v.optional(v.picklist(SCOPES)),
  conflicts: v.optional(v.picklist(["theirs", "ours"])),
});

/** Reads a file or a folder of records into the catalogue (interface: "Command line", `import`). */
export const importRecords: Verb = {
  name: "import",
  summary: "reads a file or a folder of records into the catalogue; a second run changes nothing",
  usage: `import PATH [--format ${SOURCE_FORMATS.join("|")}] [--country XX] [--scope ${SCOPES.join("|")}] [--addresses public] [--source NAME] [--dry-run] [--leave-out-errors] [--publish] [--mapping FILE] [--suggest-mapping FILE] [--conflicts theirs|ours] [--json]`,
  async run(args, env) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        country: { type: "string" },
        addresses: { type: "string" },
        scope: { type: "string" },
        source: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        "leave-out-errors": { type: "boolean", default: false },
        publish: { type: "boolean", default: false },
        conflicts: { type: "string" },
        mapping: { type: "string" },
        "suggest-mapping": { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new UsageError("Name one file or folder to import.");
    const options = v.safeParse(Options, values);
    if (!options.success) {
      throw new UsageError(`--${String(options.issues[0].path?.[0]?.key)} has a value that is not known.`);
    }
    const { scope, conflicts, ...given } = options.output;
    const files: SourceFile[] = [];
    const session = await openSession(env);
    const mapping = values.mapping === undefined ? undefined : await readMapping(values.mapping);
    if (values["suggest-mapping"] === undefined && (await isStreamed(path, mapping))) {
      const areas = loadAreaFinder(session.areas);
      const { source } = values;
      const wishes = {
        dryRun: values["dry-run"],
        leaveOutErrors: values["leave-out-errors"],
        publish: values.publish,
        json: values.json,
        conflicts,
      };
      return importStreamed(session, path, { ...given, mapping, areas, defaultScope: scope, source }, wishes);
    }
    for (const file of await readSource(path)) {
      if (!/\.xlsx$/iu.test(file.name)) {
        files.push(file);
        continue;
      }
      const sheets = await readSheets(file.bytes);
      if (isOurs(sheets)) {
        const { country } = given;
        return importWorkbook(session, sheets, {
          dryRun: values["dry-run"],
          json: values.json,
          country,
          conflicts,
        });
      }
      files.push(...sheetFiles(file.name, sheets));
    }
    const suggestTo = values["suggest-mapping"];
    if (suggestTo !== undefined) return writeSuggestion(files, path, suggestTo);
    const result = readRecords(files, {
      ...given,
      mapping,
      source: values.source,
      defaultScope: scope,
      areas: loadAreaFinder(session.areas),
    });
    const errors = values["leave-out-errors"]
      ? fatalErrors(result.problems).length
      : result.counts.problems.error;
    const refused = errors > 0;
    const outcome: ImportOutcome = {
      result,
      refused,
      dryRun: values["dry-run"],
      written: null,
      differences: null,
      published: null,
      version: null,
    };
    if (!refused) {
      const changes = new ImportDifferences(session.context, {}, conflicts);
      outcome.written = await writeImport(session.context, result, values["dry-run"], changes);
      const { found, listings, open } = changes;
      outcome.differences = { found, listings, open };
      if (!values["dry-run"]) {
        const { written } = outcome.written;
        if (values.publish)
          outcome.published = await publishListings(session.context, written, session.areas);
        // What the public sees already stays in step.
        else
          await publishListings(session.context, await publicOnes(session.context, written), session.areas);
        outcome.version = (await session.apply()).version;
      }
    }
    printReport(outcome, values.json);
    return refused ? 1 : 0;
  },
};
