import {
  LISTING_TEXTS,
  type ListingText,
  type Localized,
  type PublishedListing,
} from "#server/contract/listing.ts";
import { phrase } from "#server/domain/to-listing-view.ts";
import type { HsdsContext } from "./context.ts";

/** The field of a service that holds each text: HSDS's own where it has one, our profile's elsewhere. */
export const TEXT_FIELDS = {
  description: "description",
  eligibilityDescription: "eligibility_description",
  applicationProcess: "application_process",
  whatHappensFirst: "what_happens_first",
  forChildren: "for_children",
  documentsDescription: "documents_description",
  feesDescription: "fees_description",
  rules: "rules",
  limits: "limits",
  waitTime: "wait_time",
  accessLater: "access_later",
  whoIsTold: "who_is_told",
  contactCare: "contact_care",
  interpretationServices: "interpretation_services",
  travel: "travel",
  culture: "culture",
  followUp: "follow_up",
  complaints: "complaints",
  alert: "alert",
} as const satisfies Record<ListingText, string>;

/** Name and texts of a listing, by field of a service. */
export function serviceWords(listing: PublishedListing): Words {
  return [
    ["name", listing.name],
    ...LISTING_TEXTS.flatMap((field) => {
      const localized = listing.texts[field];
      return localized === undefined ? [] : [[TEXT_FIELDS[field], localized] as const];
    }),
  ];
}

type Words = readonly [readonly ["name", Localized], ...(readonly [string, Localized])[]];

/**
 * The language of a name, and name and texts in the other languages: BCP 47 tag, then field. A text that had to be
 * given in another language than the name stands here as well, so that its language is told.
 */
export function translationsOf(
  fields: Words,
  context: HsdsContext,
): { text_language: string; translations: Record<string, Record<string, string>> | undefined } {
  const main = phrase(fields[0][1], context.lang)?.lang ?? "und";
  const found: Record<string, Record<string, string>> = {};
  for (const [field, localized] of fields) {
    const shown = phrase(localized, context.lang)?.lang;
    for (const language of Object.keys(localized).sort()) {
      const text = localized[language];
      if (text === undefined || language === main) continue;
      const wanted = context.languages === undefined || context.languages.includes(language);
      if (wanted || language === shown) (found[language] ??= {})[field] = text;
    }
  }
  return { text_language: main, translations: Object.keys(found).length === 0 ? undefined : found };
}
