/**
 * Names of languages, in the reader's language and in their own. From tables alone: browsers and workerd have
 * no Lao, Khmer, Burmese, Albanian or Nepali names and fall back to the browser's own language without a word.
 */
import type { MessageKey, Words } from "./words.ts";

/** Own names by code, as the speakers write them. Where that is not sure, a language has none here. */
export const ENDONYMS: Readonly<Record<string, string>> = {
  th: "ไทย",
  lo: "ລາວ",
  km: "ខ្មែរ",
  my: "မြန်မာ",
  vi: "Tiếng Việt",
  id: "Bahasa Indonesia",
  ms: "Bahasa Melayu",
  fil: "Filipino",
  tl: "Tagalog",
  zh: "中文",
  yue: "粵語",
  sq: "Shqip",
  ar: "العربية",
  en: "English",
  ne: "नेपाली",
  hi: "हिन्दी",
  ur: "اردو",
  bn: "বাংলা",
  ta: "தமிழ்",
  si: "සිංහල",
  fa: "فارسی",
  ps: "پښتو",
  prs: "دری",
  shn: "တႆး",
  kar: "ကညီကျိာ်",
  ksw: "စှီၤကညီကျိာ်",
  kjp: "ဖၠုံ",
  blk: "ပအိုဝ်ႏ",
  mnw: "ဘာသာမန်",
  cnh: "Lai holh",
  ctd: "Zopau",
  cfm: "Falam",
  rhg: "Ruáingga",
  kac: "Jinghpaw",
  rki: "ရခိုင်",
  lhu: "Ladhof",
  ahk: "Avkavdawv",
  pll: "တအာင်း",
  hmn: "Hmoob",
  mww: "Hmoob Dawb",
  hnj: "Moob Leeg",
  ium: "Iu Mienh",
  kjg: "Khmuʼ",
  cjm: "Cam",
  cja: "Cam",
  jra: "Jrai",
  tyz: "Tày",
  nut: "Nùng",
  mtq: "Mường",
  za: "Vahcuengh",
  ii: "ꆈꌠꉙ",
  ug: "ئۇيغۇرچە",
  bo: "བོད་སྐད་",
  jv: "Basa Jawa",
  su: "Basa Sunda",
  ceb: "Binisaya",
  ilo: "Ilokano",
  hil: "Hiligaynon",
  tet: "Tetun",
  tts: "อีสาน",
  ja: "日本語",
  ko: "한국어",
  ru: "Русский",
  uk: "Українська",
  uz: "Oʻzbek",
  fr: "Français",
  es: "Español",
  pt: "Português",
  de: "Deutsch",
  it: "Italiano",
  tr: "Türkçe",
  am: "አማርኛ",
  om: "Afaan Oromoo",
  ti: "ትግርኛ",
  so: "Soomaali",
  sw: "Kiswahili",
  ha: "Hausa",
  yo: "Yorùbá",
  ig: "Igbo",
  lg: "Luganda",
  ku: "Kurdî",
  ckb: "کوردیی ناوەندی",
  te: "తెలుగు",
  ml: "മലയാളം",
  pa: "ਪੰਜਾਬੀ",
  mn: "Монгол",
  rom: "Romani",
  mk: "Македонски",
  sr: "Српски",
  el: "Ελληνικά",
  dv: "ދިވެހި",
};

/** Languages with a name in every language of the interface, but without an own name that is sure. */
const NAMED_ONLY = ["pwo", "kyu", "eky", "wbm", "mfa", "nod", "lis", "sign", "tsq"];

/** Codes that have a name in every language of the interface: one `language.*` message each. */
export const NAMED_LANGUAGES: readonly string[] = [...Object.keys(ENDONYMS), ...NAMED_ONLY];

const named = new Set(NAMED_LANGUAGES);

/** `zh-Hans-CN` is named like `zh`. */
const bare = (code: string): string => code.split("-")[0] ?? code;

/** The language's own name, or null when the table has none. */
export function endonym(code: string): string | null {
  return ENDONYMS[code] ?? ENDONYMS[bare(code)] ?? null;
}

/** The language's name in the reader's language; else its own name; else the code as it is. */
export function languageName(words: Words, code: string): string {
  const known = named.has(code) ? code : bare(code);
  return named.has(known) ? words.t(`language.${known}` as MessageKey) : code;
}

/** Names in the reader's language, in the order given. */
export function languageNames(words: Words, codes: readonly string[]): string[] {
  return codes.map((code) => languageName(words, code));
}
