import * as v from "valibot";
import type { BookletWish, ReadyBooklet } from "../bundle.ts";
import { PAPERS } from "../edition.ts";
import type { PublishedListing } from "../listing.ts";
import type { PublicArea } from "../public-records.ts";
import type { PublicSettings } from "../settings.ts";

/** What is ready, and what was taken away and waits to be made again. */
export interface BookletsView {
  readonly booklets: readonly ReadyBooklet[];
  readonly missed: readonly BookletWish[];
  readonly areas: readonly PublicArea[];
  readonly languages: readonly string[];
}

/** What a booklet is made from in the coordinator's browser: published listings alone. */
export interface BookletMaterial {
  readonly version: string;
  readonly listings: readonly PublishedListing[];
  readonly settings: PublicSettings;
  readonly areas: readonly PublicArea[];
}

const Lang = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/u));

const Tick = v.optional(
  v.pipe(
    v.picklist(["true", "false"]),
    v.transform((text) => text === "true"),
  ),
  "false",
);

/** What comes beside the file: the form's fields are texts. */
export const BookletUpload = v.strictObject({
  area: v.pipe(v.string(), v.regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/u)),
  languages: v.pipe(
    v.string(),
    v.transform((text) => text.split(",")),
    v.array(Lang),
    v.minLength(1),
    v.maxLength(2),
  ),
  paper: v.picklist(PAPERS),
  large: Tick,
  generalOnly: Tick,
  version: v.pipe(v.string(), v.regex(/^[0-9a-z]{1,64}$/u)),
  pages: v.pipe(v.string(), v.regex(/^\d{1,4}$/u), v.transform(Number)),
});
