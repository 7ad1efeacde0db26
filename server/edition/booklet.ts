/** The booklet of an area: everything about every listing, with what a reader needs around it. */
import type { Block, Edition, Line } from "#server/contract/edition.ts";
import { entryBlock, referenceBlock } from "./entry.ts";
import { againLine, edition, emergencyNumbers, neutralTitle, footLine, publisherLines } from "./frame.ts";
import { indexBlocks } from "./indexes.ts";
import { mapBlocks } from "./map.ts";
import { siteQr } from "./qr.ts";
import { byNeed, type EditionSource, type NeedPart, type Numbered } from "./source.ts";
import { areaLine, each, type PrintKey, say } from "./speak.ts";

const USE: readonly PrintKey[] = [
  "print.use-1",
  "print.use-2",
  "print.use-3",
  "print.use-4",
  "print.use-5",
  "print.use-6",
  "print.use-7",
];

const RIGHTS: readonly PrintKey[] = [
  "print.right.choose",
  "print.right.any-time",
  "print.right.ask",
  "print.right.time",
  "print.right.told",
  "print.right.interpreter",
  "print.right.police",
  "print.right.person",
  "print.right.back",
  "print.right.complain",
];

const HAPPENED: readonly PrintKey[] = [
  "print.happened-1",
  "print.happened-2",
  "print.happened-3",
  "print.happened-4",
  "print.happened-5",
  "print.happened-6",
  "print.happened-7",
  "print.happened-8",
];

const GLOSSARY: readonly PrintKey[] = [
  "print.word.general",
  "print.word.specific",
  "print.word.ask",
  "print.word.checked",
  "print.word.charity",
  "print.word.interpreter",
  "print.word.guardian",
  "print.word.private",
  "print.word.code",
];

/** Lines to write on where nothing is listed, at most at the end of a chapter, and on the last pages. */
const EMPTY_NOTES = 2;
const MOST_NOTES = 4;
const NOTES = { a4: 21, a5: 14, "a5-on-a4": 14 } as const;
/** The running head and foot of large print are larger too; so are the heading and foot of two languages. */
const LARGE_NOTES = 14;
const LESS_FOR_TWO = 2;

/** The booklet. */
export async function booklet(source: EditionSource): Promise<Edition> {
  const { parts, entries } = byNeed(source);
  return edition(
    source,
    [
      cover(source),
      ...frontMatter(source),
      { kind: "contents", title: say(source.wordings, "print.contents") },
      ...parts.flatMap((part) => needChapter(source, part)),
      ...indexBlocks(source, parts, entries),
      ...mapBlocks(source, entries),
      ...backMatter(source),
    ],
    entries,
  );
}

/** Says "Useful numbers" and the area, and nothing of what it is for. */
function cover(source: EditionSource): Block {
  const { wordings } = source;
  return {
    kind: "cover",
    title: say(wordings, "print.useful-numbers"),
    under: [areaLine(wordings, source.areas)],
    foot: [footLine(source), againLine(source)],
  };
}

/** Chapters of plain points: how to use it, rights, what may have happened, emergency numbers. */
function frontMatter(source: EditionSource): readonly Block[] {
  const { wordings, wishes } = source;
  const points = (keys: readonly PrintKey[]): Line[] => keys.map((key) => say(wordings, key));
  const chapter = (key: PrintKey, newPage: boolean): Block => ({
    kind: "chapter",
    title: say(wordings, key),
    need: null,
    newPage,
  });
  const numbers = emergencyNumbers(source);
  return [
    chapter("print.how-to-use", true),
    { kind: "list", items: points(USE), mark: "number" },
    chapter("print.emergency", false),
    ...(numbers.length === 0
      ? ([
          { kind: "text", line: say(wordings, "print.emergency-none"), weight: "normal" },
          { kind: "notes", lines: 2 },
        ] as const)
      : ([{ kind: "numbers", title: say(wordings, "print.danger"), items: numbers }] as const)),
    chapter("print.rights", true),
    { kind: "list", items: points(RIGHTS), mark: "tick" },
    { kind: "text", line: say(wordings, "print.right.not-law"), weight: "small" },
    ...(wishes.generalOnly
      ? []
      : ([
          chapter("print.happened", false),
          { kind: "text", line: say(wordings, "print.happened-lead"), weight: "normal" },
          { kind: "list", items: points(HAPPENED), mark: "dot" },
          { kind: "text", line: say(wordings, "print.happened-end"), weight: "strong" },
        ] as const)),
  ];
}

function needChapter(source: EditionSource, part: NeedPart): readonly Block[] {
  const { wordings, wishes } = source;
  const column = (title: PrintKey, about: PrintKey, listed: readonly Numbered[]): Block[] => [
    { kind: "section", title: say(wordings, title), about: say(wordings, about) },
    ...listed.filter(({ home }) => home === part.need).map((numbered): Block => entryBlock(source, numbered)),
    ...listed
      .filter(({ home }) => home !== part.need)
      .map((numbered): Block => referenceBlock(source, numbered)),
    ...(listed.length === 0
      ? ([
          { kind: "text", line: say(wordings, "print.nothing-listed"), weight: "normal" },
          { kind: "notes", lines: EMPTY_NOTES },
        ] as const)
      : []),
  ];
  return [
    {
      kind: "chapter",
      title: each(wordings, (wording) => wording.need(part.need)),
      need: part.need,
      newPage: true,
    },
    { kind: "text", line: each(wordings, (wording) => wording.needAbout(part.need)), weight: "normal" },
    ...column("print.general", "print.general-explained", part.general),
    ...(wishes.generalOnly ? [] : column("print.specific", "print.specific-explained", part.specific)),
    { kind: "notes", lines: MOST_NOTES, title: say(wordings, "print.notes") },
  ];
}

function backMatter(source: EditionSource): readonly Block[] {
  const { wordings, wishes } = source;
  const glossary = wishes.generalOnly ? GLOSSARY.filter((key) => key !== "print.word.specific") : GLOSSARY;
  const qr = siteQr(source.site, wordings[0].lang);
  return [
    { kind: "chapter", title: say(wordings, "print.glossary"), need: null, newPage: true },
    { kind: "list", items: glossary.map((key) => say(wordings, key)), mark: "dot" },
    { kind: "chapter", title: say(wordings, "print.sources"), need: null, newPage: false },
    ...[
      sourceLine(source),
      say(wordings, "print.map-credit"),
      say(wordings, "print.source-fonts"),
      say(wordings, "print.source-signs"),
    ].map((text): Block => ({ kind: "text", line: text, weight: "small" })),
    ...publisherLines(source).map((text): Block => ({ kind: "text", line: text, weight: "small" })),
    { kind: "text", line: footLine(source), weight: "small" },
    { kind: "text", line: againLine(source), weight: "strong" },
    ...(qr === null
      ? []
      : ([{ kind: "qr", qr, caption: [say(wordings, "print.newest-code"), neutralTitle(source)] }] as const)),
    { kind: "chapter", title: say(wordings, "print.notes"), need: null, newPage: true },
    {
      kind: "notes",
      lines: (wishes.large ? LARGE_NOTES : NOTES[wishes.paper]) - (wordings.length > 1 ? LESS_FOR_TWO : 0),
    },
  ];
}

/** Named sources of facts, each once. */
function sourceLine({ wordings, listings }: EditionSource): Line {
  const names = [
    ...new Set(
      listings.flatMap(({ source, contacts }) =>
        [source?.name, ...contacts.map((contact) => contact.source?.name)].filter(
          (name) => name !== undefined,
        ),
      ),
    ),
  ].sort();
  return names.length === 0
    ? say(wordings, "print.source-own")
    : say(wordings, "print.source-list", { sources: names.join("; ") });
}
