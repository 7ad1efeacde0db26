import type { Facet } from "#db/vocabulary.ts";
import type { ListingText } from "#server/contract/listing.ts";

/** The parts of the page, as a person thinks of a service. */
export const PARTS = [
  "what",
  "who",
  "in",
  "where",
  "when",
  "rules",
  "languages",
  "told",
  "checked",
  "history",
] as const;
export type Part = (typeof PARTS)[number];

/** Which facets are asked in which part. Every facet of the vocabulary stands in one of them (a test counts). */
export const FACETS_OF: Readonly<Partial<Record<Part, readonly Facet[]>>> = {
  what: ["scope-detail", "authorised", "delivery", "trafficking-related-only", "general-target-group"],
  who: [
    "gender-served",
    "with-children",
    "age-range",
    "pregnancy",
    "lgbtqi",
    "disability",
    "mental-illness",
    "health-condition",
    "substance-dependence",
    "nationality-served",
    "migration-status",
    "exploitation-forms",
    "trafficking-route",
    "age-at-trafficking",
    "time-since-trafficking",
    "stage",
    "child-status",
    "children-born-of-trafficking",
    "family-members",
    "family-support",
    "security-risk",
    "ethnic-minority",
    "religion",
    "place-of-exploitation-or-return",
  ],
  in: [
    "entry-route",
    "documents-needed",
    "identification-needed",
    "cooperation-needed",
    "cost",
    "legal-status-needed",
    "residence-registration-needed",
    "identification-history",
    "literacy-needed",
    "prior-skill-needed",
    "income-test",
    "access-later",
    "open-to-non-residents",
    "travel-support",
    "accompaniment-available",
    "literacy-support",
  ],
  where: ["accessible-formats", "discreet-contact", "childcare-on-site"],
  when: ["hours", "limits"],
  rules: ["shelter-rules", "child-friendly", "staff-gender", "staff-training", "complaint-route"],
  languages: ["interpreter"],
  told: ["confidentiality"],
};

/** Which texts are written in which part. */
export const TEXTS_OF: Readonly<Partial<Record<Part, readonly (ListingText | "name")[]>>> = {
  what: ["name", "description", "alert"],
  who: ["eligibilityDescription", "forChildren", "culture"],
  in: [
    "whatHappensFirst",
    "applicationProcess",
    "documentsDescription",
    "feesDescription",
    "accessLater",
    "travel",
  ],
  when: ["waitTime", "limits"],
  rules: ["rules", "followUp", "complaints"],
  languages: ["interpretationServices"],
  told: ["whoIsTold", "contactCare"],
};

/** The part in which a facet is asked. */
export function partOf(term: string): Part | null {
  const [facet = ""] = term.split(":");
  return (
    PARTS.find((part) => (FACETS_OF[part] as readonly string[] | undefined)?.includes(facet) === true) ?? null
  );
}
