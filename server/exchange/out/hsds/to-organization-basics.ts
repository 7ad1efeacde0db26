import type { ProviderType } from "#db/vocabulary.ts";
import type { Organization } from "#server/contract/hsds/objects.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { type HsdsContext, wordsOf } from "./context.ts";
import { translationsOf } from "./translations.ts";

/** HSDS requires a description; what is published of an organisation is its kind. */
const KINDS: Readonly<Record<ProviderType, string>> = {
  state: "A public authority.",
  ngo: "A non-governmental organisation.",
  io: "An international organisation.",
  "faith-based": "A faith-based organisation.",
  "community-group": "A community group.",
  private: "A private provider.",
  "social-business": "A social business.",
  embassy: "An embassy or consulate.",
  "police-justice": "An authority of police or justice.",
  immigration: "An immigration authority.",
};

/** The organisation of one listing, with the fields that are one to one. Its website is the listing's: a website may lead to a door. */
export function toHsdsOrganizationBasics(listing: PublishedListing, context: HsdsContext): Organization {
  const { id, name, website } = listing.organization;
  const { providerType } = listing.facts;
  return {
    id,
    name: wordsOf(name, context) ?? id,
    description: providerType === null ? "Its kind is not known." : KINDS[providerType],
    website: website ?? undefined,
    provider_type: providerType ?? undefined,
    ...translationsOf([["name", name]], context),
  };
}
