/** Writing from right to left on paper. */

const RIGHT_TO_LEFT = new Set(["ar", "fa", "ur", "ps", "prs", "ckb", "ug", "he", "dv"]);

/** Whether a language is written from right to left; `ar-TN` is as `ar`. */
export const isRightToLeft = (lang: string): boolean => RIGHT_TO_LEFT.has(lang.split("-")[0] ?? lang);

/** Keys in groups of four, codes of letters and digits (`7ceb2fc7`), else numbers with their spaces and signs. */
const KEPT =
  /\b[a-z\d]{4}(?:[ \u00a0][a-z\d]{4})+\b|\b(?=[a-z-]*\d)(?=[\d-]*[a-z])[a-z\d][a-z\d-]{2,}\b|[+\d][\d\s()–:.-]{2,}\d/giu;

/**
 * Numbers and codes inside right-to-left text, isolated: each keeps its own order, and a number behind a code (an edition
 * and its day) is not drawn to it.
 */
export const isolated = (text: string): string => text.replace(KEPT, (found) => `\u2066${found}\u2069`);
