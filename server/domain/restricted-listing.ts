import type { Audience } from "#db/vocabulary.ts";
import type { RestrictedContact, RestrictedListing } from "#server/contract/curate/restricted.ts";
import type { Localized } from "#server/contract/listing.ts";
import type { CatalogueContact, CatalogueListing } from "./catalogue-listing.ts";
import { placePrivacy } from "./place-privacy.ts";
import { withheldInText } from "./withheld-text.ts";

/**
 * What the restricted tier adds to a public listing (curation: "Who may see the restricted tier"): contacts and
 * notes whose audience is "practitioner", field by field, and never a withheld address: a contact or a note that
 * holds the street, postcode, coordinates or a map link of a place that is not public is left out whole. Null when
 * nothing is added.
 */
export function toRestrictedListing(listing: CatalogueListing): RestrictedListing | null {
  const guarded = listing.locations.filter((place) => placePrivacy(place, [listing]) !== "public");
  const safe = (texts: readonly string[]) =>
    texts.every((text) => withheldInText(text, guarded).length === 0);
  const contacts = [
    ...listing.contacts,
    ...listing.locations.flatMap((place) => place.contacts),
    ...listing.organization.contacts,
  ]
    .filter(forPractitioners)
    .filter((one) => safe([one.value, ...Object.values(one.label), ...Object.values(one.hours)]));
  const rules = listing.notes.filter(forPractitioners).filter(({ words }) => safe(Object.values(words)));
  if (contacts.length === 0 && rules.length === 0) return null;
  return {
    id: listing.id,
    code: listing.code,
    name: listing.name,
    organization: listing.organization.name,
    scope: listing.scope ?? "general",
    services: listing.services,
    contacts: distinct(contacts.map(toContact)),
    entryRules: rules.map(({ words }): Localized => words),
  };
}

const forPractitioners = ({ audience }: { readonly audience: Audience }): boolean =>
  audience === "practitioner";

function toContact(contact: CatalogueContact): RestrictedContact {
  const { channel, value, label, hours, whoAnswers, recorded, free, tells } = contact;
  return { channel, value, label, hours, whoAnswers, recorded, free, tells };
}

function distinct(contacts: readonly RestrictedContact[]): readonly RestrictedContact[] {
  return [...new Map(contacts.map((one) => [`${one.channel} ${one.value}`, one])).values()];
}
