/** "Note this gap": what a signed-in practitioner sends, and what the coordinator reads. */
import * as v from "valibot";
import { NEEDS } from "#db/vocabulary.ts";
import { COVERAGE_GROUPS, type CoverageGroup } from "#server/domain/coverage.ts";
import type { GapNote } from "#server/domain/situation/gap.ts";
import { AreaCode, ServiceCode } from "../search.ts";

const GROUPS = Object.keys(COVERAGE_GROUPS) as [CoverageGroup, ...CoverageGroup[]];

/** Codes alone; the month is the office's own clock's. A strict object: no name, no text, no date can be sent. */
export const GapNoteInput = v.strictObject({
  need: v.picklist(NEEDS),
  service: v.nullable(ServiceCode),
  area: AreaCode,
  group: v.picklist(GROUPS),
});
export type GapNoteInput = v.InferOutput<typeof GapNoteInput>;

export interface CountedGap extends GapNote {
  readonly times: number;
}

export interface GapNotePage {
  /** The directory's areas, to choose from. */
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  /** The newest month first; null for whoever may only note. */
  readonly notes: readonly CountedGap[] | null;
}
