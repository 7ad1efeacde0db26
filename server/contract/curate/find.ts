import type { PublicSettings } from "../settings.ts";

/** What the practitioner's tools inside the office begin with: what the start page hands to the public app. */
export interface FindPage {
  readonly settings: PublicSettings;
  readonly version: string;
}
