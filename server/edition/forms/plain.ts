/** Blocks from the practitioners' own texts, which stand in English alone so far. */
import type { Block, Cell, Line } from "#server/contract/edition.ts";
import { againLine, printedLine } from "../frame.ts";
import type { EditionSource } from "../source.ts";

/** A text of the practitioners' forms as a line. */
export const plain = (text: string): Line => [{ text, lang: "en" }];

/** A heading and points to tick. */
export function plainList(title: string, items: readonly string[]): readonly Block[] {
  return [
    { kind: "section", title: plain(title), about: null },
    {
      kind: "fields",
      columns: 1,
      rows: items.map((item) => ({ label: plain(item), tick: true, write: false })),
    },
  ];
}

/** A cell with a title and points. */
export function plainCell(items: readonly string[], mark: "dot" | "tick" = "dot"): Cell {
  return [{ kind: "list", items: items.map(plain), mark }];
}

/** The head of a practitioners' form; in another language it says that the form's own texts are English. */
export function plainHead(source: EditionSource, title = ""): Block {
  return {
    kind: "head",
    title: plain(title),
    line: englishAlone(source),
    again: againLine(source),
    danger: null,
  };
}

/** When it was printed, and in every language but English that the texts are English. In one line: forms are full. */
export function englishAlone(source: EditionSource): Line {
  return printedLine(source).map((span) => {
    const own = source.wordings.find(({ lang }) => lang === span.lang && lang !== "en");
    return own === undefined ? span : { ...span, text: `${span.text} · ${own.t("print.english-only")}` };
  });
}
