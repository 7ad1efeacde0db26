/**
 * The signed word that a form carries for browsers that do not say where a post comes from (`Sec-Fetch-Site`: not before
 * Chrome 76, Firefox 90, Safari 16.4, and never over plain HTTP; safety D.4.3). It is of a day and the same for
 * everybody, so that pages stay the same bytes for all and nobody can be told by it. So it keeps off forms that other
 * sites made, and not somebody who reads ours first: no form here may do more than anybody may.
 */
import { daySignature, goodDays } from "./day-signature.ts";

/** The field of a form that holds it. */
export const FORM_TOKEN = "token";

const USE = "form";

/** The word of a moment's day: 32 hex digits. */
export const formTokenAt = (key: string, at: Date): Promise<string> =>
  daySignature(key, USE, goodDays(at)[0]);

/** Whether a form's word is today's or yesterday's. */
export async function isGoodFormToken(key: string, token: unknown, at: Date): Promise<boolean> {
  const good = await Promise.all(goodDays(at).map((day) => daySignature(key, USE, day)));
  return typeof token === "string" && good.includes(token);
}
