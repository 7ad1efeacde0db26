import type { Need } from "#db/vocabulary.ts";
import type { CoverageGroup } from "../coverage.ts";
import type { Situation } from "./situation.ts";

/**
 * "Note this gap": what is missing, as codes, and the month. Nothing else, so that many notes say something of a place
 * and one says nothing of a person. Sent by a signed-in practitioner who has seen it; never by the public site.
 */
export interface GapNote {
  readonly need: Need;
  /** Null: anything for the need. */
  readonly service: string | null;
  /** ISO 3166-2 or 3166-1. */
  readonly area: string;
  readonly group: CoverageGroup;
  /** `2026-11`. */
  readonly month: string;
}

/** The one group that a gap is noted for: what shuts most doors first. A note names one alone. */
export function gapGroup({ gender, marks }: Pick<Situation, "gender" | "marks">): CoverageGroup {
  if (marks.includes("not-identified")) return "not-identified";
  if (marks.includes("no-papers")) return "no-papers";
  if (marks.includes("no-police")) return "no-police";
  if (marks.includes("wheelchair")) return "disability";
  if (marks.includes("with-child")) return "with-children";
  return gender === null || gender === "trans" ? "everyone" : gender;
}
