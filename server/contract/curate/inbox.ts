import * as v from "valibot";
import type { ReportKind } from "#db/vocabulary.ts";
import type { FieldMove } from "./listing-detail.ts";

/** Changes of a listing that wait for a publisher. */
export interface ProposalView {
  readonly id: string;
  readonly listing: { readonly id: string; readonly code: string; readonly name: string };
  readonly at: string;
  readonly by: string;
  readonly byOwnLink: boolean;
  readonly changes: readonly FieldMove[];
}

/** Coded reports of one kind about one listing: there is no more than this. */
export interface ReportGroup {
  readonly listing: { readonly id: string | null; readonly code: string; readonly name: string };
  readonly kind: ReportKind;
  readonly count: number;
  /** ISO weeks, the newest first. */
  readonly weeks: readonly string[];
  /** So many say that it is wrong or closed that somebody has to look at the listing now. */
  readonly review: boolean;
  /** Until when somebody has to decide about “unsafe”, ISO; null: nobody has opened it yet, or another kind. */
  readonly decideBy: string | null;
  /** What somebody decided that did not settle it; null: nobody has. */
  readonly standing: Standing | null;
  /** Reports of every kind about this listing in the last 12 months, settled ones and these included. */
  readonly past: readonly { readonly kind: ReportKind; readonly count: number }[];
}

/** The four things that can be done about reports of one kind; `look` and `ask` leave them in the inbox. */
export const DECISIONS = ["suspend", "look", "ask", "close"] as const;
export type Decision = (typeof DECISIONS)[number];

/** A decision that did not settle it. */
export interface Standing {
  readonly decision: "look" | "ask";
  readonly by: string;
  readonly mine: boolean;
  /** ISO moment. */
  readonly at: string;
  readonly note: string | null;
}

/** How a decision ended. */
export interface Decided {
  readonly resolved: number;
  /** False: the listing is suspended and the public side could not be reached. It is tried again until it is done. */
  readonly carried: boolean;
}

/** What people sent in who think that something is missing. */
export interface SuggestionView {
  readonly id: string;
  readonly name: string;
  readonly area: string;
  readonly need: string;
  readonly channel: string;
  readonly contact: string;
  readonly week: string;
}

export interface InboxView {
  readonly proposals: readonly ProposalView[];
  readonly reports: readonly ReportGroup[];
  readonly suggestions: readonly SuggestionView[];
  readonly addressRequests: readonly AddressRequestView[];
}

/** Somebody asks to make an address public. */
export interface AddressRequestView {
  readonly locationId: string;
  readonly place: string;
  readonly organization: string;
  readonly askedBy: string;
  readonly mine: boolean;
  readonly askedAt: string;
  readonly reason: string;
  /** When it happens by itself because one curator works alone, ISO; null: a second person decides. */
  readonly alone: string | null;
}

export const DecideInput = v.strictObject({ take: v.array(v.pipe(v.string(), v.maxLength(160))) });
export const ResolveInput = v.strictObject({
  kind: v.string(),
  decision: v.optional(v.picklist(DECISIONS), "close"),
  /** What was done and why; it may be left out only where nothing is settled (`look`, `ask`). */
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ""),
});
export const AskAddressInput = v.strictObject({
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
});
