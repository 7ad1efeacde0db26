import { openingState } from "../opening-hours.ts";
import type { Condition } from "./answer.ts";

/** Open at a moment, by the place's own clock (R65). */
export const openAt: Condition = (facts, query) => {
  if (query.openAt === undefined) return null;
  const { open, until } = openingState(facts.opening, query.openAt);
  if (open === null) return { answer: "unknown", code: "hours-unknown" };
  if (!open) return { answer: "no", code: "closed-now" };
  return until === null
    ? { answer: "yes", code: "open-now" }
    : { answer: "yes", code: "open-now", values: { until } };
};
