/** What an organisation belongs to or keeps (requirements R74, R78): codes of the listing, words of the settings. */
import type { Affiliation, PublicAffiliation } from "#server/contract/affiliation.ts";
import type { CatalogueListing } from "./catalogue-listing.ts";

/** Those of a listing's organisation, in the order of the settings; a code that the settings no longer have is left out. */
export function affiliationsOf(
  { organization }: Pick<CatalogueListing, "organization">,
  known: readonly Affiliation[] = [],
): readonly Affiliation[] {
  const held = new Set(organization.affiliations);
  return known.filter(({ code }) => held.has(code));
}

/** As everybody may know it, field by field: whom to turn to stays with practitioners. */
export function toPublicAffiliation({ code, kind, name, url }: Affiliation): PublicAffiliation {
  return { code, kind, name, url };
}
