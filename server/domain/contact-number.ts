/** From a number as typed to what a phone may dial. Server only: the library's data is too big for the public site. */
// Chosen on purpose: `max` (about 180 KB) alone validates whole numbers by their patterns; `min` knows lengths only,
// so that wrong numbers would become links.
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { DialScope } from "#db/vocabulary.ts";

export interface Dialable {
  /** Digits with `+` in front when it works from everywhere; digits alone inside the country; null: never a link. */
  dial: string | null;
  dialScope: DialScope;
}

/** Numbers of up to this many digits are short codes. */
const SHORT = 6;
/** Beginnings of toll-free and service numbers that carriers connect only inside their country. */
const INLAND = /^(?:1[3589]00|0?800|116)/u;
const INLAND_TYPES = new Set(["TOLL_FREE", "SHARED_COST", "UAN", "PREMIUM_RATE"]);

/**
 * The dialable form of a number. `country` (ISO 3166-1 alpha-2) is where it is listed, or undefined.
 * Short codes stay as they are and work inside the country alone (data notes 1.5: the library makes `+66 1300` of
 * them); fictional numbers `000 …` are never dialled; everything else only when the library calls it valid.
 */
export function dialable(value: string, country: string | undefined): Dialable {
  const typed = value.trim();
  if (/[^\d\s+().#*/‑–-]/u.test(typed.replace(/\s*(?:ext\.?|x|extension)\s*\d{1,6}$/iu, ""))) return none();
  const bare = typed.replace(/\s*(?:ext\.?|x|extension)\s*\d{1,6}$/iu, "").replace(/[^\d+*#]/gu, "");
  const digits = bare.replace(/\D/gu, "");
  // `000` alone is Australia's emergency number; with more digits it is what demo numbers begin with.
  if (digits.length < 2 || (digits.startsWith("000") && digits.length > 3)) return none();
  if (!bare.startsWith("+") && digits.length <= SHORT) {
    return { dial: bare, dialScope: "country" };
  }
  const international = bare.startsWith("00") ? `+${bare.slice(2)}` : bare;
  const home = country && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const parsed = parsePhoneNumberFromString(
    international,
    home ? { defaultCountry: home, extract: false } : { extract: false },
  );
  const local = !international.startsWith("+");
  if (!parsed?.isValid()) {
    return local && INLAND.test(digits) ? { dial: digits, dialScope: "country" } : none();
  }
  // A valid number is judged by its type: `080…` is a mobile in Thailand and a free number elsewhere.
  const type = parsed.getType();
  if (local && type !== undefined && INLAND_TYPES.has(type)) return { dial: digits, dialScope: "country" };
  return { dial: parsed.number, dialScope: "international" };
}

/**
 * The country that a full number belongs to (ISO 3166-1 alpha-2), when it can be known: for comparing it with the
 * country of the listing.
 */
export function numberCountry(value: string): string | undefined {
  const bare = value.replace(/[^\d+]/gu, "");
  if (!bare.startsWith("+")) return undefined;
  return parsePhoneNumberFromString(bare, { extract: false })?.country;
}

function none(): Dialable {
  return { dial: null, dialScope: "unknown" };
}
