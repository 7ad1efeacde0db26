/** Columns of texts, numbers and single choices. */
import { SCOPES, SERVICE_STATUSES } from "#db/vocabulary.ts";
import type { ListingForm } from "#server/contract/curate/listing-form.ts";
import { LISTING_TEXTS } from "#server/contract/listing.ts";
import { EMAIL_IN_TEXT, readText } from "../free-text.ts";
import { readDate } from "../read-date.ts";
import { CellError, isRemoval, plainCell, REMOVE } from "./cell-words.ts";
import type { WorkbookColumn, WorkbookWords } from "./column.ts";

const KEPT = `Empty changes nothing; ${REMOVE} takes it away.`;

const stringOf = (value: unknown): string =>
  typeof value === "string" ? plainCell(value) : typeof value === "number" ? String(value) : "";

/** A text in one language. Markup is taken out; a text that names an e-mail address may name staff. */
function textColumn(key: string, header: string, field: string, most: number, width = 40): WorkbookColumn {
  return {
    key,
    header,
    note: `In plain words, ${most} letters at most. ${KEPT}`,
    width,
    cell: (form) => stringOf(form[field]),
    changes(text) {
      if (isRemoval(text)) return { [field]: null };
      const { text: plain } = readText(text);
      if ([...plain].length > most) throw new CellError(`This is longer than ${most} letters.`);
      if (EMAIL_IN_TEXT.test(plain))
        throw new CellError("There is an e-mail address in it. Addresses belong into their own column.");
      return { [field]: plain };
    },
  };
}

function choiceColumn(
  key: string,
  header: string,
  note: string,
  list: readonly string[],
  canRemove: boolean,
): WorkbookColumn {
  return {
    key,
    header,
    note,
    width: 20,
    list: canRemove ? [...list, REMOVE] : list,
    cell: (form) => stringOf(form[key]),
    changes(text) {
      if (canRemove && isRemoval(text)) return { [key]: null };
      const chosen = list.find((item) => item.toLowerCase() === text.toLowerCase());
      if (chosen === undefined) throw new CellError(`Choose one of: ${list.join(", ")}.`);
      return { [key]: chosen };
    },
  };
}

function ageColumn(key: "minimumAge" | "maximumAge", header: string): WorkbookColumn {
  return {
    key,
    header,
    note: `A whole number of years, 0 to 120. ${KEPT}`,
    width: 10,
    cell: (form) => stringOf(form[key]),
    changes(text, form) {
      if (isRemoval(text)) return { [key]: null };
      if (!/^[0-9]{1,3}$/u.test(text) || Number(text) > 120)
        throw new CellError("Write a whole number of years, 0 to 120.");
      const youngest = key === "minimumAge" ? Number(text) : form["minimumAge"];
      const oldest = key === "maximumAge" ? Number(text) : form["maximumAge"];
      if (typeof youngest === "number" && typeof oldest === "number" && youngest > oldest)
        throw new CellError(`The youngest age ${youngest} is above the oldest age ${oldest}.`);
      return { [key]: Number(text) };
    },
  };
}

/** Who runs it and what it is called. */
export function nameColumns(lang: string): WorkbookColumn[] {
  return [
    textColumn("organization", "Organisation", `organization:name:${lang}`, 300, 28),
    textColumn("name", "Name of the service", `text:name:${lang}`, 300, 30),
  ];
}

/** Whether it runs, for whom it is meant, and until when. */
export function standingColumns(): WorkbookColumn[] {
  return [
    choiceColumn("status", "Is it running?", "Empty changes nothing.", SERVICE_STATUSES, false),
    choiceColumn(
      "scope",
      "Open to everyone, or specialised?",
      `general: open to everyone. trafficking-specific: made for people who were trafficked. ${KEPT}`,
      SCOPES,
      true,
    ),
    {
      key: "validTo",
      header: "Last day it runs",
      note: `If it ends: year-month-day, such as 2027-06-30. ${KEPT}`,
      width: 14,
      cell: (form) => stringOf(form["validTo"]),
      changes(text) {
        if (isRemoval(text)) return { validTo: null };
        const reading = readDate(text, "unknown");
        if (!("date" in reading)) throw new CellError(`${reading.reason}. Write 2027-06-30.`);
        return { validTo: reading.date };
      },
    },
    ageColumn("minimumAge", "Youngest age"),
    ageColumn("maximumAge", "Oldest age"),
  ];
}

/** Every text of a listing. */
export function textColumns(lang: string, words: WorkbookWords): WorkbookColumn[] {
  return LISTING_TEXTS.map((field) =>
    textColumn(`text:${field}`, words.text(field), `text:${field}:${lang}`, 4000),
  );
}

/** Fields of a form that hold a list of texts. */
export const namesOf = (form: ListingForm, field: string): readonly string[] => {
  const value = form[field];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
};
