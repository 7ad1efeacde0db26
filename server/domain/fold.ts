/**
 * Folding text so that the same name typed in different ways compares equal: case, accents, spaces and punctuation
 * do not count. Vowel signs of Thai, Lao, Khmer, Burmese and the Indic scripts are marks too, but they are letters
 * to the reader, so marks are taken off Latin, Greek and Cyrillic letters only, and off Arabic ones, where short
 * vowels and the hamza on alef are optional in writing.
 */

const MARKS_NOT_LETTERS = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}])\p{M}+/gu;

/** Letters that Unicode does not decompose although people leave the stroke out when they type. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  đ: "d",
  ð: "d",
  ø: "o",
  ł: "l",
  ı: "i",
  ħ: "h",
  ŧ: "t",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  // Arabic: letters that are written for one another in everyday typing, and their Persian and Urdu twins.
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ة: "ه",
  ۀ: "ه",
};
const TO_PLAIN = new RegExp(`[${Object.keys(PLAIN_LETTERS).join("")}]`, "gu");

/** The line that stretches Arabic words; it means nothing. */
const TATWEEL = /\u0640/gu;

/** First digit of each digit block people of our languages type: Arabic, Persian, Devanagari, Bengali, Thai, Lao, Burmese, Khmer. */
const DIGIT_BLOCKS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0];
const OTHER_DIGITS = /[٠-٩۰-۹०-९০-৯๐-๙໐-໙၀-၉០-៩]/gu;

/** Apostrophes, modifier letters, joiners, zero-width and direction characters: inside a word, so removed, not spaced. */
const INSIDE_WORDS = /['’‘`´ʻ\u02b0-\u02ff\p{Cf}\u034f]/gu;

/** Most texts have nothing to take off: ten times quicker, with the same result. */
const PLAIN_TEXT = /^[\t\n\r -~]*$/;
const PLAIN_INSIDE = /['`]/g;
const PLAIN_BETWEEN = /[^a-z0-9]+/g;

function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(TATWEEL, "")
    .replace(MARKS_NOT_LETTERS, "$1")
    .replace(TO_PLAIN, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(OTHER_DIGITS, asciiDigit)
    .replace(INSIDE_WORDS, "");
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const start = DIGIT_BLOCKS.find((block) => code >= block && code < block + 10) ?? code;
  return String(code - start);
}

/**
 * The words of a text, folded, separated by single spaces.
 * @example foldWords("Đà Nẵng (City)") // "da nang city"
 */
export function foldWords(text: string): string {
  if (PLAIN_TEXT.test(text))
    return text.toLowerCase().replace(PLAIN_INSIDE, "").replace(PLAIN_BETWEEN, " ").trim();
  return foldLetters(text)
    .replace(/[\s\p{P}\p{S}]+/gu, " ")
    .trim();
}

/**
 * The comparing form of a text: folded, without spaces, punctuation and zero-width characters.
 * Two names are taken for the same when their folded forms are equal.
 * @example fold("Chiang Mai") === fold("chiangmai") // true
 */
export function fold(text: string): string {
  return foldWords(text).replace(/ /g, "");
}
