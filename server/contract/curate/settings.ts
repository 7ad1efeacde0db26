import * as v from "valibot";
import { TextRecord } from "../public-text.ts";
import { type Settings, SETUP_STEPS } from "../settings.ts";
import { LanguageCode, ServiceCode } from "../search.ts";
import { NEEDS, type Need } from "#db/vocabulary.ts";

/** Settings that no form changes: the demo's mark, and how far the guided start is. */
export const KEPT_SETTINGS = ["demo", "setup"] as const;

/** Some settings under their names, each as it was read and as it shall be. */
export const ChangeSettingsInput = v.strictObject({
  before: v.record(v.string(), v.unknown()),
  after: v.record(v.string(), v.unknown()),
});
export type ChangeSettingsInput = v.InferInput<typeof ChangeSettingsInput>;

/** One answer of the guided start, or that it is left for later. */
export const StepInput = v.strictObject({
  step: v.picklist(SETUP_STEPS),
  before: v.record(v.string(), v.unknown()),
  after: v.record(v.string(), v.unknown()),
});
export type StepInput = v.InferInput<typeof StepInput>;

export const FinishInput = v.strictObject({ removeDemo: v.boolean() });

/** What the settings' forms show. */
export interface SettingsView {
  readonly settings: Settings;
  /** Countries to choose from, and every area of those that are chosen. */
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly areas: readonly { readonly code: string; readonly name: string; readonly usual: string }[];
  /** Fictional listings that are still there. */
  readonly demoListings: number;
  /** Known lines of the countries, for the emergency numbers: nobody here has called them. */
  readonly known: readonly KnownLine[];
  /** Whether mail can be sent from here. */
  readonly mail: boolean;
}

export interface KnownLine {
  readonly country: string;
  readonly number: string;
  readonly name: string;
  readonly kind: Settings["emergency"][number]["kind"];
  readonly source: string | null;
  readonly date: string | null;
}

const label = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80));
const about = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

export const AddTermInput = v.strictObject({
  code: ServiceCode,
  need: v.picklist(NEEDS),
  alsoIn: v.optional(v.array(v.picklist(NEEDS)), []),
  label,
  about,
});
export type AddTermInput = v.InferInput<typeof AddTermInput>;

/** Names by language; null takes a name back. */
export const RenameTermInput = v.strictObject({
  names: v.record(LanguageCode, v.nullable(v.strictObject({ label, about }))),
});
export type RenameTermInput = v.InferInput<typeof RenameTermInput>;

export interface TermView {
  readonly code: string;
  readonly need: Need;
  readonly alsoIn: readonly Need[];
  readonly name: string;
  readonly description: string;
  readonly names: Readonly<Record<string, { readonly label: string; readonly about: string }>>;
  readonly own: boolean;
  /** Listings that offer it, whatever state they are in. */
  readonly used: number;
}

/** A page of words as it is written; the day is the server's. */
export const TextInput = v.omit(TextRecord, ["date", "checked"]);
export type TextInput = v.InferInput<typeof TextInput>;

/** Which page of words. */
export const TextKey = v.pick(TextRecord, ["page", "country", "language"]);
export type TextKey = v.InferInput<typeof TextKey>;

/** Where a page of words stands in a language. `stale`: the text it is a translation of was written later. */
export type TextStanding = "missing" | "draft" | "unchecked" | "checked" | "stale";

export interface TextLine {
  readonly page: TextRecord["page"];
  readonly country: string;
  readonly language: string;
  readonly title: string;
  readonly standing: TextStanding;
  readonly date: string;
  readonly checkedOn: string | null;
  readonly checkedBy: string | null;
}
