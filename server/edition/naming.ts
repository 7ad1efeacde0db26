/** What "general help only" must not print: texts that name trafficking, in any language of the interface. */
import { namesIt } from "#server/domain/general-only.ts";
import type { Localized, PublishedListing } from "#server/contract/listing.ts";

function withoutNaming(localized: Localized): Localized {
  return Object.fromEntries(Object.entries(localized).filter(([, text]) => !namesIt(text)));
}

/**
 * Listings for an edition of general help alone: specialised ones are left out, so are those whose own or whose
 * organisation's name says it, and texts that say it.
 */
export function generalOnly(listings: readonly PublishedListing[]): readonly PublishedListing[] {
  return listings
    .filter(({ facts }) => facts.scope === "general")
    .filter(({ name, organization }) =>
      [...Object.values(name), ...Object.values(organization.name)].every((text) => !namesIt(text)),
    )
    .map((listing) => ({
      ...listing,
      texts: Object.fromEntries(
        Object.entries(listing.texts).map(([field, localized]) => [field, withoutNaming(localized)]),
      ),
      contacts: listing.contacts.map((contact) => ({
        ...contact,
        label: withoutNaming(contact.label),
        hours: withoutNaming(contact.hours),
      })),
      addresses: listing.addresses.map((address) => ({
        ...address,
        name: withoutNaming(address.name),
        directions: withoutNaming(address.directions),
      })),
      requiredDocuments: listing.requiredDocuments.map(withoutNaming),
    }));
}
