import type { Audience } from "#db/vocabulary.ts";
import type { Affiliation } from "#server/contract/affiliation.ts";
import type { RestrictedContact, RestrictedListing } from "#server/contract/curate/restricted.ts";
import type { Localized } from "#server/contract/listing.ts";
import { affiliationsOf } from "./affiliations.ts";
import type { CatalogueContact, CatalogueListing } from "./catalogue-listing.ts";
import { placePrivacy } from "./place-privacy.ts";
import { withheldInText } from "./withheld-text.ts";

/**
 * What the restricted tier adds to a public listing (curation: "Who may see the restricted tier"): contacts and
 * notes whose audience is "practitioner", and whom to turn to in a network (R78), field by field, and never a withheld address: a contact or a note that
 * holds the street, postcode, coordinates or a map link of a place that is not public is left out whole. Null when
 * nothing is added.
 */
export function toRestrictedListing(
  listing: CatalogueListing,
  known: readonly Affiliation[] = [],
): RestrictedListing | null {
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
  const affiliations = affiliationsOf(listing, known).filter(({ focalPoint }) => safe([focalPoint ?? ""]));
  // A network or code that everybody sees adds nothing by itself; whom to turn to in it does.
  if (
    contacts.length === 0 &&
    rules.length === 0 &&
    affiliations.every(({ focalPoint }) => focalPoint === null)
  )
    return null;
  return {
    id: listing.id,
    code: listing.code,
    name: listing.name,
    organization: listing.organization.name,
    scope: listing.scope ?? "general",
    services: listing.services,
    contacts: distinct(contacts.map(toContact)),
    entryRules: rules.map(({ words }): Localized => words),
    affiliations: affiliations.map(({ code, kind, name, url, focalPoint }) => ({
      code,
      kind,
      name,
      url,
      focalPoint,
    })),
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
