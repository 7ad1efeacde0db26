import { parseArgs } from "node:util";
import * as v from "valibot";
import { LanguageCode } from "#server/contract/search.ts";
import { standingListings } from "#server/curation/whole-batch.ts";
import { workbookColumns } from "#server/exchange/workbook/columns.ts";
import { QUESTION_SETS } from "#server/exchange/workbook/question-columns.ts";
import { writeWorkbook } from "#server/exchange/workbook/write-workbook.ts";
import { loadAreaFinder } from "#server/node/area-finder.ts";
import type { Environment } from "#server/node/stores.ts";
import { WORKBOOK_WORDS } from "#web/curate/words.ts";
import { wholeFile } from "../export/whole-file.ts";
import { openSession } from "./session.ts";
import { UsageError } from "./verb.ts";

export const WORKBOOK_USAGE = `export workbook --out FILE.xlsx [--organization NAME] [--area TH-50] [--country TH] [--lang en] [--questions ${QUESTION_SETS.join("|")}]`;

/** Writes the workbook that goes to partner organisations, from the catalogue. Answers the exit code. */
export async function exportWorkbook(args: readonly string[], env: Environment): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: "string" },
      organization: { type: "string" },
      area: { type: "string" },
      country: { type: "string" },
      lang: { type: "string", default: "en" },
      questions: { type: "string", default: "main" },
    },
  });
  const { out, organization, area, country, lang } = values;
  if (out === undefined) throw new UsageError("--out says where the file goes.");
  const questions = QUESTION_SETS.find((name) => name === values.questions);
  if (questions === undefined) throw new UsageError(`--questions: ${QUESTION_SETS.join(", ")}.`);
  if (!v.is(LanguageCode, lang)) throw new UsageError("--lang takes a language code, such as th.");
  const session = await openSession(env);
  const listings = await standingListings(session.context, { organization, area });
  const areas = loadAreaFinder(session.areas);
  const columns = workbookColumns({ lang, questions, words: WORKBOOK_WORDS, areas, country });
  const bytes = await writeWorkbook(listings, columns, lang);
  await wholeFile(out, (file) => file.write(bytes));
  console.log(`${out}: ${listings.length} services, ${columns.length + 1} columns`);
  return 0;
}
