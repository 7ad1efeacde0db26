/**
 * Identified or not, assisted or not: four kinds of situation to look at for an area (requirements §6.2, "Identification
 * × assistance grid"). About an area, never about a person: lines to write on, and no name.
 */
import type { Cell, Edition } from "#server/contract/edition.ts";
import { edition } from "../frame.ts";
import type { EditionSource } from "../source.ts";
import { fullness, type Plain, plainHead, plainIn } from "./plain.ts";
import { FORM_TITLES } from "./titles.ts";

/** In a cell, by how full the form is. */
const LINES = [7, 5, 4] as const;

const CELLS: readonly (readonly [row: string, cells: readonly [assisted: string, not: string]])[] = [
  [
    "Identified",
    [
      "Known to the authorities or to an organisation, and helped. Is the help what the person needs, and for long enough?",
      "Known, and without help: declined it, was not offered any, was sent home, or no service takes this person.",
    ],
  ],
  [
    "Not identified",
    [
      "Helped as anybody else: health care, a labour office, a school, a community. Nobody asked, or nobody had to.",
      "Reached by nobody. Which services open to everyone could reach them, and what would they need to know?",
    ],
  ],
];

const cell = (plain: Plain, about: string, lines: number): Cell => [
  { kind: "text", line: plain(about), weight: "normal" },
  { kind: "notes", lines },
];

/** The grid for an area, with lines. */
export async function grid(source: EditionSource): Promise<Edition> {
  const plain = await plainIn(source);
  const lines = LINES[fullness(source)];
  return edition(source, [
    plainHead(source, plain(FORM_TITLES.grid)),
    {
      kind: "text",
      line: plain(
        "Which of these does help in your area reach, and which not? People move from one to another; some are taken for something else. Write no names.",
      ),
      weight: "normal",
    },
    {
      kind: "table",
      widths: [2, 5, 5],
      head: ["", "Assisted", "Not assisted"].map((title) => ({ title: plain(title), about: null })),
      rows: CELLS.map(([row, cells]) => ({
        need: null,
        cells: [
          [{ kind: "text", line: plain(row), weight: "strong" } as const],
          ...cells.map((about) => cell(plain, about, lines)),
        ],
      })),
    },
    { kind: "section", title: plain("What should change"), about: null },
    { kind: "notes", lines: 4 },
  ]);
}
