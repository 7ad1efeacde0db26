import type { ComponentType } from "preact";
import type { WantedLine } from "#server/domain/situation/wanted.ts";
import type { Situation } from "#server/domain/situation/situation.ts";
import type { Tools } from "./tools.ts";

/** What somebody was made to do, as the office asks it. */
export interface FormChoice {
  readonly code: Situation["forms"][number];
  readonly label: string;
}

/**
 * What the back office adds to the tools for somebody who is signed in. The public site has none of it: it knows this
 * shape alone, and its build holds no word of what fills it.
 */
export interface OfficeParts {
  /** Over the places: opening what practitioners see beside the public list, an area at a time. */
  readonly Tier: ComponentType<{ readonly tools: Tools }>;
  /** Beside a listing: intake contacts and entry rules, where they were opened. Nothing where there are none. */
  readonly Beside: ComponentType<{ readonly tools: Tools; readonly code: string }>;
  /** Whether there is anything beside a listing. */
  readonly has: (code: string) => boolean;
  /** Said on a card that has something beside it, so that nobody opens each to see. */
  readonly moreLabel: string;
  /** The heading of the same in a comparison. */
  readonly besideLabel: string;
  /** Under a need: what is missing can be noted. `area` is that of the results it stands under. */
  readonly Gap: ComponentType<{
    readonly tools: Tools;
    readonly line: WantedLine;
    readonly area: string;
  }>;
  /** What is asked here alone: a public screen would say why a person comes. */
  readonly forms: readonly FormChoice[];
  readonly formsLabel: string;
  /** Draws files on the device: the office lets one address become script, in its own way. */
  readonly startWorker: () => Worker;
}
