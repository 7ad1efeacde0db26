import * as v from "valibot";
import { CURATION_STATES, type CurationState, type Need, type Scope } from "#db/vocabulary.ts";
import { LanguageCode } from "../search.ts";

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));

export const CreateInput = v.strictObject({
  name,
  language: LanguageCode,
  organization: v.union([v.strictObject({ id: v.string() }), v.strictObject({ name })]),
  /** Ids of listings that look alike and are not the same: somebody has looked. */
  distinctFrom: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(10)), []),
});

export const ListInput = v.strictObject({
  q: v.optional(v.pipe(v.string(), v.maxLength(200))),
  state: v.optional(v.picklist([...CURATION_STATES, "going-out", "still-public"])),
  need: v.optional(v.string()),
  area: v.optional(v.string()),
  from: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/u), v.transform(Number))),
});

/** Whether the public sees what the catalogue says. */
export type PublicState = "public" | "not-public" | "going-out" | "still-public";

/** One line of the list. */
export interface ListingRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly organization: string;
  readonly state: CurationState;
  readonly publicState: PublicState;
  readonly scope: Scope | null;
  readonly needs: readonly Need[];
  readonly areas: readonly string[];
  readonly checkedOn: string | null;
  readonly held: boolean;
  readonly demo: boolean;
}

export interface ListingPage {
  readonly total: number;
  readonly rows: readonly ListingRow[];
  /** Where the next page begins; null: this was the last. */
  readonly next: number | null;
  /** How many there are in each state, whatever is searched for. */
  readonly states: Readonly<Record<string, number>>;
}
