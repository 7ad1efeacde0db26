import { ELIGIBILITY_FACETS, FACETS } from "#db/vocabulary.ts";
import type { Attribute } from "#server/contract/hsds/taxonomy.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { HsdsContext } from "./context.ts";
import { nameId } from "./name-id.ts";
import type { TaxonomyKey } from "./taxonomies.ts";

/**
 * What classifies a service: its kinds of help (link type `service-type`), its scope (`scope`), and every condition
 * that was answered (`eligibility` or `access`), with the value yes or no. A condition that nobody answered has no
 * attribute: not known.
 */
export function toHsdsAttributes(listing: PublishedListing, context: HsdsContext): Attribute[] {
  const { facts } = listing;
  const add = (key: TaxonomyKey, code: string, type: string, value?: string): Attribute[] =>
    toAttribute(listing.id, "service", key, code, type, value, context);
  return [
    ...facts.services.flatMap((code) => add("needs", code, "service-type")),
    ...add("listings", `scope:${facts.scope}`, "scope"),
    ...Object.entries(FACETS).flatMap(([facet, codes]) =>
      codes.flatMap((code) => {
        const answer = facts.answers[facet]?.[code];
        const type = facet in ELIGIBILITY_FACETS ? "eligibility" : "access";
        return answer === undefined ? [] : add("conditions", `${facet}:${code}`, type, answer);
      }),
    ),
  ];
}

/** The kind of organisation, where it is known, and each thing that it belongs to or keeps, by name. */
export function toProviderAttributes(listing: PublishedListing, context: HsdsContext): Attribute[] {
  const { providerType } = listing.facts;
  const { id, affiliations = [] } = listing.organization;
  const add = (code: string, type: string, value?: string): Attribute[] =>
    toAttribute(id, "organization", "listings", code, type, value, context);
  return [
    ...(providerType === null ? [] : add(`provider-type:${providerType}`, "provider-type")),
    ...affiliations.flatMap(({ code, kind, name }) =>
      add(`affiliation:${kind}`, "affiliation", name).map((one) => ({
        ...one,
        // An organisation may belong to several networks: the id is that of the network, not of its kind.
        id: nameId(`${id}/attribute/affiliation/${code}`),
      })),
    ),
  ];
}

/** One attribute; none when the taxonomy has no such term any more. */
function toAttribute(
  linkId: string,
  linkEntity: string,
  key: TaxonomyKey,
  code: string,
  linkType: string,
  value: string | undefined,
  context: HsdsContext,
): Attribute[] {
  const term = context.taxonomies.term(key, code);
  if (term === undefined) return [];
  return [
    {
      id: nameId(`${linkId}/attribute/${key}/${code}`),
      link_id: linkId,
      taxonomy_term_id: term.id,
      link_type: linkType,
      link_entity: linkEntity,
      ...(value === undefined ? {} : { value }),
      taxonomy_term: term,
    },
  ];
}
