import type { Affiliation } from "../affiliation.ts";
import type { InclusionPolicy } from "../inclusion-policy.ts";
import type { PublicTerm } from "../public-records.ts";
import type { PublicSettings } from "../settings.ts";

/** What the app knows of the directory, fetched once. */
export interface OfficeFacts {
  readonly settings: PublicSettings;
  /** The inclusion policy in force. */
  readonly policy: InclusionPolicy;
  readonly affiliations: readonly Affiliation[];
  /** Areas that the directory is about; of a country without one here: all of them. */
  readonly chosenAreas: readonly string[];
  /** The guided start has not ended. */
  readonly starting: boolean;
  /** The policy in force should have been gone through again by now. */
  readonly policyDue: boolean;
  /** Whether mail can be sent from here. */
  readonly mail: boolean;
  readonly terms: readonly PublicTerm[];
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
}
