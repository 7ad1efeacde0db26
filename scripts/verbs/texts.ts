import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { TextsFile } from "#server/contract/public-text.ts";
import { seedTexts, readTexts, writeTexts } from "#server/curation/write-texts.ts";
import { TEXTS } from "#db/seed/texts/index.ts";
import { openSession } from "./session.ts";
import { UsageError, type Verb } from "./verb.ts";

/** The pages of words as one JSON file: out, edited by a person, and in again. */
export const texts: Verb = {
  name: "texts",
  summary: "writes the pages of words (rights, guides, who runs this) to a file, or reads them and publishes",
  usage: "texts export --out FILE | texts import FILE",
  async run(args, env) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: "string" } },
      allowPositionals: true,
    });
    const [what, file] = positionals;
    if (what === "export" && values.out !== undefined) {
      const { context } = await openSession(env);
      await seedTexts(context, TEXTS);
      const all = await readTexts(context);
      writeFileSync(values.out, `${JSON.stringify({ texts: all }, null, 2)}\n`);
      console.log(`${all.length} texts are in ${values.out}.`);
      return 0;
    }
    if (what !== "import" || file === undefined)
      throw new UsageError("Say export with --out, or import with a file.");
    const read = v.safeParse(TextsFile, readJson(file));
    if (!read.success) {
      for (const issue of read.issues) console.error(`${v.getDotPath(issue) ?? "file"}: ${issue.message}`);
      console.error("Nothing was written.");
      return 1;
    }
    const { context, apply } = await openSession(env);
    const written = await writeTexts(context, read.output.texts);
    const { version } = await apply();
    console.log(`${written} texts are new or changed. Version ${version} is public.`);
    return 0;
  },
};

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new UsageError("The file cannot be read as JSON.");
  }
}
