import type * as v from "valibot";

/**
 * What is wrong with a value, in words that stand behind the name of its field. Says what is asked for, never what was
 * sent.
 */
export function whyWrong(issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  if (issue === undefined) return OTHERWISE;
  const { type, requirement } = issue;
  if (type === "max_value") return `is more than ${String(requirement)}`;
  if (type === "min_value") return `is less than ${String(requirement)}`;
  if (type === "max_length") return `is longer than ${String(requirement)} letters`;
  if (type === "min_length") return "is missing";
  if (type === "integer") return "is not a whole number";
  if (type === "number") return "is not a number";
  if (type === "iso_date") return "is not a day";
  if (type === "url") return "is not an address of a page; it begins with https://";
  if (type === "email") return "is not an e-mail address";
  return OTHERWISE;
}
const OTHERWISE = "is not valid";
