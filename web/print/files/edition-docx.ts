/**
 * An edition as a Word file: to be edited before it is printed. The same blocks; page numbers are left to the word
 * processor, and drawings (map, poster strips, folds) to the PDF.
 */
import {
  BorderStyle,
  Document,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Block, Cell, Edition, Line, Span } from "#server/contract/edition.ts";
import { isRightToLeft } from "#server/domain/right-to-left.ts";

type Child = Paragraph | Table | TableOfContents;
type Style = { readonly bold?: boolean; readonly small?: boolean; readonly size?: number };

/** Half points. */
const BODY = 20;
const LARGE = 36;
const FONTS: Readonly<Record<string, string>> = {
  th: "Noto Sans Thai Looped",
  lo: "Noto Sans Lao",
  km: "Noto Sans Khmer",
  my: "Noto Sans Myanmar",
  ar: "Noto Sans Arabic",
  zh: "Noto Sans SC",
};

/** The edition as the bytes of a .docx; the same code on Node and on a visitor's device. */
export async function editionDocx(edition: Edition): Promise<Uint8Array<ArrayBuffer>> {
  const base = edition.wishes.large ? LARGE : BODY;
  const children = edition.blocks.flatMap((block) => draw(block, base));
  const document = new Document({
    // Neutral, and the same as the PDF's.
    title: edition.title,
    creator: "",
    lastModifiedBy: "",
    description: "",
    features: { updateFields: true },
    styles: { default: { document: { run: { size: base } } } },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** Word chooses the font by the kind of script, so each run says all of them. */
function run({ text, lang }: Span, base: number, { bold = false, small = false, size }: Style = {}): TextRun {
  const code = lang.split("-")[0] ?? lang;
  const font = FONTS[code] ?? "Noto Sans";
  const rightToLeft = isRightToLeft(code);
  const points = size ?? (small ? Math.round(base * 0.88) : base);
  return new TextRun({
    text,
    bold,
    boldComplexScript: bold,
    size: points,
    sizeComplexScript: points,
    font: { ascii: "Noto Sans", hAnsi: "Noto Sans", cs: font, eastAsia: font },
    language: lang === "und" ? {} : { value: lang, bidirectional: lang, eastAsia: lang },
    rightToLeft,
  });
}

/** Each language in a paragraph of its own. */
function stacked(line: Line, base: number, style: Style = {}, options: IParagraphOptions = {}): Paragraph[] {
  return line.map(
    (span) =>
      new Paragraph({
        ...options,
        bidirectional: isRightToLeft(span.lang),
        children: [run(span, base, style)],
      }),
  );
}

/** All languages in one heading, so that the contents have one line for it. */
function heading(
  line: Line,
  base: number,
  level: "HEADING_1" | "HEADING_2" | "HEADING_3",
  breaks = false,
): Paragraph {
  const size = Math.round(base * { HEADING_1: 1.6, HEADING_2: 1.2, HEADING_3: 1.1 }[level]);
  const spans = line.flatMap((span, index) => [
    ...(index === 0 ? [] : [new TextRun(" · ")]),
    run(span, base, { bold: true, size }),
  ]);
  return new Paragraph({ heading: HeadingLevel[level], pageBreakBefore: breaks, children: spans });
}

const plain = (text: string, lang = "en"): Line => [{ text, lang }];

/** Lines to write on. */
function writing(lines: number): Paragraph[] {
  return Array.from(
    { length: lines },
    () =>
      new Paragraph({
        spacing: { before: 240 },
        border: { bottom: { style: BorderStyle.DOTTED, size: 4, color: "555555" } },
        children: [],
      }),
  );
}

/** A cell holds at least one paragraph, and no contents. */
function inCell(children: readonly Child[]): (Paragraph | Table)[] {
  const held = children.filter((child): child is Paragraph | Table => !(child instanceof TableOfContents));
  return held.length === 0 ? [new Paragraph("")] : held;
}

function table(head: readonly Line[], rows: readonly (readonly Cell[])[], base: number): Table {
  const cell = (children: readonly Child[]) => new TableCell({ children: inCell(children) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map((line) => cell(stacked(line, base, { bold: true }))),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((blocks) => cell(blocks.flatMap((block) => draw(block, base)))),
          }),
      ),
    ],
  });
}

function entry(block: Extract<Block, { kind: "entry" }>, base: number): Child[] {
  const named = block.name.map((span, index) =>
    index === 0 ? { ...span, text: `${block.number}  ${span.text}` } : span,
  );
  return [
    heading(named, base, "HEADING_3"),
    ...stacked(block.by, base, { small: true }),
    ...block.contacts.map(
      ({ value, note }) =>
        new Paragraph({
          children: [
            run({ text: value, lang: "en" }, base, { bold: true }),
            ...note.flatMap((span) => [new TextRun("  "), run(span, base, { small: true })]),
          ],
        }),
    ),
    ...block.rows.flatMap(({ label, paragraphs }) =>
      paragraphs.map((sentences, index) => {
        const lang = sentences[0]?.lang ?? "en";
        const own = label.find((span) => span.lang === lang) ?? label[index];
        return new Paragraph({
          bidirectional: isRightToLeft(lang),
          children: [
            ...(own === undefined ? [] : [run({ ...own, text: `${own.text}: ` }, base, { bold: true })]),
            ...sentences.map((span) => run({ ...span, text: `${span.text} ` }, base)),
          ],
        });
      }),
    ),
    ...stacked(plain([block.code, block.qr?.url].filter((text) => text !== undefined).join("  ")), base, {
      small: true,
    }),
  ];
}

/** A block as paragraphs and tables. */
function draw(block: Block, base: number): Child[] {
  switch (block.kind) {
    case "cover":
      return [
        heading(block.title, base, "HEADING_1"),
        ...[...block.under, ...block.foot].flatMap((line) => stacked(line, base)),
      ];
    case "contents":
      return [
        new Paragraph({ children: [new PageBreak()] }),
        ...stacked(block.title, base, { bold: true }),
        new TableOfContents(block.title[0]?.text ?? "", { headingStyleRange: "1-1", hyperlink: true }),
      ];
    case "chapter":
      return [heading(block.title, base, "HEADING_1", block.newPage)];
    case "section":
      return [
        heading(block.title, base, "HEADING_2"),
        ...(block.about === null ? [] : stacked(block.about, base, { small: true })),
      ];
    case "text":
      return stacked(block.line, base, { bold: block.weight === "strong", small: block.weight === "small" });
    case "list":
      return block.items.flatMap((item) => stacked(item, base, {}, { bullet: { level: 0 } }));
    case "numbers":
      return [
        ...stacked(block.title, base, { bold: true }),
        ...block.items.flatMap(({ value, label }) => [
          ...stacked(plain(value), base, { bold: true }),
          ...stacked(label, base),
        ]),
      ];
    case "entry":
      return entry(block, base);
    case "reference":
      return stacked(
        block.name.map((span, index) =>
          index === 0 ? { ...span, text: `→ ${block.number}  ${span.text}  ${block.phone ?? ""}` } : span,
        ),
        base,
      );
    case "index":
      return block.rows.flatMap(({ label, entries }) =>
        stacked(
          label.map((span, index) =>
            index === 0 ? { ...span, text: `${span.text}: ${entries.join(", ")}` } : span,
          ),
          base,
          { small: true },
        ),
      );
    case "map":
      return block.legend.flatMap(({ number, name }) =>
        stacked(
          name.map((span) => ({ ...span, text: `${number}  ${span.text}` })),
          base,
          { small: true },
        ),
      );
    case "notes":
      return [
        ...(block.title === undefined ? [] : stacked(block.title, base, { small: true })),
        ...writing(block.lines),
      ];
    case "fields":
      return block.rows.flatMap(({ label, tick, write }) => [
        ...stacked(
          label.map((span, index) => (index === 0 && tick ? { ...span, text: `☐ ${span.text}` } : span)),
          base,
        ),
        ...(write ? writing(1) : []),
      ]);
    case "table":
      return [
        table(
          block.head.map(({ title }) => title),
          block.rows.map(({ cells }) => cells),
          base,
        ),
      ];
    case "short":
      return [
        ...stacked(block.name, base, { bold: true }),
        ...stacked(plain([block.phone, block.code].filter((text) => text !== null).join("  ")), base, {
          bold: true,
        }),
        ...stacked(block.who, base),
        ...stacked(block.rest, base, { small: true }),
        ...(block.ask === null ? [] : stacked(block.ask, base, { bold: true })),
        ...(block.visit === null ? [] : writing(1)),
      ];
    case "head":
      return [
        heading(block.title, base, "HEADING_1"),
        ...stacked(block.line, base, { small: true }),
        ...(block.again === null ? [] : stacked(block.again, base, { bold: true })),
        ...(block.danger === null
          ? []
          : [
              ...stacked(block.danger.title, base, { bold: true }),
              ...block.danger.numbers.flatMap(({ value, label }) => [
                ...stacked(plain(value), base, { bold: true }),
                ...stacked(label, base, { small: true }),
              ]),
            ]),
      ];
    case "columns":
      return block.columns.flatMap((cell) => cell.flatMap((inner) => draw(inner, base)));
    case "cards":
      // Each card once, however often it is printed.
      return [...new Set(block.cards)].flatMap((card) => [
        heading(card.title, base, "HEADING_1"),
        ...stacked(card.place, base),
        ...card.numbers.flatMap(({ label, value }) => [
          ...stacked(label, base),
          ...stacked(plain(value), base, { bold: true }),
        ]),
        ...stacked(card.sayTitle, base, { bold: true }),
        ...card.say.flatMap((line) => stacked(line, base)),
        ...stacked(card.rights, base),
      ]);
    case "poster":
      return [
        heading(block.title, base, "HEADING_1"),
        ...block.needs.flatMap(({ title }) => stacked(title, base, { bold: true })),
        ...stacked(block.lead, base, { bold: true }),
        ...(block.call === null
          ? []
          : [
              ...stacked(block.call.before, base),
              ...stacked(plain(block.call.value), base, { bold: true }),
              ...stacked(block.call.note, base),
            ]),
      ];
    case "child-row":
      return [
        heading(block.title, base, "HEADING_2"),
        ...stacked(block.about, base),
        ...stacked(plain(block.phone), base, { bold: true }),
        ...stacked(block.note, base, { small: true }),
      ];
    case "speech":
      return block.lines.flatMap((line) => stacked(line, base, { bold: true }));
    case "qr":
      return [...block.caption.flatMap((line) => stacked(line, base)), ...stacked(plain(block.qr.url), base)];
    case "page-break":
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}
