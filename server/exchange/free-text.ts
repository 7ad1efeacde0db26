/** Free text on its way in: markup is taken out, and what may name staff is kept from the public. */

/** An e-mail address anywhere in a text. */
export const EMAIL_IN_TEXT = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;

const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|<!--[\s\S]*?-->/giu;
const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

export interface TextReading {
  /** Plain text, trimmed; empty when nothing is left. */
  text: string;
  /** Tags were taken out. */
  hadMarkup: boolean;
  /** Holds an e-mail address: for private fields alone, until a person releases it. */
  mayNameStaff: boolean;
}

/** Plain text of a cell. Scripts and styles go with what they hold. */
export function readText(value: string): TextReading {
  const bare = value.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/giu, " ");
  const untagged = bare.replace(TAG, (tag) =>
    /^<\/?(?:p|br|div|li|ul|ol|h\d|tr)\b/iu.test(tag) ? "\n" : "",
  );
  const hadMarkup = untagged !== value;
  const decoded = hadMarkup
    ? untagged.replace(/&(amp|lt|gt|quot|apos|nbsp);/gu, (whole, name: string) => ENTITIES[name] ?? whole)
    : untagged;
  const text = decoded
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[ \t]+\n/gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
  return { text, hadMarkup, mayNameStaff: EMAIL_IN_TEXT.test(text) };
}
