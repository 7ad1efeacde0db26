/** Blocks from the practitioners' own texts, in every language of the edition. */
import type { Block, Cell, Line } from "#server/contract/edition.ts";
import { againLine, printedLine } from "../frame.ts";
import type { EditionSource } from "../source.ts";
import { line } from "../speak.ts";
import { printable } from "./texts.ts";
import { formWords } from "./words.ts";

/** Says a text of the practitioners' forms, named by its English; in English where a language lacks it. */
export type Plain = (english: string) => Line;

/**
 * How an edition says these texts: in each of its languages, the main one first, and as "general help only" wishes.
 * Rejects when the words of a language cannot be fetched.
 */
export async function plainIn({ wordings, wishes }: EditionSource): Promise<Plain> {
  const spoken = await Promise.all(
    wordings.map(async ({ lang }) => ({ lang, words: await formWords(lang) })),
  );
  return (english) => {
    const text = printable(english, wishes.generalOnly);
    return line(
      spoken.map(({ lang, words }) => {
        const own = words[text];
        return own === undefined ? { text, lang: "en" } : { text: own, lang };
      }),
    );
  };
}

/** Languages whose lines are higher than those of Latin letters. */
const TALL = new Set(["ar", "km", "lo", "my", "th"]);

/**
 * How full a form is of its own texts: 0 in one language, 1 where that has high lines or there are two, 2 where both.
 * The fuller, the fewer lines to write on, so that forms stay on their pages.
 */
export function fullness({ wordings }: EditionSource): 0 | 1 | 2 {
  const isTall = wordings.some(({ lang }) => TALL.has(lang));
  const inTwo = wordings.length > 1;
  return isTall && inTwo ? 2 : isTall || inTwo ? 1 : 0;
}

/** A heading and points to tick; short ones in two columns. */
export function plainList(
  plain: Plain,
  title: string,
  items: readonly string[],
  columns: 1 | 2 = 1,
): readonly Block[] {
  return [
    { kind: "section", title: plain(title), about: null },
    {
      kind: "fields",
      columns,
      rows: items.map((item) => ({ label: plain(item), tick: true, write: false })),
    },
  ];
}

/** A cell with points. */
export function plainCell(plain: Plain, items: readonly string[], mark: "dot" | "tick" = "dot"): Cell {
  return [{ kind: "list", items: items.map(plain), mark }];
}

/** The head of a practitioners' form. */
export function plainHead(source: EditionSource, title: Line): Block {
  return { kind: "head", title, line: markedLine(source), again: againLine(source), danger: null };
}

/**
 * When it was printed, and where no native speaker has checked one of the edition's languages that the translation is
 * not checked, as the list of languages says on screen. In one line: forms are full.
 */
export function markedLine(source: EditionSource): Line {
  const { wordings, settings } = source;
  const isChecked = wordings.every(({ lang }) => lang === "en" || settings.checkedLanguages.includes(lang));
  if (isChecked) return printedLine(source);
  return printedLine(source).map((span) => {
    const mark = wordings.find(({ lang }) => lang === span.lang)?.t("listing.mark-unchecked");
    return mark === undefined ? span : { ...span, text: `${span.text} · ${mark}` };
  });
}
