import * as v from "valibot";
import { LanguageCode } from "../search.ts";

/**
 * Where a text stands in a language. `missing`: nobody has begun. `draft`: begun, kept in the office. `ready`:
 * written by somebody who may not publish, waits for a publisher, not public. `translated`: public, not checked.
 * `checked`: read by somebody who speaks the language. `stale`: public, and its source changed since.
 */
export type TranslationStanding = "missing" | "draft" | "ready" | "translated" | "checked" | "stale";

export const TranslationsInput = v.strictObject({ language: LanguageCode });

/** One text of a listing. */
export interface TranslationUnit {
  /** Names it in the listing's form: `text:description`, `contact:{id}:label`, `costs:0`. */
  readonly unit: string;
  /** What kind of text it is: a field's name. */
  readonly field: string;
  readonly source: string;
  readonly sourceLanguage: string;
  /** Empty: missing. */
  readonly text: string;
  readonly standing: TranslationStanding;
  /** The source as it was when it was translated, where that is another one now. */
  readonly before: string | null;
  /** When the source changed, where it did. */
  readonly changedOn: string | null;
  readonly touchedOn: string | null;
  readonly touchedBy: string | null;
}

export interface ListingTranslations {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  /** False: the listing is a draft, its words may still change. */
  readonly settled: boolean;
  readonly revision: number;
  readonly units: readonly TranslationUnit[];
}

/** How many texts of the whole directory stand where, in one language. */
export type StandingCounts = Readonly<Record<TranslationStanding, number>>;

export interface TranslationsView {
  readonly language: string;
  readonly counts: StandingCounts;
  readonly listings: readonly {
    readonly id: string;
    readonly name: string;
    readonly settled: boolean;
    readonly counts: StandingCounts;
  }[];
  /** The words of the interface in this language: who checked them and when; null: nobody. */
  readonly interface: { readonly on: string; readonly by: string } | null;
}

export const SaveTranslationInput = v.strictObject({
  unit: v.pipe(v.string(), v.regex(/^[A-Za-z0-9:/_.-]{1,160}$/u)),
  language: LanguageCode,
  /** What stood there when it was opened; empty: nothing. */
  before: v.pipe(v.string(), v.maxLength(20_000)),
  text: v.pipe(v.string(), v.trim(), v.maxLength(20_000)),
  /** `draft` keeps it in the office; `checked` says that somebody who speaks the language has read it. */
  as: v.picklist(["draft", "translated", "checked"]),
});
export type SaveTranslationInput = v.InferInput<typeof SaveTranslationInput>;

export interface SavedTranslation {
  readonly unit: TranslationUnit;
  /** True: an editor changed words that are public, so a publisher looks at them first. */
  readonly proposed: boolean;
}

export const InterfaceCheckInput = v.strictObject({
  language: LanguageCode,
  /** Who read all of it; null takes the check back. */
  by: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))),
});
export type InterfaceCheckInput = v.InferInput<typeof InterfaceCheckInput>;
