/**
 * The languages of the interface, in the order in which they are offered. A language is one line here and one
 * folder in `messages/`; a line without a folder is known by name and not offered yet.
 */

export interface InterfaceLanguage {
  /** BCP 47. */
  readonly code: string;
  /** Its own name, in its own writing. */
  readonly endonym: string;
  readonly dir: "ltr" | "rtl";
  /** ISO 15924. */
  readonly script: string;
  /** Whether a native speaker has checked the words. */
  readonly checked: boolean;
  /** "Not yet checked by a native speaker", said in the language itself. */
  readonly notChecked: string;
  /** Added to the Gregorian year on the page: Thai counts from the Buddha (543). */
  readonly yearOffset: number;
  /** Between groups of three digits. */
  readonly group: string;
}

const left = { dir: "ltr", script: "Latn", checked: false, yearOffset: 0, group: "," } as const;

export const LANGUAGES: readonly InterfaceLanguage[] = [
  {
    ...left,
    code: "en",
    endonym: "English",
    checked: true,
    notChecked: "Not yet checked by a native speaker",
  },
  {
    ...left,
    code: "th",
    endonym: "ไทย",
    script: "Thai",
    yearOffset: 543,
    notChecked: "ยังไม่ได้ตรวจโดยเจ้าของภาษา",
  },
  { ...left, code: "lo", endonym: "ລາວ", script: "Laoo", group: ".", notChecked: "ຍັງບໍ່ໄດ້ກວດໂດຍເຈົ້າຂອງພາສາ" },
  { ...left, code: "km", endonym: "ខ្មែរ", script: "Khmr", group: ".", notChecked: "មិនទាន់ពិនិត្យដោយម្ចាស់ភាសា" },
  { ...left, code: "my", endonym: "မြန်မာ", script: "Mymr", notChecked: "မိခင်ဘာသာပြောသူ မစစ်ဆေးရသေးပါ" },
  { ...left, code: "vi", endonym: "Tiếng Việt", group: ".", notChecked: "Chưa được người bản ngữ kiểm tra" },
  {
    ...left,
    code: "id",
    endonym: "Bahasa Indonesia",
    group: ".",
    notChecked: "Belum diperiksa penutur asli",
  },
  { ...left, code: "ms", endonym: "Bahasa Melayu", notChecked: "Belum disemak penutur jati" },
  { ...left, code: "fil", endonym: "Filipino", notChecked: "Hindi pa nasuri ng likas na tagapagsalita" },
  { ...left, code: "zh", endonym: "简体中文", script: "Hans", notChecked: "尚未由母语者检查" },
  { ...left, code: "sq", endonym: "Shqip", group: " ", notChecked: "Ende e pakontrolluar nga folës amtar" },
  {
    ...left,
    code: "ar",
    endonym: "العربية",
    dir: "rtl",
    script: "Arab",
    notChecked: "لم يراجعها متحدث أصلي بعد",
  },
];

const byCode = new Map(LANGUAGES.map((language) => [language.code, language]));

/** The line of an interface language, or null for a language that has none. */
export function interfaceLanguage(code: string): InterfaceLanguage | null {
  return byCode.get(code) ?? null;
}

/** ISO 15924 script of an interface language; Latin where nothing is known. */
export function scriptOf(code: string): string {
  return byCode.get(code)?.script ?? "Latn";
}
