import { type Context, Hono } from "hono";
import * as v from "valibot";
import { SCOPES } from "#db/vocabulary.ts";
import type { CurateEnv } from "#server/curate-app.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { Mapping } from "#server/contract/mapping.ts";
import { ImportChoices } from "#server/contract/curate/import.ts";
import { requirePublisher } from "#server/curation/context.ts";
import { describeColumns } from "#server/exchange/mapping/describe.ts";
import type { SourceFile } from "#server/exchange/read-result.ts";
import { readSheets } from "#server/exchange/workbook/read-workbook.ts";
import { sheetFiles } from "#server/exchange/workbook/sheet-files.ts";
import { carry } from "#server/curation/move-listing.ts";
import { readForm } from "../read-form.ts";
import { parseInput } from "../read-json.ts";
import { publishing } from "./publishing.ts";
import { takeImport } from "./take-import.ts";

const Fields = v.strictObject({
  country: v.optional(v.pipe(v.string(), v.regex(/^([A-Z]{2})?$/u)), ""),
  scope: v.optional(v.union([v.picklist(SCOPES), v.literal("")]), ""),
  take: v.optional(v.picklist(["yes", "no"]), "no"),
  leaveOutErrors: v.optional(v.picklist(["yes", "no"]), "no"),
  choices: v.optional(v.pipe(v.string(), v.maxLength(1_000_000), v.parseJson(), ImportChoices), "{}"),
  mapping: v.optional(v.pipe(v.string(), v.maxLength(500_000), v.parseJson(), Mapping)),
});

/** Files to import: first looked at, then taken. The same reader as the command line's. */
export const imports = new Hono<CurateEnv>()
  .post("/", async (c) => {
    requirePublisher(c.get("context"));
    const areas = c.get("areaFinder");
    if (areas === null)
      throw new DirectoryError(
        "unavailable",
        "Import with the command line: here there are no shapes of areas.",
      );
    const { files, fields } = await readUploads(c);
    const { country, scope, take, leaveOutErrors, choices, mapping } = parseInput(Fields, fields);
    const report = await takeImport(c.get("context"), files, c.get("areas"), {
      options: {
        format: "auto",
        areas,
        mapping,
        ...(country === "" ? {} : { country }),
        ...(scope === "" ? {} : { defaultScope: scope }),
      },
      take: take === "yes",
      leaveOutErrors: leaveOutErrors === "yes",
      choices,
    });
    return c.json({ ...report, carried: report.taken ? await carry(...publishing(c)) : null });
  })
  .post("/columns", async (c) => {
    requirePublisher(c.get("context"));
    const { files } = await readUploads(c);
    const source = (files[0]?.name ?? "source").replace(/\.[a-z]+$/iu, "");
    return c.json(describeColumns(files, source));
  });

/** The files of a form, sheets of workbooks as tables, and its other fields. Throws `bad_request`. */
async function readUploads(
  c: Context<CurateEnv>,
): Promise<{ files: readonly SourceFile[]; fields: Readonly<Record<string, unknown>> }> {
  const entries = [...(await readForm(c)).entries()];
  const files: SourceFile[] = [];
  for (const [, value] of entries) {
    if (!(value instanceof File)) continue;
    const file = { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
    if (/\.xlsx$/iu.test(file.name)) files.push(...sheetFiles(file.name, await readSheets(file.bytes)));
    else files.push(file);
  }
  if (files.length === 0)
    throw new DirectoryError("bad_request", "Choose a file first.", { files: "is missing" });
  return { files, fields: Object.fromEntries(entries.filter(([, value]) => typeof value === "string")) };
}
