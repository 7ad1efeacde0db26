import { GUARDED_SERVICES } from "#db/vocabulary.ts";

/** A question about a listing that nobody has answered and that matters, as `facet:code`. */
type Term = string;

/** What anybody who thinks of going there needs to know (requirements §3). */
const ALWAYS: readonly Term[] = [
  "confidentiality:tells-police",
  "confidentiality:tells-immigration",
  "documents-needed:none",
  "identification-needed:none",
  "cooperation-needed:none",
  "cost:free",
  "interpreter:available",
];
/** What anybody who would sleep there needs to know: above all whether they may leave. */
const WHERE_PEOPLE_STAY: readonly Term[] = [
  "shelter-rules:stay-voluntary",
  "shelter-rules:can-leave-freely",
  "shelter-rules:phone-allowed",
  "shelter-rules:stay-tied-to-court-case",
];
const GENDERS: readonly Term[] = [
  "gender-served:women",
  "gender-served:men",
  "gender-served:girls",
  "gender-served:boys",
];

/** Whether people stay there overnight, as far as is known. */
export function isResidential(
  services: readonly string[],
  answerOf: (term: Term) => "yes" | "no" | null,
): boolean {
  return (
    answerOf("delivery:residential") === "yes" ||
    services.some((code) => (GUARDED_SERVICES as readonly string[]).includes(code))
  );
}

/**
 * The questions that matter and that nobody has answered, the weightiest first: what to ask in a call, and what
 * the editor flags. Gender is one question while none of its answers is known.
 */
export function openQuestions(
  services: readonly string[],
  answerOf: (term: Term) => "yes" | "no" | null,
): readonly Term[] {
  const open = (term: Term) => answerOf(term) === null;
  return [
    ...(isResidential(services, answerOf) ? WHERE_PEOPLE_STAY.filter(open) : []),
    ...(answerOf("gender-served:all-genders") === null && GENDERS.every(open) ? ["gender-served:women"] : []),
    ...ALWAYS.filter(open),
  ];
}
