/**
 * An edition as tables, for spreadsheets: the same blocks, so that paper and table never disagree. Places come first, a
 * row each; then each table of the pages; then every other line. What is drawn (map, codes to scan, folds) has no cell.
 */
import type { Block, Edition, EntryBlock, Line, Wording } from "#server/contract/edition.ts";
import type { PrintKey, Wordings } from "./speak.ts";

export interface EditionTable {
  /** What the table is called, in the edition's main language. */
  readonly name: string;
  readonly head: readonly string[];
  /** As many cells in each as the head has. */
  readonly rows: readonly (readonly string[])[];
}

/** Which of an edition's chapters or sections a block stands under. */
interface Placed<B extends Block = Block> {
  readonly chapter: string;
  readonly section: string;
  readonly block: B;
}

/** A line as one text, each language below the other. */
const flat = (line: Line): string => line.map(({ text }) => text).join("\n");

const filled = (texts: readonly (string | null)[], between: string): string =>
  texts.filter((text) => text !== null && text !== "").join(between);

/** The tables of an edition; at least one. `wordings` are those it was made with. */
export function editionTables(edition: Edition, wordings: Wordings): readonly EditionTable[] {
  const say = (key: PrintKey) => wordings[0].t(key);
  const placed = place(edition.blocks);
  return [
    ...placesTable(placed, wordings),
    ...pageTables(placed, say("print.table-text")),
    textTable(placed, edition, wordings),
  ].filter(({ rows }) => rows.length > 0);
}

function place(blocks: readonly Block[]): readonly Placed[] {
  let chapter = "";
  let section = "";
  return blocks.flatMap(opened).map((block) => {
    if (block.kind === "chapter") [chapter, section] = [flat(block.title), ""];
    if (block.kind === "section") section = flat(block.title);
    return { chapter, section, block };
  });
}

/** Columns that only stand side by side are read one after the other. */
function opened(block: Block): readonly Block[] {
  return block.kind === "columns" ? block.columns.flat() : [block];
}

function placesTable(placed: readonly Placed[], wordings: Wordings): readonly EditionTable[] {
  const [main] = wordings;
  const entries = placed.filter((one): one is Placed<EntryBlock> => one.block.kind === "entry");
  const facts = [
    ...new Map(entries.flatMap(({ block }) => block.rows.map(({ fact, label }) => [fact, flat(label)]))),
  ];
  const linked = entries.some(({ block }) => block.qr !== null);
  const alsoUnder = (number: number) =>
    placed
      .filter(({ block }) => block.kind === "reference" && block.number === number)
      .map(({ chapter }) => chapter);
  return [
    {
      name: main.t("print.contacts-places"),
      head: [
        main.t("print.table-number"),
        main.t("print.need"),
        main.t("print.table-group"),
        ...wordings.map(({ lang, language }) =>
          wordings.length === 1
            ? main.t("print.table-name")
            : `${main.t("print.table-name")} (${language(lang)})`,
        ),
        main.t("print.table-by"),
        main.t("print.table-reach"),
        ...facts.map(([, label]) => label),
        main.t("print.table-code"),
        ...(linked ? [main.t("print.newest-code")] : []),
      ],
      rows: entries.map(({ block, chapter, section }) => [
        `${block.number}`,
        filled([chapter, ...alsoUnder(block.number)], "\n"),
        section,
        ...wordings.map(
          ({ lang }) => (block.name.find((span) => span.lang === lang) ?? block.name[0])?.text ?? "",
        ),
        flat(block.by),
        block.contacts.map(({ value, note }) => filled([value, flat(note)], " · ")).join("\n"),
        ...facts.map(([fact]) => factText(block, fact)),
        block.code,
        ...(linked ? [block.qr?.url ?? ""] : []),
      ]),
    },
  ];
}

const factText = (block: EntryBlock, fact: string): string =>
  block.rows
    .filter((row) => row.fact === fact)
    .flatMap(({ paragraphs }) => paragraphs.map((spans) => spans.map(({ text }) => text).join(" ")))
    .join("\n");

type TableBlock = Extract<Block, { kind: "table" }>;

/** Tables of the pages; those with the same head become one, with the sections they stood in as a column. */
function pageTables(placed: readonly Placed[], name: string): readonly EditionTable[] {
  const byHead = new Map<string, Placed<TableBlock>[]>();
  for (const one of placed) {
    if (one.block.kind !== "table") continue;
    const key = JSON.stringify(one.block.head.map(({ title }) => flat(title)));
    byHead.set(key, [...(byHead.get(key) ?? []), { ...one, block: one.block }]);
  }
  return [...byHead.values()].map((same) => {
    const titles = same[0]?.block.head.map(({ title }) => flat(title)) ?? [];
    const many = same.length > 1;
    return {
      name: titles.find((title) => title !== "") ?? name,
      head: [...(many ? [""] : []), ...titles],
      rows: same.flatMap(({ block, section }) =>
        block.rows.map(({ cells }) => [
          ...(many ? [section] : []),
          ...cells.map((cell) =>
            cell
              .flatMap(opened)
              .map((inner) => linesOf(inner).map(said).join("\n"))
              .filter((text) => text !== "")
              .join("\n\n"),
          ),
        ]),
      ),
    };
  });
}

/** Every other line: under which heading, in each language, and the number that belongs to it. */
function textTable(placed: readonly Placed[], edition: Edition, wordings: Wordings): EditionTable {
  const [main] = wordings;
  const languages = wordings.map(({ lang, language }) => language(lang));
  const rows = placed.flatMap(({ chapter, section, block }) =>
    block.kind === "table" || block.kind === "entry" || block.kind === "reference"
      ? []
      : linesOf(block).map((spoken) => textRow(filled([chapter, section], "\n"), spoken, wordings)),
  );
  return {
    name: main.t("print.table-text"),
    head: [main.t("print.contents"), ...languages, main.t("print.table-number")],
    rows: [...rows, textRow("", { line: edition.foot, value: "" }, wordings)],
  };
}

/** Something said, and the number that stands with it. */
interface Spoken {
  readonly line: Line;
  readonly value: string;
}

const said = ({ line, value }: Spoken): string => filled([flat(line), value], "\n");

function textRow(heading: string, { line, value }: Spoken, wordings: readonly Wording[]): readonly string[] {
  const own = wordings.map(({ lang }) => line.filter((span) => span.lang === lang).map(({ text }) => text));
  // What is in neither language (an untranslated name, a practitioner's text) stands in the first column.
  const others = line.filter(({ lang }) => wordings.every((wording) => wording.lang !== lang));
  return [
    heading,
    ...own.map((texts, at) => [...texts, ...(at === 0 ? others.map(({ text }) => text) : [])].join("\n")),
    value,
  ];
}

/** The lines of a block, with boxes to tick and without lines to write on: a cell can be written in. */
function linesOf(block: Block): readonly Spoken[] {
  const only = (line: Line, value = ""): Spoken => ({ line, value });
  switch (block.kind) {
    case "cover":
      return [block.title, ...block.under, ...block.foot].map((line) => only(line));
    case "section":
      return block.about === null ? [] : [only(block.about)];
    case "text":
      return [only(block.line)];
    case "list":
      return block.items.map((item) => only(item));
    case "speech":
      return block.lines.map((line) => only(line));
    case "numbers":
      return block.items.map(({ label, value }) => only(label, value));
    case "fields":
      return block.rows.map(({ label, tick }) =>
        only(tick ? label.map((span) => ({ ...span, text: `☐ ${span.text}` })) : label),
      );
    case "head":
      return [
        only(block.title),
        only(block.line),
        ...(block.again === null ? [] : [only(block.again)]),
        ...(block.danger?.numbers.map(({ label, value }) =>
          only([...(block.danger?.title ?? []), ...label], value),
        ) ?? []),
      ];
    case "short":
      return [
        only(
          [...block.name, ...block.who, ...block.rest, ...(block.ask ?? [])],
          filled([block.phone, block.code], " · "),
        ),
      ];
    case "cards":
      // Each card once, however often it is printed.
      return [...new Set(block.cards)].flatMap((card) => [
        only([...card.title, ...card.place]),
        ...card.numbers.map(({ label, value }) => only(label, value)),
        only(card.sayTitle),
        ...card.say.map((line) => only(line)),
      ]);
    case "poster":
      return [
        only(block.title),
        ...block.needs.map(({ title }) => only(title)),
        only(block.lead),
        ...(block.call === null ? [] : [only([...block.call.before, ...block.call.note], block.call.value)]),
        only(block.foot),
      ];
    case "child-row":
      return [only([...block.title, ...block.about, ...block.note], block.phone)];
    case "qr":
      return [only(block.caption.flat(), block.qr.url)];
    case "map":
      return block.legend.map(({ number, name }) => only(name, `${number}`));
    case "columns":
      return block.columns.flat().flatMap(linesOf);
    case "entry":
    case "reference":
      return [only(block.name, `${block.number}`)];
    case "table":
      return block.rows.flatMap(({ cells }) => cells.flat().flatMap(linesOf));
    // A spreadsheet sorts and finds by itself; headings stand beside their lines; lines to write on are cells.
    case "index":
    case "chapter":
    case "contents":
    case "notes":
    case "page-break":
      return [];
  }
}
