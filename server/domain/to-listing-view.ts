import type {
  AddressView,
  ContactView,
  CostView,
  ListingCard,
  ListingDetail,
  ListingView,
  Phrase,
} from "#server/contract/listing-view.ts";
import { LISTING_TEXTS, type Localized, type PublishedListing } from "#server/contract/listing.ts";

/**
 * The text in the reader's language, else in English, else in whatever it was written in; null when there is
 * none. The answer says which language it is, so that the page can mark it.
 */
export function phrase(localized: Localized, lang: string): Phrase | null {
  for (const candidate of [lang, lang.split("-")[0] ?? lang, "en"]) {
    const text = localized[candidate];
    if (text !== undefined) return { text, lang: candidate };
  }
  const [other] = Object.keys(localized).sort();
  return other === undefined ? null : { text: localized[other] ?? "", lang: other };
}

const NOTHING: Phrase = { text: "–", lang: "und" };

/** A published listing in one language: the same for a bundle and for a page without JavaScript. */
export function toListingView(listing: PublishedListing, lang: string): ListingView {
  return { facts: listing.facts, card: toCard(listing, lang), detail: toDetail(listing, lang) };
}

/** What a result card shows. */
export function toCard(listing: PublishedListing, lang: string): ListingCard {
  const fee = listing.costs.find(({ amount, currency }) => amount !== null && currency !== null);
  const city = listing.addresses.map((address) => phrase(address.city, lang)).find((found) => found !== null);
  return {
    name: phrase(listing.name, lang) ?? NOTHING,
    organization: phrase(listing.organization.name, lang) ?? NOTHING,
    city: city ?? null,
    fee:
      fee === undefined || fee.amount === null || fee.currency === null
        ? null
        : { amount: fee.amount, currency: fee.currency },
  };
}

/** What an opened listing shows. */
export function toDetail(listing: PublishedListing, lang: string): ListingDetail {
  return {
    id: listing.id,
    website: listing.organization.website,
    texts: Object.fromEntries(
      LISTING_TEXTS.flatMap((field) => {
        const localized = listing.texts[field];
        const found = localized === undefined ? null : phrase(localized, lang);
        return found === null ? [] : [[field, found]];
      }),
    ),
    ...(listing.printed === undefined
      ? {}
      : {
          printed: Object.fromEntries(
            Object.entries(listing.printed).map(([field, words]) => [field, phrase(words, lang)]),
          ),
        }),
    contacts: listing.contacts.map((contact): ContactView => ({
      ...contact,
      label: phrase(contact.label, lang),
      hours: phrase(contact.hours, lang),
    })),
    costs: listing.costs.map((cost): CostView => ({ ...cost, description: phrase(cost.description, lang) })),
    addresses: listing.addresses.map((address): AddressView => ({
      place: address.place,
      name: phrase(address.name, lang),
      lines: phrase(address.lines, lang),
      city: phrase(address.city, lang),
      postalCode: address.postalCode,
      directions: phrase(address.directions, lang),
    })),
    requiredDocuments: listing.requiredDocuments.flatMap((document) => phrase(document, lang) ?? []),
    source: listing.source,
  };
}
