import { fold } from "#server/domain/fold.ts";
import { prefixDistance } from "#server/domain/typing-slips.ts";

/** Scripts that names of a language must be written in to count; the other languages are written in Latin letters. */
export const SCRIPT_OF: Readonly<Record<string, RegExp>> = {
  th: /\p{Script=Thai}/u,
  lo: /\p{Script=Lao}/u,
  km: /\p{Script=Khmer}/u,
  my: /\p{Script=Myanmar}/u,
  zh: /^[\p{Script=Han}·]+$/u,
  ar: /^[\p{Script=Arabic}\p{M}\s]+$/u,
  bn: /\p{Script=Bengali}/u,
  ne: /\p{Script=Devanagari}/u,
};
const LATIN = /\p{Script=Latin}/u;

/** Words for "province" and the like that names carry in front or behind, by language. */
const TITLES: Readonly<Record<string, RegExp>> = {
  en: / (Province|County|Governorate|Division|District)$/,
  th: /^(จังหวัด|มณฑล|แขวง|รัฐ|เขต(?!บริหาร|ปกครอง))/,
  lo: /^(ຈັງຫວັດ|ແຂວງ)/,
  km: /^(ខេត្ត|រាជធានី)/,
  vi: /^(Tỉnh|Thành phố|Vùng(?! đô)|Bang|Hạt|Quận|Huyện)\s+/i,
  id: /^(Provinsi|Region|Kota|Distrik|Divisi|Daerah Khusus Ibukota|Daerah Istimewa)\s+| (Province|County|Governorate|Division|District)$/,
  ms: /^(Provinsi|Negeri|Daerah|Wilayah Persekutuan|Wilayah|Bandar Raya)\s+| (Province|County|Governorate|Division|District|municipality)$/,
  ar: /^(محافظة|مقاطعة|إقليم|ولاية|منطقة|شعبة|قسم)\s+/,
};

/** A name without the word for its kind, without brackets and notes. */
export function tidyName(name: string, language: string): string {
  const bare = name.replace(/\s*[([].*?[)\]]/g, "").trim();
  const short = bare.replace(TITLES[language] ?? /$^/, "").trim();
  return short.length > 1 ? short : bare;
}

/** The word for the kind at the end of a name: part of the name as it is read, left out by people who search. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  my: /(တိုင်းဒေသကြီး|တိုင်း|ပြည်နယ်|မြို့)$/,
  zh: /(自治区|特别行政区|府|省|市|州|县|縣|区|區)$/,
};

/** Shorter forms a name is looked up by. */
export function bareForms(name: string, language: string): string[] {
  const short = tidyName(name, language);
  const bare = short.replace(ENDINGS[language] ?? /$^/, "");
  return bare.length > 1 ? [short, bare] : [short];
}

/** Up to three spellings in the script of a language; none for languages in Latin letters. */
export function localSpellings(names: readonly string[], language: string): string[] {
  const script = SCRIPT_OF[language];
  return script ? distinctNames(names.filter((name) => script.test(name))).slice(0, 3) : [];
}

/** Whether a name carries a Latin word for its kind: "Provinsi …", "… Province". */
export function isTitled(name: string): boolean {
  return ["en", "vi", "id", "ms"].some((language) => tidyName(name, language) !== name);
}

/** Whether a name is written the way its language is. */
export function isWrittenIn(name: string, language: string): boolean {
  const script = SCRIPT_OF[language];
  return script ? script.test(name) : LATIN.test(name);
}

/** Whether a name is in Latin letters and looks like a name, not like an airport code or a romanised foreign name. */
export function isLatinName(name: string): boolean {
  return (
    /^[\p{Script=Latin}\p{M}\s'’‘.\-–]+$/u.test(name) &&
    /^\p{Lu}/u.test(name) &&
    !/^\p{Lu}+$/u.test(name) &&
    name.length > 2
  );
}

/** The names that still differ once folded, in their order, without those in `except`. */
export function distinctNames(names: Iterable<string>, except: Iterable<string> = []): string[] {
  const seen = new Set([...except].map(fold));
  return [...names].filter((name) => {
    const key = fold(name);
    if (key === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * The Latin spellings that sound most like the name, at most `most`; without those that forgiving a slip finds anyway.
 * GeoNames lists every language's form of a large city: the far ones are foreign, the near ones are what people type.
 */
export function nearestSpellings(names: readonly string[], name: string, most: number): string[] {
  const own = fold(name);
  const distance = (other: string): number =>
    prefixDistance(own, fold(other), 4) + Math.abs(own.length - fold(other).length) / 4;
  const candidates = distinctNames(names.filter(isLatinName), [name])
    .map((other) => ({ other, far: distance(other) }))
    .filter(({ far }) => far <= 5)
    .sort((a, b) => a.far - b.far || (a.other < b.other ? -1 : 1));
  return apart(
    candidates.map(({ other }) => other),
    [name],
    most,
  );
}

/** Names more than one slip apart from each other and from `except`, at most `most`. */
export function apart(names: readonly string[], except: readonly string[], most: number): string[] {
  const chosen: string[] = [];
  for (const name of distinctNames(names, except)) {
    const near = [...except, ...chosen].some((other) => prefixDistance(fold(name), fold(other), 1) <= 1);
    if (!near && chosen.length < most) chosen.push(name);
  }
  return chosen;
}
