import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Edition, type EditionWishes, FORMS, PAPERS } from "#server/contract/edition.ts";
import { editionCsv } from "#server/edition/csv.ts";
import { type EditionSource, makeEdition } from "#server/edition/make-edition.ts";
import { editionDocx } from "#web/print/files/edition-docx.ts";
import { editionXlsx } from "#web/print/files/edition-xlsx.ts";
import { compilePdf } from "../print/compile-pdf.ts";
import { readSource } from "../print/read-source.ts";
import { writeHtml } from "../print/write-html.ts";
import { DATA_FORMATS, exportData } from "./export-data.ts";
import { exportWorkbook, WORKBOOK_USAGE } from "./export-workbook.ts";
import { exportRestricted, RESTRICTED_USAGE } from "./export-restricted.ts";
import { openSession } from "./session.ts";
import { UsageError, type Verb } from "./verb.ts";

/** Formats of an edition. A table is one of these where a form is named, and else the listings as data. */
const PAGE_FORMATS = ["pdf", "html", "docx", "xlsx", "csv"] as const;
type PageFormat = (typeof PAGE_FORMATS)[number];

const OPTIONS = {
  form: { type: "string", default: "booklet" },
  area: { type: "string", multiple: true },
  later: { type: "string" },
  lang: { type: "string", default: "en" },
  paper: { type: "string", default: "a4" },
  large: { type: "boolean", default: false },
  bw: { type: "boolean", default: false },
  children: { type: "boolean", default: false },
  "general-only": { type: "boolean", default: false },
  since: { type: "string" },
  code: { type: "string", multiple: true },
  relative: { type: "string", multiple: true },
  site: { type: "string" },
  fonts: { type: "string" },
  date: { type: "string" },
  audience: { type: "string", default: "public" },
  out: { type: "string" },
} as const;

/** Printed forms from published listings (interface: "Command line"). */
export const exportVerb: Verb = {
  name: "export",
  summary:
    "the printed forms as PDF, HTML, Word or tables, or the listings as data, from published listings alone; beside a booklet a record for later errata; or areas of the restricted tier for one practitioner, who is named on every page and row",
  usage: `export ${PAGE_FORMATS.join("|")} --out PATH --area TH-50 [--form ${FORMS.join("|")}; xlsx and csv need it] [--lang th,en] [--paper ${PAPERS.join("|")}] [--large] [--bw] [--children] [--general-only] [--since RECORD] [--later TH-57] [--code K7Q2M-4]… [--relative K7Q2M-4]… [--site https://…] [--fonts FOLDER] [--date 2026-11-22]\n    export ${DATA_FORMATS.join("|")} --out PATH [--area TH-50]… [--lang th,en] [--site https://…]\n    ${WORKBOOK_USAGE}\n    ${RESTRICTED_USAGE}`,
  async run([format, ...args], env) {
    if (format !== undefined && forPractitioners(args)) return exportRestricted(format, args, env);
    if (format !== undefined && DATA_FORMATS.includes(format) && !namesForm(args)) {
      return exportData(format, args, env);
    }
    if (format === "workbook") return exportWorkbook(args, env);
    const kind = PAGE_FORMATS.find((name) => name === format);
    if (kind === undefined) {
      const all = [...new Set([...PAGE_FORMATS, ...DATA_FORMATS])];
      throw new UsageError(`Formats: ${all.join(", ")}, workbook.`);
    }
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    const { out } = values;
    if (values.audience !== "public") throw new UsageError("Audiences: public, practitioner.");
    if (out === undefined) throw new UsageError("--out says where the file goes.");
    const wishes = readWishes(values);
    if (values.area === undefined) throw new UsageError("--area names the area, such as TH-50.");
    if (wishes.form === "errata" && values.since === undefined) {
      throw new UsageError("--since names the record of the edition that the errata correct.");
    }
    const session = await openSession(env);
    const source = await readSource(session.stores.published, wishes, {
      ...values,
      date: values.date ?? session.context.now.toISOString().slice(0, 10),
      site: values.site ?? env["PUBLIC_URL"],
    });
    const edition = await makeEdition(source);
    const made = await draw(kind, edition, source.wordings, values.fonts);
    await writeFile(out, made.bytes);
    if (wishes.form === "booklet" && !wishes.children) {
      await writeFile(`${out}.edition.json`, `${JSON.stringify(edition.record)}\n`);
    }
    console.log(`${out}: ${made.what}, ${Math.round(made.bytes.length / 1000)} kB`);
    return 0;
  },
};

/** Whether the arguments ask for what practitioners with access see. */
const forPractitioners = (args: readonly string[]): boolean =>
  args.includes("--audience=practitioner") || args[args.indexOf("--audience") + 1] === "practitioner";

/** Whether the arguments ask for the tables of a form rather than for listings as data. */
const namesForm = (args: readonly string[]): boolean =>
  args.some((argument) => argument === "--form" || argument.startsWith("--form="));

async function draw(
  format: PageFormat,
  edition: Edition,
  wordings: EditionSource["wordings"],
  fonts: string | undefined,
): Promise<{ readonly bytes: Uint8Array; readonly what: string }> {
  switch (format) {
    case "html":
      return { bytes: Buffer.from(await writeHtml(edition)), what: "one page" };
    case "docx":
      return { bytes: await editionDocx(edition), what: "a Word file" };
    case "xlsx":
      return { bytes: await editionXlsx(edition, wordings), what: "a workbook" };
    case "csv":
      return { bytes: Buffer.from(editionCsv(edition, wordings)), what: "a table" };
    case "pdf": {
      const { bytes, pages } = await compilePdf(edition, wordings, { fonts });
      return { bytes, what: `${pages} pages` };
    }
  }
}

interface Values {
  readonly form: string;
  readonly paper: string;
  readonly large: boolean;
  readonly bw: boolean;
  readonly children: boolean;
  readonly "general-only": boolean;
}

function readWishes(values: Values): EditionWishes {
  const form = FORMS.find((name) => name === values.form);
  if (form === undefined) throw new UsageError(`Forms: ${FORMS.join(", ")}.`);
  const paper = PAPERS.find((name) => name === values.paper);
  if (paper === undefined) throw new UsageError(`Papers: ${PAPERS.join(", ")}.`);
  const { large, bw, children } = values;
  return { form, paper, large, bw, children, generalOnly: values["general-only"] };
}
