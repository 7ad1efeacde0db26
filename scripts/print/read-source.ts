/** Reads what an edition is made from out of the published store, for the command line and for ready booklets. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { BaseMapFile } from "#server/contract/base-map.ts";
import type { EditionRecord, EditionWishes, Span, Wording } from "#server/contract/edition.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { PublicArea, PublicTerm } from "#server/contract/public-records.ts";
import type { PublicSettings } from "#server/contract/settings.ts";
import { countryOf } from "#server/domain/area-served.ts";
import {
  findListings,
  getArea,
  getSettings,
  getVersion,
  listAreas,
  listTerms,
} from "#server/directory/directory.ts";
import type { EditionSource } from "#server/edition/make-edition.ts";
import { serviceNamesFor, WORDS_IN, wordsFor } from "#web/i18n/all.ts";
import { renamed } from "#web/i18n/renamed.ts";
import type { ServiceNames } from "#web/i18n/service-names.ts";
import { createWording } from "#web/print/wording.ts";

export interface SourceValues {
  /** ISO 3166-2 or 3166-1; at least one. */
  readonly area?: readonly string[] | undefined;
  /** A second place, on a referral sheet. */
  readonly later?: string | undefined;
  /** One or two interface languages, `th,en`. */
  readonly lang: string;
  /** Path of the record that was written beside an earlier booklet. */
  readonly since?: string | undefined;
  /** Short codes of a shortlist. */
  readonly code?: readonly string[] | undefined;
  /** Short codes of places for relatives, on a referral sheet. */
  readonly relative?: readonly string[] | undefined;
  /** Our own address, for QR codes. */
  readonly site: string | undefined;
  /** ISO date of printing. */
  readonly date: string;
}

type Published = Parameters<typeof getArea>[0];

/** Throws `not_found` for an area that the directory does not know, `bad_request` for words that are not there. */
export async function readSource(
  published: Published,
  wishes: EditionWishes,
  values: SourceValues,
): Promise<EditionSource> {
  const areas = values.area ?? [];
  const [first] = areas;
  if (first === undefined) throw new DirectoryError("bad_request", "An edition is of an area.");
  await Promise.all(
    [...areas, ...(values.later === undefined ? [] : [values.later])].map((code) => getArea(published, code)),
  );
  const known = new Map((await listAreas(published)).map((area) => [area.code, area]));
  const { version } = await getVersion(published);
  const settings = await getSettings(published);
  const terms = await listTerms(published);
  return {
    wishes,
    wordings: readWordings(values.lang, known, values.date, { settings, terms }),
    listings: await findListings(published, { areas }, "print"),
    settings,
    areas,
    version,
    printedOn: values.date,
    site: values.site ?? null,
    map: await readMap(countryOf(first)),
    since: values.since === undefined ? null : await readRecord(values.since),
    later:
      values.later === undefined
        ? null
        : { area: values.later, listings: await findListings(published, { areas: [values.later] }, "print") },
    shortlist: values.code ?? null,
    relatives: values.relative ?? [],
  };
}

/** The words of languages, where no area of a directory has to be named. */
export const wordingsIn = (langs: string, today: string): readonly [Wording, ...Wording[]] =>
  readWordings(langs, new Map(), today);

/** What a directory calls its needs, columns and kinds of help. */
interface OwnWords {
  readonly settings: Pick<PublicSettings, "words">;
  readonly terms: readonly PublicTerm[];
}

function namedHere(names: ServiceNames, terms: readonly PublicTerm[], lang: string): ServiceNames {
  const own = new Map(terms.map((term) => [term.code, term.names]));
  /** In the reader's language; in English for one that only this directory has. */
  const nameOf = (code: string) =>
    own.get(code)?.[lang] ?? (names.label(code) === code ? own.get(code)?.["en"] : undefined);
  return {
    label: (code) => nameOf(code)?.label ?? names.label(code),
    about: (code) => nameOf(code)?.about ?? names.about(code),
  };
}

function readWordings(
  langs: string,
  areas: ReadonlyMap<string, PublicArea>,
  today: string,
  own: OwnWords = { settings: {}, terms: [] },
): readonly [Wording, ...Wording[]] {
  const codes = langs.split(",").map((code) => code.trim());
  const strange = codes.filter((code) => !WORDS_IN.includes(code));
  if (strange.length > 0)
    throw new DirectoryError("bad_request", `There are no words in ${strange.join(", ")}.`);
  const [first, ...rest] = codes.map((lang) =>
    createWording({
      words: renamed(wordsFor(lang), own.settings),
      services: namedHere(serviceNamesFor(lang), own.terms, lang),
      areaName: areaName(areas),
      today,
    }),
  );
  if (first === undefined || rest.length > 1)
    throw new DirectoryError("bad_request", "An edition is in one or two languages.");
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
