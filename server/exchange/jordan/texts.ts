/** The words of a listing in both languages, made of the source's own phrases under short headings. */
import { parseCsv } from "../csv.ts";
import { readText } from "../free-text.ts";
import type { Activity } from "./activity.ts";
import type { Question } from "./coded-values.ts";
import type { Twin } from "./twins.ts";

export type Localized = Record<string, string>;
/** English phrase to Arabic phrase. For names and indicators alone: its coded answers are wrong in places. */
export type Phrases = ReadonlyMap<string, string>;

/** `data.csv` of the set: no header, English first. The first rendering of a phrase stands. */
export function readPhrases(text: string): Phrases {
  const phrases = new Map<string, string>();
  for (const { cells } of parseCsv(text).rows) {
    const [en, ar] = [cells[0]?.trim() ?? "", cells[1]?.trim() ?? ""];
    if (en !== "" && ar !== "" && !phrases.has(en)) phrases.set(en, ar);
  }
  return phrases;
}

const HEADINGS: Partial<Record<Question, [en: string, ar: string]>> = {
  availability: ["How often", "مدى التوفر"],
  days: ["Days", "الأيام"],
  opens: ["Opens", "يفتح"],
  closes: ["Closes", "يغلق"],
  coverage: ["Covers", "التغطية"],
  nationality: ["Nationality", "الجنسية"],
  intake: ["Who is taken in", "معايير القبول"],
  registration: ["Registration", "التسجيل"],
  accessibility: ["How to reach it", "القدرة على الوصول"],
  referral: ["Referral", "طريقة الإحالة"],
  nextStep: ["After the referral", "بعد الإحالة"],
};

/** A text in both languages from some questions, a line each. Questions in `without` are left out: they disagree. */
export function linesOf(
  twin: Twin,
  questions: readonly Question[],
  without: ReadonlySet<Question>,
): Localized | undefined {
  const kept = questions.filter((question) => !without.has(question));
  return localized(lines(twin.en, kept, 0), twin.ar ? lines(twin.ar, kept, 1) : "");
}

/** One answer without a heading. */
export function answerOf(
  twin: Twin,
  question: Question,
  without: ReadonlySet<Question>,
): Localized | undefined {
  if (without.has(question)) return undefined;
  return localized(
    (twin.en.answers[question] ?? []).join(", "),
    (twin.ar?.answers[question] ?? []).join("، "),
  );
}

/**
 * What the service does: its indicators, a line each, and when it is there. Days and times are left to the schedule
 * when one could be read.
 */
export function descriptionOf(
  twin: Twin,
  phrases: Phrases,
  without: ReadonlySet<Question>,
  hasSchedule: boolean,
): Localized | undefined {
  const times = hasSchedule ? [] : (["days", "opens", "closes"] as const);
  const when = (["availability", ...times, "coverage"] as const).filter((question) => !without.has(question));
  const english = twin.en.indicators.map((item) => readText(item).text);
  const arabic = twin.en.indicators.map((item, at) =>
    arabicFor(item, twin.ar?.indicators[at] ?? "", phrases),
  );
  return localized(
    [...english, lines(twin.en, when, 0)].filter(Boolean).join("\n"),
    twin.ar ? [...arabic, lines(twin.ar, when, 1)].filter(Boolean).join("\n") : "",
  );
}

/** A name in both languages; the Arabic only when it is Arabic. */
export function nameOf(english: string, arabic: string | undefined, phrases: Phrases): Localized {
  const ar = arabicFor(english, arabic ?? "", phrases);
  return ar === "" ? { en: english } : { en: english, ar };
}

/** True when a text that should be Arabic was only replaced word by word (`Referral of الحماية cases …`). */
export function isHalfTranslated(text: string): boolean {
  const latin = text.match(/[A-Za-z]{3,}/gu)?.filter((word) => word !== word.toUpperCase()).length ?? 0;
  return latin > 0;
}

function arabicFor(english: string, arabic: string, phrases: Phrases): string {
  if (arabic !== "" && !isHalfTranslated(arabic)) return arabic;
  const phrase = phrases.get(english.trim());
  return phrase !== undefined && !isHalfTranslated(phrase) ? phrase : "";
}

function lines(activity: Activity, questions: readonly Question[], language: 0 | 1): string {
  return questions
    .flatMap((question) => {
      const values = activity.answers[question] ?? [];
      const heading = HEADINGS[question]?.[language];
      // “Closes: Close at 16:00pm” says it twice.
      const said = values.map((value) => value.replace(/^(?:Close at|يغلق عند الساعة) /u, "")).join(", ");
      return values.length === 0 ? [] : [heading ? `${heading}: ${said}` : said];
    })
    .join("\n");
}

function localized(en: string, ar: string): Localized | undefined {
  if (en === "" && ar === "") return undefined;
  return { ...(en === "" ? {} : { en }), ...(ar === "" ? {} : { ar }) };
}
