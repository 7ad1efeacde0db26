import type {
  AddressView,
  ContactView,
  CostView,
  ListingCard,
  ListingDetail,
  ListingView,
  Phrase,
} from "#server/contract/listing-view.ts";
import {
  LISTING_TEXTS,
  type Localized,
  type PublishedListing,
  type TextMark,
} from "#server/contract/listing.ts";

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

type Marks = Readonly<Record<string, TextMark>> | undefined;

/** A phrase with what a reader is told of it as a translation. */
function marked(localized: Localized, lang: string, marks: Marks): Phrase | null {
  const found = phrase(localized, lang);
  const mark = found === null ? undefined : marks?.[found.lang];
  return found === null || mark === undefined ? found : { ...found, mark };
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
    name: marked(listing.name, lang, listing.marks?.["name"]) ?? NOTHING,
    organization: marked(listing.organization.name, lang, listing.marks?.["organization"]) ?? NOTHING,
    city: city ?? null,
    fee:
      fee === undefined || fee.amount === null || fee.currency === null
        ? null
        : { amount: fee.amount, currency: fee.currency },
  };
}

/** What an opened listing shows. */
export function toDetail(listing: PublishedListing, lang: string): ListingDetail {
  const said = (localized: Localized, path: string) => marked(localized, lang, listing.marks?.[path]);
  return {
    id: listing.id,
    website: listing.organization.website,
    ...(listing.organization.affiliations === undefined
      ? {}
      : { affiliations: listing.organization.affiliations }),
    texts: Object.fromEntries(
      LISTING_TEXTS.flatMap((field) => {
        const localized = listing.texts[field];
        const found = localized === undefined ? null : said(localized, `texts.${field}`);
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
    contacts: listing.contacts.map((contact, at): ContactView => ({
      ...contact,
      label: said(contact.label, `contacts.${at}.label`),
      hours: said(contact.hours, `contacts.${at}.hours`),
    })),
    costs: listing.costs.map((cost, at): CostView => ({
      ...cost,
      description: said(cost.description, `costs.${at}`),
    })),
    addresses: listing.addresses.map((address): AddressView => ({
      place: address.place,
      name: said(address.name, `addresses.${address.place}.name`),
      lines: said(address.lines, `addresses.${address.place}.lines`),
      city: said(address.city, `addresses.${address.place}.city`),
      postalCode: address.postalCode,
      directions: said(address.directions, `addresses.${address.place}.directions`),
    })),
    requiredDocuments: listing.requiredDocuments.flatMap(
      (document, at) => said(document, `documents.${at}`) ?? [],
    ),
    source: listing.source,
  };
}
