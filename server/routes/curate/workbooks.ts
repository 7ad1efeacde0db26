import { Hono } from "hono";
import * as v from "valibot";
import type { CurateEnv } from "#server/curate-app.ts";
import { WorkbookChoices } from "#server/contract/curate/workbook.ts";
import { requireEditor } from "#server/curation/context.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { AreaCode, LanguageCode } from "#server/contract/search.ts";
import { carry } from "#server/curation/move-listing.ts";
import { standingListings } from "#server/curation/whole-batch.ts";
import { workbookColumns } from "#server/exchange/workbook/columns.ts";
import { QUESTION_SETS } from "#server/exchange/workbook/question-columns.ts";
import { readSheets } from "#server/exchange/workbook/read-workbook.ts";
import { MOST_ROWS } from "#server/exchange/workbook/sheet-names.ts";
import { writeWorkbook } from "#server/exchange/workbook/write-workbook.ts";
import { readForm } from "../read-form.ts";
import { parseInput } from "../read-json.ts";
import { publishing } from "./publishing.ts";
import { takeWorkbook } from "./take-workbook.ts";

const blank = <T extends v.GenericSchema>(schema: T) => v.optional(v.union([schema, v.literal("")]), "");
const Wanted = v.object({
  organization: v.optional(v.pipe(v.string(), v.maxLength(300)), ""),
  area: blank(AreaCode),
  country: blank(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u))),
  lang: v.optional(LanguageCode, "en"),
  questions: v.optional(v.picklist(QUESTION_SETS), "main"),
});
const Fields = v.object({
  country: Wanted.entries.country,
  take: v.optional(v.picklist(["yes", "no"]), "no"),
  choices: v.optional(v.pipe(v.string(), v.maxLength(1_000_000), v.parseJson(), WorkbookChoices), "{}"),
});
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Workbooks for partner organisations: made here, taken back, compared cell by cell, and taken in. */
export const workbooks = new Hono<CurateEnv>()
  .get("/", async (c) => {
    const { organization, area, country, lang, questions } = parseInput(Wanted, c.req.query());
    const listings = await standingListings(c.get("context"), {
      organization: organization || undefined,
      area: area || undefined,
    });
    if (listings.length > MOST_ROWS)
      throw new DirectoryError(
        "too_large",
        `Choose fewer than ${MOST_ROWS} services, such as one organisation.`,
      );
    const columns = workbookColumns({
      lang,
      questions,
      words: c.get("words"),
      areas: c.get("areaFinder"),
      country: country || undefined,
    });
    const bytes = await writeWorkbook(listings, columns, lang);
    c.header("Content-Type", XLSX);
    c.header("Content-Disposition", 'attachment; filename="services.xlsx"');
    return c.body(new Uint8Array(bytes).buffer);
  })
  .post("/", async (c) => {
    requireEditor(c.get("context"));
    const form = await readForm(c);
    const file = form.get("files");
    if (!(file instanceof File))
      throw new DirectoryError("bad_request", "Choose a file first.", { files: "is missing" });
    const { country, take, choices } = parseInput(
      Fields,
      Object.fromEntries([...form.entries()].filter(([, value]) => typeof value === "string")),
    );
    const report = await takeWorkbook(
      c.get("context"),
      await readSheets(new Uint8Array(await file.arrayBuffer())),
      {
        words: c.get("words"),
        areas: c.get("areaFinder"),
        country: country || undefined,
        take: take === "yes",
        choices,
      },
    );
    return c.json({ ...report, carried: take === "yes" ? await carry(...publishing(c)) : null });
  });
