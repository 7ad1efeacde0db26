/**
 * The three taxonomies that classify listings for other systems: kinds of help, conditions in three values, and
 * what kind of listing it is. Terms have the codes that the directory itself uses.
 */
import taxonomy from "#db/seed/taxonomy.json" with { type: "json" };
import { ELIGIBILITY_FACETS, FACETS, PROVIDER_TYPES, SCOPES } from "#db/vocabulary.ts";
import { AFFILIATION_KINDS } from "#server/contract/affiliation.ts";
import type { Taxonomy, TaxonomyTerm } from "#server/contract/hsds/taxonomy.ts";
import type { PublicTerm } from "#server/contract/public-records.ts";
import { nameId } from "./name-id.ts";

export type TaxonomyKey = "needs" | "conditions" | "listings";

export interface HsdsTaxonomies {
  readonly taxonomies: readonly Taxonomy[];
  readonly terms: readonly TaxonomyTerm[];
  /** The term with this code, or undefined. */
  term(key: TaxonomyKey, code: string): TaxonomyTerm | undefined;
  /** Where a term stands and its code, by its id. */
  find(id: string): { readonly key: TaxonomyKey; readonly code: string } | undefined;
}

const TEXTS: Readonly<Record<TaxonomyKey, readonly [name: string, description: string]>> = {
  needs: ["Kinds of help", "Twelve kinds of need, and the services that answer each."],
  conditions: [
    "Conditions of use",
    "Who may use a service and how it is reached. The value of an attribute is yes or no; a condition without an attribute is not known.",
  ],
  listings: [
    "Kinds of listing",
    "The scope of a service, the kind of organisation that runs it, and what that organisation belongs to or keeps.",
  ],
};
/** Moves when codes are added or taken away. */
const VERSION = "1.1";

export const taxonomyId = (key: TaxonomyKey): string => nameId(`taxonomy/${key}`);
const termId = (key: TaxonomyKey, code: string): string => nameId(`term/${key}/${code}`);

/** The last ones that were made, and what from: they change when the directory's taxonomy does, which is rarely. */
let kept: { readonly from: string; readonly made: HsdsTaxonomies } | undefined;

/** The taxonomies with all their terms. `published` are the sub-services as the directory publishes them. */
export function hsdsTaxonomies(published: readonly PublicTerm[]): HsdsTaxonomies {
  const from = JSON.stringify(published);
  if (kept?.from !== from) kept = { from, made: makeTaxonomies(published) };
  return kept.made;
}

function makeTaxonomies(published: readonly PublicTerm[]): HsdsTaxonomies {
  const terms = [...needTerms(published), ...conditionTerms(), ...listingTerms()];
  const places = new Map(terms.map(({ key, code, term }) => [term.id, { key, code }]));
  const byCode = new Map(terms.map(({ key, code, term }) => [`${key} ${code}`, term]));
  return {
    taxonomies: (Object.keys(TEXTS) as TaxonomyKey[]).map(toTaxonomy),
    terms: terms.map(({ term }) => term),
    term: (key, code) => byCode.get(`${key} ${code}`),
    find: (id) => places.get(id),
  };
}

function toTaxonomy(key: TaxonomyKey): Taxonomy {
  const [name, description] = TEXTS[key];
  return { id: taxonomyId(key), name, description, version: VERSION };
}

interface PlacedTerm {
  readonly key: TaxonomyKey;
  readonly code: string;
  readonly term: TaxonomyTerm;
}

function toTerm(
  key: TaxonomyKey,
  code: string,
  parent: string | null,
  name: string,
  description: string,
): PlacedTerm {
  const term: TaxonomyTerm = {
    id: termId(key, code),
    code,
    name,
    description,
    ...(parent === null ? {} : { parent_id: termId(key, parent) }),
    taxonomy: TEXTS[key][0],
    taxonomy_id: taxonomyId(key),
    language: "en",
  };
  return { key, code, term };
}

function needTerms(published: readonly PublicTerm[]): PlacedTerm[] {
  return [
    ...taxonomy.areas.map(({ code, label, description }) => toTerm("needs", code, null, label, description)),
    ...published.map(({ code, need, name, description }) => toTerm("needs", code, need, name, description)),
  ];
}

function conditionTerms(): PlacedTerm[] {
  return Object.entries(FACETS).flatMap(([facet, codes]) => {
    const about = facet in ELIGIBILITY_FACETS ? "Who may use a service" : "How a service is reached";
    return [
      toTerm("conditions", facet, null, spoken(facet), `${about}: ${spoken(facet).toLowerCase()}.`),
      ...codes.map((code) =>
        toTerm(
          "conditions",
          `${facet}:${code}`,
          facet,
          `${spoken(facet)}: ${spoken(code).toLowerCase()}`,
          "Yes or no; without an answer it is not known.",
        ),
      ),
    ];
  });
}

function listingTerms(): PlacedTerm[] {
  return [
    ...group("scope", SCOPES, "Whether help is open to everyone or specialised."),
    ...group("provider-type", PROVIDER_TYPES, "What kind of organisation it is."),
    ...group(
      "affiliation",
      AFFILIATION_KINDS,
      "What an organisation belongs to or keeps. The value of an attribute is its name.",
    ),
  ];
}

function group(facet: string, codes: readonly string[], description: string): PlacedTerm[] {
  return [
    toTerm("listings", facet, null, spoken(facet), description),
    ...codes.map((code) =>
      toTerm(
        "listings",
        `${facet}:${code}`,
        facet,
        `${spoken(facet)}: ${spoken(code).toLowerCase()}`,
        description,
      ),
    ),
  ];
}

/** `documents-needed` → `Documents needed`. */
function spoken(code: string): string {
  const words = code.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
