import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { BaseMapFile } from "#server/contract/base-map.ts";
import {
  type EditionRecord,
  type EditionWishes,
  FORMS,
  PAPERS,
  type Span,
  type Wording,
} from "#server/contract/edition.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { PublicArea } from "#server/contract/public-records.ts";
import { findListings, getArea, getSettings, getVersion, listAreas } from "#server/directory/directory.ts";
import { countryOf } from "#server/domain/area-served.ts";
import { makeEdition, type EditionSource } from "#server/edition/make-edition.ts";
import { WORDS_IN, serviceNamesFor, wordsFor } from "#web/i18n/all.ts";
import { createWording } from "#web/print/wording.ts";
import { compilePdf } from "../print/compile-pdf.ts";
import { openSession } from "./session.ts";
import { UsageError, type Verb } from "./verb.ts";

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
  site: { type: "string" },
  fonts: { type: "string" },
  date: { type: "string" },
  out: { type: "string" },
} as const;

/** Printed forms from published listings (interface: "Command line"). */
export const exportVerb: Verb = {
  name: "export",
  summary:
    "the printed forms as PDF, from published listings alone; beside the PDF of a booklet a record for later errata",
  usage: `export pdf --out PATH --area TH-50 [--form ${FORMS.join("|")}] [--lang th,en] [--paper ${PAPERS.join("|")}] [--large] [--bw] [--children] [--general-only] [--since RECORD] [--later TH-57] [--code K7Q2M-4]… [--site https://…] [--fonts FOLDER] [--date 2026-11-22]`,
  async run([format, ...args], env) {
    if (format !== "pdf") throw new UsageError("Formats known so far: pdf.");
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    const { out } = values;
    if (out === undefined) throw new UsageError("--out says where the file goes.");
    const wishes = readWishes(values);
    const session = await openSession(env);
    const source = await readSource(session.stores.published, wishes, {
      ...values,
      date: values.date ?? session.context.now.toISOString().slice(0, 10),
      site: values.site ?? env["PUBLIC_URL"],
    });
    const edition = await makeEdition(source);
    const { bytes, pages } = await compilePdf(edition, source.wordings, { fonts: values.fonts });
    await writeFile(out, bytes);
    if (edition.record.entries.length > 0) {
      await writeFile(`${out}.edition.json`, `${JSON.stringify(edition.record)}\n`);
    }
    console.log(`${out}: ${pages} pages, ${Math.round(bytes.length / 1000)} kB`);
    return 0;
  },
};

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

interface SourceValues {
  readonly area?: readonly string[] | undefined;
  readonly later?: string | undefined;
  readonly lang: string;
  readonly since?: string | undefined;
  readonly code?: readonly string[] | undefined;
  readonly site: string | undefined;
  readonly date: string;
}

type Published = Parameters<typeof getArea>[0];

async function readSource(
  published: Published,
  wishes: EditionWishes,
  values: SourceValues,
): Promise<EditionSource> {
  const areas = values.area ?? [];
  const [first] = areas;
  if (first === undefined) throw new UsageError("--area names the area, such as TH-50.");
  await Promise.all(
    [...areas, ...(values.later === undefined ? [] : [values.later])].map((code) => getArea(published, code)),
  );
  const known = new Map((await listAreas(published)).map((area) => [area.code, area]));
  const { version } = await getVersion(published);
  return {
    wishes,
    wordings: readWordings(values.lang, known, values.date),
    listings: await findListings(published, { areas }),
    settings: await getSettings(published),
    areas,
    version,
    printedOn: values.date,
    site: values.site ?? null,
    map: await readMap(countryOf(first)),
    since: values.since === undefined ? null : await readRecord(values.since),
    later:
      values.later === undefined
        ? null
        : { area: values.later, listings: await findListings(published, { areas: [values.later] }) },
    shortlist: values.code ?? null,
  };
}

function readWordings(
  langs: string,
  areas: ReadonlyMap<string, PublicArea>,
  today: string,
): readonly [Wording, ...Wording[]] {
  const codes = langs.split(",").map((code) => code.trim());
  const strange = codes.filter((code) => !WORDS_IN.includes(code));
  if (strange.length > 0) throw new UsageError(`There are no words in ${strange.join(", ")}.`);
  const [first, ...rest] = codes.map((lang) =>
    createWording({
      words: wordsFor(lang),
      services: serviceNamesFor(lang),
      areaName: areaName(areas),
      today,
    }),
  );
  if (first === undefined || rest.length > 1) throw new UsageError("--lang takes one or two languages.");
  return [first, ...rest];
}

const areaName =
  (areas: ReadonlyMap<string, PublicArea>) =>
  (code: string, lang: string): Span | null => {
    const names = areas.get(code)?.names;
    const own = names?.[lang];
    if (own !== undefined) return { text: own, lang };
    const english = names?.["en"];
    return english === undefined ? null : { text: english, lang: "en" };
  };

async function readMap(country: string): Promise<BaseMapFile | null> {
  const file = fileURLToPath(new URL(`../../web/public/map/${country}.json`, import.meta.url));
  try {
    return JSON.parse(await readFile(file, "utf8")) as BaseMapFile;
  } catch {
    return null;
  }
}

async function readRecord(path: string): Promise<EditionRecord> {
  const record = JSON.parse(await readFile(path, "utf8")) as EditionRecord;
  if (record.format !== 1)
    throw new DirectoryError("bad_request", "This record of an edition cannot be read.");
  return record;
}
