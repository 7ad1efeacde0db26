import { DELIVERIES, type FacetCode } from "#db/vocabulary.ts";
import { answerTo, anyYes, type Condition } from "./answer.ts";

const ELSEWHERE = DELIVERIES.filter(
  (code): code is Exclude<FacetCode<"delivery">, "residential"> => code !== "residential",
);

/** A way of giving the help: by phone, at home, in a centre … (R14). */
export const delivery: Condition = (facts, query) => {
  if (query.delivery === undefined) return null;
  const values = { delivery: query.delivery };
  const answer = answerTo(facts, "delivery", query.delivery);
  if (answer === "yes") return { answer, code: "delivered-so", values };
  if (answer === "no") return { answer, code: "not-delivered-so", values };
  return { answer, code: "delivery-unknown", values };
};

/**
 * Without staying in a shelter (R14). Many services exist for residents alone, so a second way of giving help
 * is not enough when the listing says that others cannot come.
 */
export const withoutStaying: Condition = (facts, query) => {
  if (!query.withoutStaying) return null;
  const open = answerTo(facts, "open-to-non-residents", "yes");
  const residential = answerTo(facts, "delivery", "residential");
  if (open === "no") return { answer: "no", code: "stay-needed" };
  if (open === "yes" || residential === "no" || anyYes(facts, "delivery", ELSEWHERE)) {
    return { answer: "yes", code: "no-stay-needed" };
  }
  const onlyThere = ELSEWHERE.every((code) => answerTo(facts, "delivery", code) === "no");
  if (residential === "yes" && onlyThere) return { answer: "no", code: "stay-needed" };
  return { answer: "unknown", code: "stay-unknown" };
};
