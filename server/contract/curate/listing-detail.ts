import type { AuditAction, CallOutcome, CriticalField, CurationState } from "#db/vocabulary.ts";
import type { ListingView } from "../listing-view.ts";
import type { ListingForm } from "./listing-form.ts";
import type { PublicState } from "./listing-row.ts";
import type { RestrictedListing } from "./restricted.ts";

/** One field, before and after; null: there was none. */
export interface FieldMove {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Who changed what and when. */
export interface HistoryEntry {
  readonly at: string;
  readonly by: string;
  readonly action: AuditAction;
  /** What it was done to: `service`, or what hangs on it (`check`, `own-link`, `evidence`, `appeal`, `proposal`). */
  readonly entity: string;
  readonly changed: readonly string[];
  readonly detail: readonly FieldMove[];
  readonly revision: number | null;
  readonly reason: string | null;
}

/** One try to check the listing with the service itself. */
export interface CallView {
  readonly id: string;
  readonly at: string;
  readonly curator: string;
  readonly outcome: CallOutcome;
  readonly channel: string;
  readonly byRole: string | null;
  readonly byName: string | null;
  readonly fields: readonly CriticalField[];
  readonly note: string | null;
}

/** A listing as the editor opens it. */
export interface ListingDetail {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly language: string;
  readonly organizationId: string;
  readonly state: CurationState;
  readonly stateReason: string | null;
  readonly publicState: PublicState;
  readonly revision: number;
  readonly cameOn: string;
  readonly demo: boolean;
  readonly form: ListingForm;
  readonly calls: readonly CallView[];
  readonly verified: readonly { readonly on: string; readonly byRole: string; readonly channel: string }[];
  readonly addressRequests: readonly {
    readonly locationId: string;
    readonly askedBy: string;
    readonly byName: string;
    readonly askedAt: string;
    readonly reason: string;
  }[];
  readonly history: readonly HistoryEntry[];
  /** Names of the people of this office by id, for conflicts. */
  readonly names: Readonly<Record<string, string>>;
}

/** A listing as the public would see it with the changes that are not saved yet. */
export interface Preview {
  readonly view: ListingView;
  /** The same on paper. */
  readonly paper: ListingView;
  /** What practitioners with access see beside it; null: nothing more. */
  readonly practitioner: RestrictedListing | null;
  /** What stands between it and the public, for the coordinator. */
  readonly obstacles: readonly { readonly code: string; readonly message: string }[];
}
