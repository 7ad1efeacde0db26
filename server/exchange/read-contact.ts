/** A cell that should hold one number or one address. What holds more, or something else, is not taken apart. */

export type ContactReading = { value: string; note?: string } | { code: string; reason: string };

/**
 * A telephone number as it was typed. Several numbers, words, or digits of another script are reported instead: the
 * record is held and the cell's text goes to its note, for a person to enter.
 */
export function readNumber(cell: string): ContactReading {
  const typed = cell.trim();
  const value = typed.replace(/^["'“”]+|["'“”]+$/gu, "").trim();
  if (value === "") return { code: "number-empty", reason: "there is no number in it" };
  if (/(?![0-9])\p{Nd}/u.test(value))
    return { code: "number-local-digits", reason: "it has digits of another script" };
  const bare = value.replace(/[\s,;]*(?:ext\.?|x|extension)\s*\d{1,6}$/iu, "");
  const parts = bare.split(/[/,;|&\n]|\b(?:or|and)\b|(?<=\d)\s*(?=\+)/iu);
  if (parts.filter((part) => part.replace(/\D/gu, "").length >= 3).length > 1) {
    return { code: "number-several", reason: "it holds more than one number" };
  }
  if (/\p{L}/u.test(bare)) return { code: "number-text", reason: "there are words in it" };
  const digits = bare.replace(/\D/gu, "");
  if (digits.length < 2 || digits.length > 18 || /[^\d\s+().#*‑–-]/u.test(bare)) {
    return { code: "number-text", reason: "it is not a number" };
  }
  return value === typed ? { value } : { value, note: "quotation marks around it were taken off" };
}

/** One e-mail address, as typed. */
export function readEmail(cell: string): ContactReading {
  const value = cell.trim();
  if (/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/u.test(value)) return { value };
  return value.includes("@") && /[\s,;]/u.test(value)
    ? { code: "email-several", reason: "it holds more than one address, or words" }
    : { code: "email-text", reason: "it is not an e-mail address" };
}

/** A web address of the open web; `www.` without a scheme gets `https://`. Undefined when it is none. */
export function readUrl(cell: string): string | undefined {
  const value = cell.trim();
  const full = /^www\./iu.test(value) ? `https://${value}` : value;
  return /^https?:\/\/[^\s/@]+\.[^\s@]+$/iu.test(full) && URL.canParse(full) ? full : undefined;
}
