/** Why a listing may be in the directory: policy, consent, evidence, appeals (curation: "Conventions"). */
import * as v from "valibot";
import type { AppealOutcome, ConsentState } from "#db/vocabulary.ts";

const words = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

export const CONSENT_WAYS = ["phone", "in-writing", "visit"] as const;
/** Who at the organisation said so, and how. */
export const ConsentInput = v.strictObject({ byRole: words(100), how: v.picklist(CONSENT_WAYS) });
export type ConsentInput = v.InferOutput<typeof ConsentInput>;
export const AppealInput = v.strictObject({ byRole: words(100), what: words(2000) });
export const DecideAppealInput = v.strictObject({
  outcome: v.picklist(["upheld", "declined"]),
  answer: words(2000),
});
export const ReasonInput = v.strictObject({ reason: words(500) });
export const DoNotListInput = v.strictObject({ on: v.boolean(), reason: words(500) });
export const EVIDENCE_TYPES = ["application/pdf", "image/png", "image/jpeg"] as const;
/** Bytes. */
export const EVIDENCE_MOST = 5_000_000;

export interface AppealView {
  readonly id: string;
  readonly listing: { readonly id: string; readonly code: string; readonly name: string };
  readonly at: string;
  readonly byRole: string;
  readonly what: string;
  readonly dueOn: string;
  /** Days until the answer is due; negative: late. */
  readonly left: number;
  readonly outcome: AppealOutcome | null;
  readonly answer: string | null;
  readonly decidedBy: string | null;
}

export interface EvidenceView {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly criterion: string;
  readonly name: string;
  readonly size: number;
}

/** By what right a listing is in the directory. */
export interface ListingStanding {
  /** The policy in force; a criterion without words has those of its code. */
  readonly policy: {
    readonly version: string;
    readonly nextReview: string;
    readonly reviewLate: boolean;
    readonly criteria: readonly { readonly code: string; readonly text: string | null }[];
  };
  /** The checklist that was gone through last; null: never. */
  readonly checked: {
    readonly version: string;
    readonly at: string;
    readonly by: string;
    readonly met: readonly string[];
  } | null;
  readonly consent: {
    readonly state: ConsentState;
    readonly at: string;
    readonly byRole: string;
    readonly how: string;
  } | null;
  readonly evidence: readonly EvidenceView[];
  readonly appeals: readonly AppealView[];
  /** Somebody asked for a second person to publish it. */
  readonly waits: { readonly by: string; readonly at: string; readonly mine: boolean } | null;
  readonly twoPeople: boolean;
  readonly doNotList: boolean;
  /** Short codes of listings that were merged into this one. */
  readonly formerCodes: readonly string[];
}
