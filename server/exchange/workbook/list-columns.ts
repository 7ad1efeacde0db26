/** Columns that hold several codes: kinds of help, areas, languages, hours. */
import taxonomy from "#db/seed/taxonomy.json" with { type: "json" };
import { LANGUAGE_MODES, type LanguageMode } from "#db/vocabulary.ts";
import type { ListingForm, ScheduleForm } from "#server/contract/curate/listing-form.ts";
import { languageCode } from "../languages.ts";
import { languageName } from "../out/hsds/language-names.ts";
import type { AreaFinder } from "../read-result.ts";
import { BETWEEN, CellError, isRemoval, listOf, REMOVE } from "./cell-words.ts";
import type { WorkbookColumn } from "./column.ts";
import { HOURS_HELP, isWeekly, readHours, writeHours } from "./hours-cell.ts";
import { namesOf } from "./text-columns.ts";

/** Columns for kinds of help. A listing with more keeps what does not fit. */
export const HELP_COLUMNS = 6;

/** `A safe bed now (emergency-shelter)`: what the drop-down list offers. */
export const HELP_CHOICES: readonly string[] = taxonomy.services.map(
  ({ code, label }) => `${label} (${code})`,
);
const CODES: ReadonlyMap<string, string> = new Map(
  taxonomy.services.flatMap(({ code, label }) => [
    [code, code],
    [label.toLowerCase(), code],
    [`${label} (${code})`.toLowerCase(), code],
  ]),
);
const CHOICE_OF: ReadonlyMap<string, string> = new Map(
  taxonomy.services.map(({ code }, at) => [code, HELP_CHOICES[at] ?? code]),
);

/** One kind of help a column, so that each can have a drop-down list. */
export function helpColumns(): WorkbookColumn[] {
  return Array.from({ length: HELP_COLUMNS }, (_, at): WorkbookColumn => ({
    key: `help:${at + 1}`,
    header: `Kind of help ${at + 1}`,
    note: `Choose from the list. ${REMOVE} takes it away.`,
    width: 34,
    list: [...HELP_CHOICES, REMOVE],
    cell: (form) => {
      const code = namesOf(form, "services")[at];
      return code === undefined ? "" : (CHOICE_OF.get(code) ?? code);
    },
    changes(text, form, before) {
      // By what stood there at first: an earlier column of the row may have moved the others up.
      const stood = namesOf(before, "services")[at];
      const now = namesOf(form, "services");
      if (isRemoval(text)) return { services: now.filter((item) => item !== stood) };
      const code = CODES.get(text.toLowerCase());
      if (code === undefined) throw new CellError("Choose a kind of help from the list.");
      const changed =
        stood === undefined ? [...now, code] : now.map((item) => (item === stood ? code : item));
      return { services: [...new Set(changed)] };
    },
  }));
}

/** Areas by code; a name is read where one area alone has it. */
export function areaColumn(areas: AreaFinder | null, country: string | undefined): WorkbookColumn {
  return {
    key: "areas",
    header: "Areas it serves",
    note: `Codes with ; between them, such as TH-50; TH-57. A whole country: TH. Everywhere by phone: 001.`,
    width: 20,
    cell: (form) => namesOf(form, "areas").join(BETWEEN),
    changes(text) {
      if (isRemoval(text)) return { areas: [] };
      const codes = listOf(text).map((part) => {
        const code = part.toUpperCase();
        const known =
          code === "001"
            ? code
            : areas === null
              ? /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/u.test(code)
                ? code
                : undefined
              : (areas.byCode(code) ?? (country === undefined ? undefined : areas.byName(part, country)));
        if (known === undefined) throw new CellError("There is an area in it that is not known.");
        return known;
      });
      return { areas: [...new Set(codes)].toSorted() };
    },
  };
}

type Spoken = { readonly code: string; readonly mode: LanguageMode };
const spokenOf = (form: ListingForm): readonly Spoken[] =>
  Array.isArray(form["languages"]) ? (form["languages"] as readonly Spoken[]) : [];
const nameOf = (code: string): string =>
  languageCode(languageName(code)) === code ? languageName(code) : code;

/** Languages that staff speak, and those that go through an interpreter. */
export function languageColumns(): WorkbookColumn[] {
  const headers: Readonly<Record<LanguageMode, string>> = {
    direct: "Languages that staff speak",
    interpreter: "Languages through an interpreter",
  };
  return LANGUAGE_MODES.map((mode): WorkbookColumn => ({
    key: `languages:${mode}`,
    header: headers[mode],
    note: `English names or codes with ; between them, such as Thai; Burmese; en. ${REMOVE} takes them away.`,
    width: 24,
    cell: (form) =>
      spokenOf(form)
        .filter((item) => item.mode === mode)
        .map(({ code }) => nameOf(code))
        .join(BETWEEN),
    changes(text, form) {
      const others = spokenOf(form).filter((item) => item.mode !== mode);
      const codes = isRemoval(text)
        ? []
        : listOf(text.replaceAll(",", ";")).map((part) => {
            const code = languageCode(part);
            if (code === undefined) throw new CellError("There is a language in it that is not known.");
            return code;
          });
      const own = [...new Set(codes)].map((code) => ({ code, mode }));
      return { languages: mode === "direct" ? [...own, ...others] : [...others, ...own] };
    },
  }));
}

/** Weekly hours of the service itself. */
export function hoursColumn(): WorkbookColumn {
  const now = (form: ListingForm): readonly ScheduleForm[] =>
    Array.isArray(form["schedules"]) ? (form["schedules"] as readonly ScheduleForm[]) : [];
  return {
    key: "hours",
    header: "Weekly hours",
    note: `Like this: ${HOURS_HELP}. Day and night: daily 24h. ${REMOVE} takes them away.`,
    width: 34,
    cell: (form) => writeHours(now(form)),
    changes: (text, form) => ({
      schedules: [
        ...(isRemoval(text) ? [] : readHours(text)),
        ...now(form).filter((item) => !isWeekly(item)),
      ],
    }),
  };
}
