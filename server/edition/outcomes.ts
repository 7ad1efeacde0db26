/** Ten things that make a life go well, for the person alone: a sheet to write or draw on. */
import type { Edition } from "#server/contract/edition.ts";
import { edition } from "./frame.ts";
import type { EditionSource } from "./source.ts";
import { type PrintKey, say } from "./speak.ts";

const OUTCOMES: readonly PrintKey[] = [
  "print.outcome.1",
  "print.outcome.2",
  "print.outcome.3",
  "print.outcome.4",
  "print.outcome.5",
  "print.outcome.6",
  "print.outcome.7",
  "print.outcome.8",
  "print.outcome.9",
  "print.outcome.10",
];

/** The ten outcomes in plain words (requirements §6.2), two columns to fill in. */
export async function outcomes(source: EditionSource): Promise<Edition> {
  const { wordings } = source;
  return edition(source, [
    {
      kind: "head",
      title: say(wordings, "print.outcomes-title"),
      line: say(wordings, "print.outcomes-lead"),
      again: null,
      danger: null,
    },
    {
      kind: "table",
      widths: [4, 3, 3],
      head: [
        { title: [{ text: "", lang: wordings[0].lang }], about: null },
        { title: say(wordings, "print.outcomes-now"), about: null },
        { title: say(wordings, "print.outcomes-want"), about: null },
      ],
      rows: OUTCOMES.map((key) => ({
        need: null,
        cells: [
          [{ kind: "text", line: say(wordings, key), weight: "strong" }],
          [{ kind: "notes", lines: 2 }],
          [{ kind: "notes", lines: 2 }],
        ],
      })),
    },
  ]);
}
