/** The area sheet: three columns, a row for each need in the field's order; blank it is a worksheet. */
import type { Block, Cell, Edition, Line } from "#server/contract/edition.ts";
import { shortBlock } from "./entry.ts";
import { againLine, dangerBox, edition, printedLine, publisherLines } from "./frame.ts";
import { byNeed, type EditionSource, type Numbered } from "./source.ts";
import { areaNames, each, type PrintKey, say } from "./speak.ts";

/** Lines to write on where nothing is listed, in a blank sheet, and for notes. */
const EMPTY = 2;
const BLANK = 3;
const NOTES = 4;

const CHOOSE: readonly PrintKey[] = [
  "print.you-choose-1",
  "print.you-choose-2",
  "print.you-choose-3",
  "print.you-choose-4",
];

const QUESTIONS: readonly PrintKey[] = [
  "question-to-ask.told",
  "question-to-ask.cost",
  "question-to-ask.leave",
  "question-to-ask.phone",
  "question-to-ask.interpreter",
  "question-to-ask.later",
];

const EMPTY_CELL: Cell = [{ kind: "notes", lines: EMPTY }];

/** "You choose. You can say yes …" in one paragraph a language. */
export function youChoose({ wordings }: EditionSource): Line {
  return each(wordings, (wording) =>
    [wording.t("print.you-choose"), ...CHOOSE.map((key) => wording.t(key))].join(" "),
  );
}

/** The area sheet, filled. */
export async function sheet(source: EditionSource): Promise<Edition> {
  const { wordings, wishes } = source;
  const { parts, entries } = byNeed(source);
  const cell = (listed: readonly Numbered[]): Cell =>
    listed.length === 0 ? EMPTY_CELL : listed.map((numbered) => shortBlock(source, numbered));
  const blocks: Block[] = [
    {
      kind: "head",
      title: say(wordings, "print.title", (wording) => ({ place: areaNames(wording, source.areas) })),
      line: printedLine(source),
      again: againLine(source),
      danger: dangerBox(source),
    },
    { kind: "text", line: youChoose(source), weight: "normal" },
    {
      kind: "table",
      widths: wishes.generalOnly ? [2, 8] : [2.3, 5, 5],
      head: columns(source),
      rows: parts.map(({ need, general, specific }) => ({
        need,
        cells: [needCell(source, need), ...(wishes.generalOnly ? [] : [cell(specific)]), cell(general)],
      })),
    },
    questionsAndNotes(source),
    { kind: "text", line: say(wordings, "print.month-note"), weight: "small" },
    ...publisherLines(source).map((text): Block => ({ kind: "text", line: text, weight: "small" })),
  ];
  return edition(source, blocks, entries);
}

/** The blank sheet of the field's guides (requirements §6.1): nothing listed, lines to fill in by hand. */
export async function worksheet(source: EditionSource): Promise<Edition> {
  const { wordings, wishes } = source;
  const { parts } = byNeed({ ...source, listings: [] });
  const blank: Cell = [{ kind: "notes", lines: BLANK }];
  return edition(source, [
    {
      kind: "head",
      title: say(wordings, "print.worksheet"),
      line: printedLine(source),
      again: null,
      danger: null,
    },
    {
      kind: "fields",
      columns: 2,
      rows: [
        { label: say(wordings, "print.worksheet-area"), tick: false, write: true },
        { label: say(wordings, "print.worksheet-filled"), tick: false, write: true },
      ],
    },
    {
      kind: "table",
      widths: wishes.generalOnly ? [2, 8] : [2.3, 5, 5],
      head: columns(source),
      rows: parts.map(({ need }) => ({
        need,
        cells: [needCell(source, need), ...(wishes.generalOnly ? [] : [blank]), blank],
      })),
    },
    questionsAndNotes(source),
  ]);
}

function needCell(
  { wordings }: EditionSource,
  need: Parameters<EditionSource["wordings"][0]["need"]>[0],
): Cell {
  return [{ kind: "text", line: each(wordings, (wording) => wording.need(need)), weight: "strong" }];
}

function columns({ wordings, wishes }: EditionSource) {
  const column = (title: PrintKey, about: PrintKey | null) => ({
    title: say(wordings, title),
    about: about === null ? null : say(wordings, about),
  });
  return [
    column("print.need", null),
    ...(wishes.generalOnly ? [] : [column("print.specific", "print.specific-explained")]),
    column("print.general", "print.general-explained"),
  ];
}

function questionsAndNotes({ wordings }: EditionSource): Block {
  return {
    kind: "columns",
    columns: [
      [
        { kind: "section", title: say(wordings, "print.questions"), about: null },
        { kind: "list", items: QUESTIONS.map((key) => say(wordings, key)), mark: "dot" },
      ],
      [
        { kind: "section", title: say(wordings, "print.notes"), about: null },
        { kind: "notes", lines: NOTES },
      ],
    ],
  };
}
