import type { Need } from "#db/vocabulary.ts";

/**
 * Needs in the order of the screen: what people say helped most comes early, not shelter and therapy first
 * (design §5; requirements §8.5). Paper keeps the field's order, which is that of `NEEDS`.
 */
export const NEEDS_ON_SCREEN: readonly Need[] = [
  "housing",
  "medical",
  "counselling",
  "economic",
  "administrative",
  "legal",
  "education",
  "training",
  "protection",
  "family",
  "return",
  "case-management",
];
