import type { PublicTerm } from "../public-records.ts";
import type { PublicSettings } from "../settings.ts";

/** What the app knows of the directory, fetched once. */
export interface OfficeFacts {
  readonly settings: PublicSettings;
  readonly terms: readonly PublicTerm[];
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
}
