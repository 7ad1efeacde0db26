/**
 * An edition as the data of `edition.typ`: texts cut where a line may break, codes and icons as SVG. Strings stay
 * strings: the template reads them with `json()` and never as markup.
 */
import type { Block, Edition, Line, QrCode, Span, Wording } from "#server/contract/edition.ts";
import { isolated, isRightToLeft } from "#server/domain/right-to-left.ts";

/** A text ready to draw: `t` whole or in words, `l` its language, `r` whether it runs from right to left. */
interface Run {
  readonly t: string | readonly string[];
  readonly l: string;
  readonly r: boolean;
}

/** Languages that are written without spaces between words. */
const UNSPACED = new Set(["th", "lo", "km", "my", "zh"]);

/** Typst's names of families, in the order in which they are tried. */
export const FONT_FAMILIES: readonly string[] = [
  "Atkinson Hyperlegible Next",
  "Noto Sans",
  "Noto Sans Thai Looped",
  "Noto Sans Lao",
  "Kantumruy Pro",
  "Noto Sans Myanmar",
  "Vazirmatn",
  "Noto Sans SC",
];

/** Space between lines, in em, of the main language: stacked scripts need more. */
const LEADING: Readonly<Record<string, number>> = { my: 1.1, km: 1, lo: 0.8, th: 0.78, ar: 0.75 };

const bare = (lang: string): string => lang.split("-")[0] ?? lang;

/** Typst 0.14 turns the letters around at a zero-width space where a line ends, so none may reach it. */
function clean(text: string): string {
  return text.replace(/[\u200b\u2060\ufeff]/gu, "").normalize("NFC");
}

/** Words with their punctuation; a space stands for itself. */
export function cutWords(text: string, lang: string): string | readonly string[] {
  const code = bare(lang);
  // A browser without it breaks lines as Typst does: sometimes inside a word.
  if (!UNSPACED.has(code) || typeof Intl.Segmenter !== "function") return text;
  const words: string[] = [];
  let glued = false;
  for (const { segment, isWordLike } of new Intl.Segmenter(code, { granularity: "word" }).segment(text)) {
    // A space that does not break holds its two words in one box.
    if (segment === "\u00a0" && words.length > 0) glued = true;
    else if (glued) {
      words[words.length - 1] += `\u00a0${segment}`;
      glued = false;
    } else if (/^\s+$/u.test(segment)) words.push(" ");
    else if (isWordLike !== true && words.length > 0 && words[words.length - 1] !== " ")
      words[words.length - 1] += segment;
    else words.push(segment);
  }
  // A stop after a long run must be able to break: boxes longer than a line would run off the page.
  return words.flatMap((word) => (word.length > 40 ? [...(word.match(/.{1,20}/gsu) ?? [word])] : [word]));
}

/** A text as the template takes it. */
export function toRun({ text, lang }: Span): Run {
  const r = isRightToLeft(lang);
  const plain = clean(text);
  return { t: cutWords(r ? isolated(plain) : plain, lang), l: lang === "und" ? "en" : lang, r };
}

const toRuns = (line: Line): readonly Run[] => line.map(toRun);

/** A QR code as SVG with the quiet margin that readers need. */
export function qrSvg({ size, rows }: QrCode): string {
  const quiet = 3;
  const side = size + 2 * quiet;
  const path = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/gu)].map(
      ({ index, 0: run }) => `M${index + quiet},${y + quiet}h${run.length}v1h-${run.length}z`,
    ),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path.join("")}"/></svg>`;
}

const isSpan = (value: object): value is Span => "text" in value && "lang" in value;
const isQr = (value: object): value is QrCode => "rows" in value && "size" in value && "url" in value;

/** Goes through a block and turns every text and every code into what the template takes. */
function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (value === null || typeof value !== "object") return value;
  if (isSpan(value)) return toRun(value);
  if (isQr(value)) return { url: value.url, svg: qrSvg(value) };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [toKebab(key), convert(inner)]));
}

const KEPT = new Set(["newPage", "onMap"]);
const toKebab = (key: string): string =>
  KEPT.has(key) ? key : key.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

function withPhones(block: Block): Block {
  if (block.kind !== "entry") return block;
  const phone = new Set(["phone", "sms", "whatsapp", "viber"]);
  const contacts = block.contacts.map((contact) => ({ ...contact, phone: phone.has(contact.channel) }));
  return { ...block, contacts };
}

/** The contents of `edition.json`. `icons` are SVG files by name; `white-…` are those for black ground. */
export function prepareEdition(
  edition: Edition,
  icons: Readonly<Record<string, string>>,
  wordings: readonly Wording[],
): string {
  return JSON.stringify({
    wishes: edition.wishes,
    title: edition.title,
    languages: edition.languages,
    head: toRuns(edition.head),
    foot: toRuns(edition.foot),
    fonts: FONT_FAMILIES,
    leading: LEADING[edition.languages[0]?.lang ?? "en"] ?? 0.62,
    "page-word": wordings.map(({ t, lang }) => toRun({ text: t("print.page-word"), lang })),
    "when-word": wordings.map(({ t, lang }) => toRun({ text: t("print.referral-when"), lang })),
    icons,
    blocks: edition.blocks.map((block) => convert(withPhones(block))),
  });
}
