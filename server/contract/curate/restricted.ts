/** The restricted tier: what practitioners with an account see beside what is public (curation: "Who may see the restricted tier"). */
import * as v from "valibot";
import type { Answer, Answerer, Channel, OpeningState, Scope, Tell } from "#db/vocabulary.ts";
import type { Affiliation } from "../affiliation.ts";
import type { Localized } from "../listing.ts";
import { AreaCode } from "../search.ts";

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

export const OpenAreaInput = v.strictObject({ area: AreaCode });
export const AskAccessInput = v.strictObject({
  areas: v.pipe(v.array(AreaCode), v.minLength(1), v.maxLength(50)),
  /** The last day, ISO; within 12 months. */
  endsOn: v.pipe(v.string(), v.isoDate()),
});
export type AskAccessInput = v.InferOutput<typeof AskAccessInput>;
export const DecideOpeningInput = v.strictObject({
  day: v.pipe(v.string(), v.isoDate()),
  area: AreaCode,
  allow: v.boolean(),
});
export const VettingInput = v.strictObject({
  /** Somebody of this directory has been there. */
  seenInPerson: v.boolean(),
  /** Ids of listed organisations that vouch for it: two, where nobody has been there. */
  vouchedBy: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(10)),
  /** Where the number that was called back came from. */
  calledBack: text(300),
  /** No phone, address or bank account shared with one that is flagged. */
  nothingShared: v.boolean(),
});
export type VettingInput = v.InferOutput<typeof VettingInput>;

/** Who it was opened for: stands on every page and in every row that leaves the screen. */
export interface Receiver {
  readonly name: string;
  readonly organization: string;
  readonly number: number;
  /** ISO date of the opening. */
  readonly on: string;
}

/** A way to reach a service that is not public. */
export interface RestrictedContact {
  readonly channel: Channel;
  readonly value: string;
  readonly label: Localized;
  readonly hours: Localized;
  readonly whoAnswers: Answerer | null;
  readonly recorded: Answer | null;
  readonly free: Answer | null;
  readonly tells: Readonly<Partial<Record<Tell, Answer>>>;
}

/** What the tier adds to one public listing. No address, no point, no withheld place in any form. */
export interface RestrictedListing {
  readonly id: string;
  readonly code: string;
  readonly name: Localized;
  readonly organization: Localized;
  readonly scope: Scope;
  readonly services: readonly string[];
  readonly contacts: readonly RestrictedContact[];
  readonly entryRules: readonly Localized[];
  /** What its organisation belongs to or keeps, with whom to turn to there. */
  readonly affiliations: readonly Affiliation[];
}

/** A whole area of the tier. */
export interface RestrictedArea {
  readonly area: string;
  readonly receiver: Receiver;
  readonly listings: readonly RestrictedListing[];
}

/** What a practitioner may open, and what was opened today. */
export interface MyAccess {
  readonly open: boolean;
  /** Why not, for the person: not granted yet, withdrawn, ended. */
  readonly why: "granted" | "waits" | "withdrawn" | "ended" | "none";
  readonly endsOn: string | null;
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly today: readonly { readonly area: string; readonly state: OpeningState }[];
}

/** A practitioner's access as admins see it. */
export interface AccessView {
  readonly curatorId: string;
  readonly name: string;
  readonly organization: { readonly id: string; readonly name: string } | null;
  readonly endsOn: string | null;
  readonly areas: readonly string[];
  readonly askedBy: string;
  readonly askedAt: string;
  /** Asked by whoever reads this, who cannot grant it. */
  readonly mine: boolean;
  readonly grantedBy: string | null;
  readonly withdrawnAt: string | null;
  /** Whether the organisation has passed the checklist. */
  readonly vetted: boolean;
}

/** Somebody asks to open one more area today. */
export interface OpeningRequest {
  readonly curatorId: string;
  readonly name: string;
  readonly day: string;
  readonly area: string;
  /** What was opened on that day already. */
  readonly opened: readonly string[];
}

export interface AccessPage {
  readonly access: readonly AccessView[];
  readonly openings: readonly OpeningRequest[];
}
