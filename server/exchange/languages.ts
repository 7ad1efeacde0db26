/** Language names and codes of sources to BCP 47. Names only where one language can be meant. */
import { lookUp } from "./look-up.ts";

const NAMES: Readonly<Record<string, string>> = {
  albanian: "sq",
  amharic: "am",
  arabic: "ar",
  armenian: "hy",
  bengali: "bn",
  burmese: "my",
  cantonese: "yue",
  "chinese (cantonese)": "yue",
  "chinese (mandarin)": "zh",
  chinese: "zh",
  dari: "prs",
  english: "en",
  farsi: "fa",
  filipino: "fil",
  french: "fr",
  german: "de",
  greek: "el",
  hebrew: "he",
  hindi: "hi",
  hmong: "hmn",
  indonesian: "id",
  italian: "it",
  japanese: "ja",
  karen: "kar",
  khmer: "km",
  korean: "ko",
  kurdish: "ku",
  lao: "lo",
  malay: "ms",
  mandarin: "zh",
  mon: "mnw",
  nepali: "ne",
  pashto: "ps",
  persian: "fa",
  polish: "pl",
  portuguese: "pt",
  punjabi: "pa",
  rohingya: "rhg",
  romanian: "ro",
  russian: "ru",
  samoan: "sm",
  shan: "shn",
  "sign language": "sgn",
  slovak: "sk",
  somali: "so",
  spanish: "es",
  swahili: "sw",
  tagalog: "tl",
  taiwanese: "nan",
  tamil: "ta",
  tetum: "tet",
  thai: "th",
  tigrinya: "ti",
  turkish: "tr",
  ukrainian: "uk",
  urdu: "ur",
  vietnamese: "vi",
};

/** A language code from a code (`ur`, `eng`) or an English name; undefined when it is not sure. */
export function languageCode(value: string): string | undefined {
  const text = value.trim();
  const named = lookUp(NAMES, text.toLowerCase());
  if (named) return named;
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/u.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}
