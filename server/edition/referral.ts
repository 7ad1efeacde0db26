/** The referral sheet, held by the person: places now and later, and blank lines for all that is about them. */
import { NEEDS } from "#db/vocabulary.ts";
import type { Block, Cell, Edition, FieldRow } from "#server/contract/edition.ts";
import { isAcrossBorder, MEETS } from "#server/domain/situation/across-border.ts";
import { shortBlock } from "./entry.ts";
import { REFERRAL_PRINCIPLES } from "./forms/texts.ts";
import { markedLine, plainIn, plainList } from "./forms/plain.ts";
import { againLine, dangerBox, edition, printedLine, publisherLines } from "./frame.ts";
import { placesQr, siteQr } from "./qr.ts";
import { youChoose } from "./sheet.ts";
import { byNeed, type EditionSource, type Numbered } from "./source.ts";
import { each, type PrintKey, say } from "./speak.ts";

/** Without a shortlist one place a need is proposed, in the neutral order. */
const MOST = 1;
const BLANK = 3;
const MOST_MEETING = 2;
const NOTES = 3;

/** One place, or two where a return is planned (`later`). */
export async function referral(source: EditionSource): Promise<Edition> {
  const { wordings, later } = source;
  const now = byNeed(source);
  const then =
    later === null
      ? null
      : byNeed({ ...source, listings: onlyThere(source, later.listings), areas: [later.area] });
  const isFor = ({ listing }: Numbered) =>
    source.shortlist === null ? !source.relatives.includes(listing.facts.code) : true;
  const pick = (made: typeof now | null, need: (typeof NEEDS)[number]): readonly Numbered[] => {
    const part = made?.parts.find((one) => one.need === need);
    const listed = [...(part?.general ?? []), ...(part?.specific ?? [])].filter(isFor);
    if (source.shortlist === null) return listed.filter(({ home }) => home === need).slice(0, MOST);
    return source.needs === undefined ? listed : listed.filter((one) => sheetNeed(source, one) === need);
  };
  const rows = NEEDS.map((need) => ({ need, now: pick(now, need), later: pick(then, need) })).filter(
    (row) => row.now.length + row.later.length > 0,
  );
  const cell = (listed: readonly Numbered[]): Cell =>
    listed.length === 0
      ? [{ kind: "notes", lines: BLANK }]
      : listed.map((numbered) => shortBlock(source, numbered, true, true));
  const place = (key: PrintKey, area: string | undefined) => ({
    title: say(wordings, key, (wording) => ({ place: area === undefined ? "" : wording.area(area).text })),
    about: null,
  });
  const write = (key: PrintKey, tick = false, line = true): FieldRow => ({
    label: say(wordings, key),
    tick,
    write: line,
  });
  const codesOf = (listings: EditionSource["listings"]) =>
    listings
      .map(({ facts }) => facts.code)
      .filter((code) => source.shortlist?.includes(code) === true || source.relatives.includes(code));
  const [main] = wordings;
  const codes = [
    { area: source.areas[0], key: "print.referral-now" as const, codes: codesOf(source.listings) },
    ...(later === null
      ? []
      : [
          {
            area: later.area,
            key: "print.referral-later" as const,
            codes: codesOf(onlyThere(source, later.listings)),
          },
        ]),
  ];
  const chosen = codes.flatMap(({ area, key, codes: listed }): Block[] => {
    const qr = placesQr(source.site, main.lang, area, listed);
    return qr === null
      ? []
      : [{ kind: "qr", qr, caption: [place(key, area).title, say(wordings, "print.referral-code")] }];
  });
  const list = siteQr(source.site, main.lang);
  const blocks: Block[] = [
    {
      kind: "head",
      title: say(wordings, "print.referral-title"),
      line: printedLine(source),
      again: againLine(source),
      danger: dangerBox(source),
    },
    { kind: "text", line: youChoose(source), weight: "normal" },
    {
      kind: "fields",
      columns: 2,
      rows: [
        write("print.referral-call-me"),
        write("print.referral-reach-me"),
        write("print.referral-with-me"),
        write("print.referral-again"),
      ],
    },
    {
      kind: "table",
      widths: later === null ? [2, 8] : [2, 5, 5],
      head: [
        { title: say(wordings, "print.need"), about: null },
        place("print.referral-now", source.areas[0]),
        ...(later === null ? [] : [place("print.referral-later", later.area)]),
      ],
      rows: rows.map((row) => ({
        need: row.need,
        cells: [
          [{ kind: "text", line: each(wordings, (wording) => wording.need(row.need)), weight: "strong" }],
          cell(row.now),
          ...(later === null ? [] : [cell(row.later)]),
        ],
      })),
    },
    ...meetsSection(source),
    ...relativesSection(source),
    { kind: "section", title: say(wordings, "print.referral-told"), about: null },
    {
      kind: "fields",
      columns: 2,
      rows: [
        write("print.referral-my-name", true),
        write("print.referral-my-need", true),
        write("print.referral-nothing", true, false),
        write("print.referral-take-back"),
      ],
    },
    { kind: "section", title: say(wordings, "print.notes"), about: null },
    { kind: "notes", lines: NOTES },
    ...(chosen.length > 0 || list === null
      ? chosen
      : ([{ kind: "qr", qr: list, caption: [say(wordings, "print.referral-code")] }] as const)),
    ...publisherLines(source).map((text): Block => ({ kind: "text", line: text, weight: "small" })),
    { kind: "page-break" },
    ...plainList(await plainIn(source), "Before you refer somebody", REFERRAL_PRINCIPLES),
    { kind: "text", line: markedLine(source), weight: "small" },
  ];
  return edition(source, blocks);
}

/** Where a border lies between now and later: who meets the person there, or that somebody has to ask (R59). */
function meetsSection(source: EditionSource): readonly Block[] {
  const { wordings, later, areas } = source;
  if (later === null || !isAcrossBorder(areas[0], later.area)) return [];
  const listings = later.listings.filter(({ facts }) => facts.services.includes(MEETS));
  const { entries } = byNeed({ ...source, listings, shortlist: null, areas: [later.area] });
  return [
    { kind: "section", title: say(wordings, "print.referral-meets"), about: null },
    ...(entries.length === 0
      ? [
          { kind: "text", line: say(wordings, "print.referral-meets-nobody"), weight: "normal" } as const,
          { kind: "notes", lines: 2 } as const,
        ]
      : entries.slice(0, MOST_MEETING).map((numbered) => shortBlock(source, numbered, true, true))),
  ];
}

/** Places for relatives in a section of their own, where they live: now or later (R62). */
function relativesSection(source: EditionSource): readonly Block[] {
  const { wordings, later, relatives } = source;
  if (relatives.length === 0) return [];
  const found = (listings: EditionSource["listings"], area: string | undefined): readonly Numbered[] =>
    byNeed({ ...source, listings, shortlist: relatives, areas: area === undefined ? [] : [area] }).entries;
  const places = [
    { area: source.areas[0], entries: found(source.listings, source.areas[0]) },
    ...(later === null
      ? []
      : [{ area: later.area, entries: found(onlyThere(source, later.listings), later.area) }]),
  ];
  return [
    { kind: "section", title: say(wordings, "print.referral-relatives"), about: null },
    {
      kind: "table",
      widths: places.map(() => 1),
      head: places.map(({ area }) => ({
        title: each(wordings, (wording) => (area === undefined ? "" : wording.area(area).text)),
        about: null,
      })),
      rows: [
        {
          need: null,
          cells: places.map(({ entries }) =>
            entries.length === 0
              ? [{ kind: "notes", lines: BLANK } as const]
              : entries.map((numbered) => shortBlock(source, numbered, true, true)),
          ),
        },
      ],
    },
  ];
}

/** What also serves the first place stands there already. */
function onlyThere(source: EditionSource, listings: EditionSource["listings"]): EditionSource["listings"] {
  const here = new Set(source.listings.map(({ id }) => id));
  return listings.filter(({ id }) => !here.has(id));
}

/** Where a place stands on a sheet about some needs: under the first of them that it serves, else under its own first. */
function sheetNeed({ needs = [] }: EditionSource, { listing, home }: Numbered): (typeof NEEDS)[number] {
  return needs.find((need) => listing.facts.needs.includes(need)) ?? home;
}
