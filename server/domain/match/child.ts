import { answerTo, type Condition } from "./answer.ts";

/**
 * A child who looks for themselves (R28, R52; requirements §8.18). Rules that keep children safe are required: a
 * known "none" rules a service out, not known is a question and hides nothing. A service that wants an adult to come
 * along stays a question too, because a child may have one they trust.
 */
export const child: Condition = (facts, query) => {
  if (!query.child) return null;
  const policy = answerTo(facts, "child-friendly", "child-protection-policy");
  const alone = answerTo(facts, "child-friendly", "child-can-come-alone");
  if (policy === "no") return { answer: "no", code: "child-policy-none" };
  if (alone === "no") return { answer: "unknown", code: "child-with-adult" };
  if (policy === "unknown") return { answer: "unknown", code: "child-policy-unknown" };
  return alone === "yes"
    ? { answer: "yes", code: "child-welcome" }
    : { answer: "unknown", code: "child-alone-unknown" };
};
