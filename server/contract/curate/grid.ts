import * as v from "valibot";
import { NEEDS, type Need, SCOPES, type Scope } from "#db/vocabulary.ts";
import { AreaCode, LanguageCode, ServiceCode } from "../search.ts";
import type { PublicState } from "./listing-row.ts";

const cell = { area: AreaCode, need: v.picklist(NEEDS), scope: v.picklist(SCOPES) };

export const GridInput = v.strictObject({ area: AreaCode });

/** One cell of the grid: what help, for whom it is set up, where. */
export const CellInput = v.strictObject(cell);
export type CellInput = v.InferInput<typeof CellInput>;

const line = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

/** A listing typed straight into a cell. */
export const AddToCellInput = v.strictObject({
  ...cell,
  name: line(300),
  /** The language that the name is written in. */
  language: LanguageCode,
  /** Which kind of help of the need. */
  service: ServiceCode,
  phone: v.optional(v.nullable(line(60)), null),
});
export type AddToCellInput = v.InferInput<typeof AddToCellInput>;

export interface GridListing {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly state: string;
  readonly publicState: PublicState;
  /** How much of what matters most nobody has confirmed yet. */
  readonly toAsk: number;
  /** The area that it serves: this one, its country, or everywhere. */
  readonly serves: "area" | "country" | "everywhere";
}

export interface GridCell {
  readonly need: Need;
  readonly scope: Scope;
  readonly listings: readonly GridListing[];
  /** Somebody looked and found none. */
  readonly none: { readonly on: string; readonly by: string } | null;
}

export interface GridView {
  readonly area: { readonly code: string; readonly name: string };
  readonly cells: readonly GridCell[];
}
