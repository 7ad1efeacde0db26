/**
 * A leaflet for the person: which feelings are usual at first, after some months and later, and what helps (requirements
 * §6.2, "Feelings table": these feelings are normal). Plain words in every language of the interface; a leaflet may be
 * found, so the places on it are general help alone.
 */
import type { Block, Cell, Edition, Line } from "#server/contract/edition.ts";
import { firstPhone, shortBlock } from "./entry.ts";
import { againLine, dangerBox, edition, printedLine } from "./frame.ts";
import { siteQr } from "./qr.ts";
import { byNeed, type EditionSource } from "./source.ts";
import { type PrintKey, say } from "./speak.ts";

/** Places to talk to; more would not fit on the page. */
const PLACES = 3;
const NOTES = 3;

interface Stage {
  readonly title: PrintKey;
  readonly feelings: readonly PrintKey[];
}

const STAGES: readonly Stage[] = [
  {
    title: "print.feelings-first",
    feelings: [
      "print.feelings-first-1",
      "print.feelings-first-2",
      "print.feelings-first-3",
      "print.feelings-first-4",
    ],
  },
  {
    title: "print.feelings-then",
    feelings: [
      "print.feelings-then-1",
      "print.feelings-then-2",
      "print.feelings-then-3",
      "print.feelings-then-4",
    ],
  },
  {
    title: "print.feelings-later",
    feelings: [
      "print.feelings-later-1",
      "print.feelings-later-2",
      "print.feelings-later-3",
      "print.feelings-later-4",
    ],
  },
];

const HELPS: readonly PrintKey[] = [
  "print.feelings-helps-1",
  "print.feelings-helps-2",
  "print.feelings-helps-3",
  "print.feelings-helps-4",
  "print.feelings-helps-5",
];

/** Three columns of feelings, what helps, and places to talk to. */
export async function feelings(source: EditionSource): Promise<Edition> {
  const { wordings } = source;
  const lines = (keys: readonly PrintKey[]): Line[] => keys.map((key) => say(wordings, key));
  const places = placesToTalk(source);
  const qr = siteQr(source.site, wordings[0].lang);
  const blocks: Block[] = [
    {
      kind: "head",
      title: say(wordings, "print.feelings-title"),
      line: printedLine(source),
      again: againLine(source),
      danger: dangerBox(source),
    },
    { kind: "text", line: say(wordings, "print.feelings-lead"), weight: "lead" },
    {
      kind: "table",
      widths: STAGES.map(() => 1),
      head: STAGES.map(({ title }) => ({ title: say(wordings, title), about: null })),
      rows: [
        {
          need: null,
          cells: STAGES.map(({ feelings: own }): Cell => [{ kind: "list", items: lines(own), mark: "dot" }]),
        },
      ],
    },
    { kind: "text", line: say(wordings, "print.feelings-end"), weight: "strong" },
    { kind: "section", title: say(wordings, "print.feelings-helps"), about: null },
    { kind: "list", items: lines(HELPS), mark: "tick" },
    { kind: "text", line: say(wordings, "print.feelings-alone"), weight: "strong" },
    ...(places.length === 0
      ? []
      : ([
          { kind: "section", title: say(wordings, "print.contacts-places"), about: null },
          ...places,
        ] as const)),
    { kind: "section", title: say(wordings, "print.notes"), about: null },
    { kind: "notes", lines: NOTES },
    ...(qr === null ? [] : ([{ kind: "qr", qr, caption: [say(wordings, "print.newest-code")] }] as const)),
  ];
  return edition(source, blocks);
}

/** The first places of general help where somebody listens, each with a number. */
function placesToTalk(source: EditionSource): readonly Block[] {
  const { parts } = byNeed({ ...source, wishes: { ...source.wishes, generalOnly: true } });
  return parts
    .filter(({ need }) => need === "counselling")
    .flatMap(({ general }) => general)
    .filter((numbered) => firstPhone(numbered) !== null)
    .slice(0, PLACES)
    .map((numbered) => shortBlock(source, numbered));
}
