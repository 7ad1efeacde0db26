import type { CatalogueContact, CatalogueListing } from "./catalogue-listing.ts";
import type { PublicPlace } from "./public-places.ts";

/**
 * Contacts that may be shown: audience public; those that belong to a withheld place only when a person released
 * them one by one. The listing's own come first, then its places', then its organisation's where it has no
 * other; an organisation's contacts follow its withheld places, whichever listing they belong to.
 */
export function publicContacts(
  listing: CatalogueListing,
  places: readonly PublicPlace[],
): readonly CatalogueContact[] {
  const own = listing.contacts.filter(isPublic);
  const placed = places.flatMap(({ location, place }) =>
    location.contacts.filter((c) => isPublic(c) && (place.privacy !== "withheld" || c.released)),
  );
  const found = [...own, ...placed];
  if (found.length > 0) return distinct(found);
  const { contacts, guarded } = listing.organization;
  return distinct(contacts.filter((c) => isPublic(c) && (!guarded || c.released)));
}

function isPublic(contact: CatalogueContact): boolean {
  return contact.audience === "public";
}

function distinct(contacts: readonly CatalogueContact[]): readonly CatalogueContact[] {
  const seen = new Set<string>();
  return contacts.filter(({ channel, value }) => {
    const key = `${channel} ${value}`;
    return !seen.has(key) && seen.add(key);
  });
}
