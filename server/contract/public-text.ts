/** Pages of words that each adopter writes: as they are stored, and as everybody reads them. */
import * as v from "valibot";
import { TEXT_PAGES, TEXT_STATES, type TextPage } from "#db/vocabulary.ts";
import { LanguageCode } from "./search.ts";

/** No markup of the web: the page draws words, and whoever writes should see at once that tags do nothing. */
const NO_TAGS = v.regex(/^[^<>]*$/u, "No HTML: write plain paragraphs, lists and steps");
const DATE = v.pipe(v.string(), v.isoDate());

/** A text on its way into the catalogue, and out of it as JSON. One a page, country and language. */
export const TextRecord = v.strictObject({
  page: v.picklist(TEXT_PAGES),
  /** ISO 3166-1, or `001` for every country. */
  country: v.pipe(v.string(), v.regex(/^([A-Z]{2}|001)$/u)),
  language: LanguageCode,
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120), NO_TAGS),
  /** In the markup of `server/domain/text-blocks.ts`. */
  body: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20_000), NO_TAGS),
  /** Whether a person of this directory who speaks the language has read and approved it. */
  checked: v.boolean(),
  date: DATE,
  source: v.nullable(
    v.strictObject({
      name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
      url: v.nullable(v.pipe(v.string(), v.url(), v.startsWith("https://"))),
    }),
  ),
  state: v.picklist(TEXT_STATES),
});
export type TextRecord = v.InferOutput<typeof TextRecord>;

/** The file that `directory texts export` writes and `directory texts import` reads. */
export const TextsFile = v.strictObject({ texts: v.array(TextRecord) });

/** A published text, as everybody reads it. */
export interface PublicText {
  readonly page: TextPage;
  readonly country: string;
  readonly lang: string;
  readonly title: string;
  readonly body: string;
  readonly checked: boolean;
  readonly date: string;
  readonly source: { readonly name: string; readonly url: string | null } | null;
}

/** What a page shows: the best text there is for a reader and, where that needs one, the English below it. */
export interface ChosenText {
  readonly text: PublicText;
  /** Of an unchecked translation: the English that it is a translation of. */
  readonly english: PublicText | null;
}
