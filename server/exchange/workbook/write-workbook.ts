/** A workbook to hand to a partner organisation: one line a service, lists to choose from, a note beside each cell. */
import writeXlsxFile, { type Row } from "write-excel-file/universal";
import type { ListingForm } from "#server/contract/curate/listing-form.ts";
import { NOT_KNOWN, REMOVE } from "./cell-words.ts";
import type { WorkbookColumn } from "./column.ts";
import { type ColumnRule, columnLetters, rules } from "./data-validation.ts";
import { CODE, HELP, LISTS, MARK, MEMORY, SERVICES, SPARE_ROWS } from "./sheet-names.ts";

export interface WorkbookListing {
  readonly code: string;
  readonly form: ListingForm;
}

/** Most letters that a cell of a workbook holds. */
const LONGEST = 32_767;
const text = (value: string, more: object = {}) => ({
  value: value.slice(0, LONGEST),
  type: String,
  // As text, so that a spreadsheet takes no zero from a number and runs nothing.
  format: "@",
  alignVertical: "top" as const,
  ...more,
});

/** The bytes of the workbook. `lang` is the language of the texts in it. */
export async function writeWorkbook(
  listings: readonly WorkbookListing[],
  columns: readonly WorkbookColumn[],
  lang: string,
): Promise<Uint8Array> {
  const filled = listings.map(({ code, form }) => [code, ...columns.map((column) => column.cell(form))]);
  const header: Row = [CODE, ...columns.map((column) => column.header)].map((name, at) =>
    text(name, { fontWeight: "bold", wrap: true, backgroundColor: at === 0 ? "#D9D9D9" : "#E6EFEA" }),
  );
  const rows: Row[] = filled.map((cells) =>
    cells.map((cell, at) => text(cell, at === 0 ? { backgroundColor: "#F2F2F2" } : { wrap: true })),
  );
  const spare: Row[] = Array.from({ length: SPARE_ROWS }, () => [null, ...columns.map(() => text(""))]);

  const lists = [...new Map(columns.flatMap(({ list }) => (list ? [[list.join("\n"), list]] : []))).values()];
  const listOf = (column: WorkbookColumn): string | undefined => {
    if (column.list === undefined) return undefined;
    const at = lists.findIndex((list) => list.join("\n") === column.list?.join("\n"));
    const letters = columnLetters(at);
    return at === -1 ? undefined : `${LISTS}!$${letters}$1:$${letters}$${lists[at]?.length ?? 1}`;
  };
  const columnRules: ColumnRule[] = [
    {
      column: 0,
      title: CODE,
      note: "Please leave the code as it is. A new service: a line below the others, without a code.",
    },
    ...columns.map((column, at) => ({
      column: at + 1,
      title: column.header,
      note: column.note,
      list: listOf(column),
    })),
  ];
  const longest = Math.max(1, ...lists.map((list) => list.length));
  const book = await writeXlsxFile(
    [
      {
        sheet: SERVICES,
        data: [header, ...rows, ...spare],
        columns: [{ width: 9 }, ...columns.map(({ width }) => ({ width }))],
        stickyRowsCount: 1,
        stickyColumnsCount: 3,
      },
      { sheet: HELP, data: helpRows(), columns: [{ width: 90 }] },
      {
        sheet: LISTS,
        data: Array.from({ length: longest }, (_, row) =>
          lists.map((list) => (list[row] === undefined ? null : text(list[row]))),
        ),
      },
      {
        sheet: MEMORY,
        data: [
          [text(MARK), text(lang)],
          ["code", ...columns.map(({ key }) => key)].map((key) => text(key)),
          header.map((_cell, at) => text(at === 0 ? CODE : (columns[at - 1]?.header ?? ""))),
          ...filled.map((cells) => cells.map((cell) => text(cell))),
        ],
      },
    ],
    {
      features: [rules(0, columnRules, listings.length + SPARE_ROWS + 1, new Set([MEMORY, LISTS]))],
    },
  ).toBlob();
  return new Uint8Array(await book.arrayBuffer());
}

const HELP_LINES: readonly string[] = [
  "One line is one service. Change what is wrong, fill in what is empty, and send the file back.",
  "Leave the code as it is. For a new service use an empty line, without a code.",
  "An empty cell changes nothing.",
  `Questions: yes, no, or ${NOT_KNOWN}. If you do not know, say so: a guess is worse.`,
  `To take something away, write ${REMOVE}.`,
  "Write nothing here that not everybody may know: no private numbers, no names of staff, no address that is kept secret.",
  "Nothing becomes public by itself. The directory looks at each change first.",
];
const helpRows = (): Row[] =>
  HELP_LINES.map((line, at) => [text(line, { wrap: true, ...(at === 0 ? { fontWeight: "bold" } : {}) })]);
