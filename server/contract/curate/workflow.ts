import * as v from "valibot";
import { ConsentInput } from "./governance.ts";
import { CALL_OUTCOMES, CRITICAL_FIELDS, CURATION_STATES, type ReportKind } from "#db/vocabulary.ts";

const reason = v.pipe(v.string(), v.trim(), v.maxLength(500));

export const MoveInput = v.strictObject({
  to: v.picklist(CURATION_STATES),
  reason: v.optional(reason),
  /** Codes of the criteria of the policy that are met; asked for when publishing. */
  criteria: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(40))),
  /** Who at the organisation agreed that it is listed; asked for when publishing while nobody has. */
  consent: v.optional(ConsentInput),
});
export type MoveInput = v.InferInput<typeof MoveInput>;

export const CallInput = v.strictObject({
  outcome: v.picklist(CALL_OUTCOMES),
  channel: v.optional(v.picklist(["phone", "visit", "message", "email"]), "phone"),
  /** Role of the person at the service who said so. Needed when fields are confirmed. */
  byRole: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))),
  byName: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))),
  fields: v.optional(v.array(v.picklist(CRITICAL_FIELDS)), []),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000))),
});
export type CallInput = v.InferInput<typeof CallInput>;

/** How a step ended. */
export interface Moved {
  readonly state: string;
  /** False: the public side could not be reached. It is tried again until it is done. */
  readonly carried: boolean;
  /** True: this directory asks for two people, and a second one has to agree. */
  readonly waits?: true;
}

/** One line of "Who to ring". */
export interface RingRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly organization: string;
  readonly state: string;
  readonly risk: "hotline" | "shelter" | "other";
  /** How many days a check holds. */
  readonly every: number;
  readonly dueOn: string;
  /** Days past the deadline; negative before. */
  readonly late: number;
  readonly numbers: readonly string[];
  /** `facet:code` of what to ask, the weightiest first. */
  readonly ask: readonly string[];
  /** Tries since somebody was last reached; from a few on it counts as unreachable. */
  readonly unanswered: { readonly tries: number; readonly unreachable: boolean };
  readonly lastTry: { readonly at: string; readonly outcome: string } | null;
  /** What people report that a call has to clear up, the gravest first; for admins and publishers alone. */
  readonly reports: readonly { readonly kind: ReportKind; readonly count: number }[];
  /** Why it is to be rung although no deadline says so: not safe, several say that it is wrong, or somebody decided so. */
  readonly urgent: "unsafe" | "review" | "look" | null;
}
