import * as v from "valibot";
import type { Overlap } from "#server/domain/overlaps.ts";
import { AreaCode, LanguageCode } from "../search.ts";

/** What is asked of the coverage table. */
export const CoverageInput = v.strictObject({
  group: v.optional(v.string(), "everyone"),
  language: v.optional(LanguageCode),
  country: v.optional(AreaCode),
  /** One area, with every group side by side. */
  area: v.optional(AreaCode),
});

/** What somebody types as a new listing, to be compared with what is there. */
export const AlikeInput = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
  organization: v.optional(v.pipe(v.string(), v.maxLength(300)), ""),
  number: v.optional(v.pipe(v.string(), v.maxLength(60)), ""),
});

/** A listing that looks the same, and by what. */
export interface AlikeRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly organization: string;
  readonly score: number;
  readonly signs: readonly string[];
}

/** Two listings that are probably the same. */
export interface DuplicatePair {
  readonly a: Omit<AlikeRow, "score" | "signs">;
  readonly b: Omit<AlikeRow, "score" | "signs">;
  readonly score: number;
  readonly signs: readonly string[];
}

export interface CoverageView {
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  /** What stands side by side: areas, or groups (`men`, `language:my`). */
  readonly columns: readonly { readonly code: string; readonly name: string }[];
  readonly cells: readonly {
    readonly need: string;
    readonly area: string;
    /** The code of its column. */
    readonly column: string;
    readonly scope: string;
    readonly fits: readonly string[];
    readonly ask: readonly string[];
    readonly providers: number;
  }[];
  /** Names of the listings in the cells, by code. */
  readonly names: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
  /** Kinds of provider that an area has none of. */
  readonly missingTypes: readonly { readonly area: string; readonly types: readonly string[] }[];
  /** The same help by several organisations in one area. */
  readonly overlaps: readonly Overlap[];
  /** Cells of which somebody said that there is none. */
  readonly noneKnown: readonly {
    readonly area: string;
    readonly need: string;
    readonly scope: string;
    readonly on: string;
    readonly by: string;
  }[];
}

/** The steps of a publishing, in their order: listings, their files by area, cells of the search, the lists beside them. */
export type PublishingStep = "listings" | "bundles" | "cells" | "lists";

/** How far a publishing is, by its step: listings, areas, listings again. */
export interface PublishingView {
  readonly step: PublishingStep;
  readonly done: number;
  readonly of: number;
}
