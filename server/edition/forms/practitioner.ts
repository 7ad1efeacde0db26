/**
 * The practitioners' forms (requirements §6.2–6.4). Everything about a person is a blank line: nothing of it is ever
 * typed in or stored.
 */
import { NEEDS } from "#db/vocabulary.ts";
import type { Block, Cell, Edition } from "#server/contract/edition.ts";
import { shortBlock } from "../entry.ts";
import { edition } from "../frame.ts";
import { byNeed, type EditionSource } from "../source.ts";
import { each, say } from "../speak.ts";
import { fullness, type Plain, plainCell, plainHead, plainIn, plainList } from "./plain.ts";
import * as texts from "./texts.ts";
import { FORM_TITLES } from "./titles.ts";

const blank = (lines: number): Cell => [{ kind: "notes", lines }];

const column = (plain: Plain) => (title: string) => ({ title: plain(title), about: null });

/** The plan sheet: needs, strengths, services, who does what, consent, signatures; all blank. */
export async function plan(source: EditionSource): Promise<Edition> {
  const plain = await plainIn(source);
  return edition(source, [
    plainHead(source, plain(FORM_TITLES.plan)),
    {
      kind: "text",
      line: plain("This plan belongs to the person. It is written together and looked at again."),
      weight: "normal",
    },
    {
      kind: "table",
      widths: texts.PLAN_COLUMNS.map(() => 1),
      head: texts.PLAN_COLUMNS.map(column(plain)),
      rows: Array.from({ length: texts.PLAN_ROWS[fullness(source)] }, () => ({
        need: null,
        cells: texts.PLAN_COLUMNS.map(() => blank(2)),
      })),
    },
    { kind: "section", title: plain("Who is in the team"), about: null },
    {
      kind: "fields",
      columns: 2,
      rows: texts.PLAN_TEAM.map((member) => ({ label: plain(member), tick: false, write: true })),
    },
    { kind: "page-break" },
    { kind: "section", title: plain("Goals, agreement, next steps"), about: null },
    {
      kind: "fields",
      columns: 1,
      rows: texts.PLAN_END.map(([label, tick, write]) => ({ label: plain(label), tick, write })),
    },
    { kind: "section", title: say(source.wordings, "print.notes"), about: null },
    { kind: "notes", lines: 8 },
  ]);
}

/** Needs over time: what was needed when; services filled in from a shortlist, else blank. */
export async function needs(source: EditionSource): Promise<Edition> {
  const plain = await plainIn(source);
  const lines = texts.TIME_LINES[fullness(source)];
  const listed = source.shortlist === null ? [] : byNeed(source).entries;
  return edition(source, [
    plainHead(source, plain(FORM_TITLES.needs)),
    {
      kind: "table",
      widths: [2, 4, 4],
      head: ["When", "Vulnerabilities and needs", "Reintegration services needed"].map(column(plain)),
      rows: texts.TIMES.map((time, index) => ({
        need: null,
        cells: [
          [{ kind: "text", line: plain(time), weight: "strong" }],
          blank(lines),
          index === texts.TIMES.length - 1 && listed.length > 0
            ? listed.map((numbered) => shortBlock(source, numbered))
            : blank(lines),
        ],
      })),
    },
    { kind: "notes", title: say(source.wordings, "print.notes"), lines: 3 },
  ]);
}

/** The checklist per area: programming, children, policy. */
export async function checklist(source: EditionSource): Promise<Edition> {
  const plain = await plainIn(source);
  const cells = ({ programming, children, policy }: texts.Checklist): Cell[] =>
    [programming, children, policy].map((points) =>
      points.length === 0
        ? blank(2)
        : [
            {
              kind: "fields",
              columns: 1,
              rows: points.map((point) => ({
                label: plain(point),
                tick: true,
                write: false,
              })),
            },
          ],
    );
  return edition(source, [
    plainHead(source, plain(FORM_TITLES.checklist)),
    {
      kind: "table",
      widths: [2.4, 4, 3, 3],
      head: ["Area", "Programming", "Special attention to children", "Policy and advocacy"].map(
        column(plain),
      ),
      rows: [
        {
          need: null,
          cells: [
            [{ kind: "text", line: plain("All areas"), weight: "strong" }],
            ...cells(texts.CHECKLIST_ALL),
          ],
        },
        ...NEEDS.map((need) => ({
          need,
          cells: [
            [
              {
                kind: "text",
                line: each(source.wordings, (wording) => wording.need(need)),
                weight: "strong",
              } as const,
            ],
            ...cells(texts.CHECKLISTS[need]),
          ],
        })),
      ],
    },
  ]);
}

/** Milestones, feelings and guidance by stage, and what sets people back. */
export async function milestones(source: EditionSource): Promise<Edition> {
  const plain = await plainIn(source);
  const row = (title: string, lists: readonly (readonly string[])[]) => ({
    need: null,
    cells: [
      [{ kind: "text", line: plain(title), weight: "strong" } as const],
      ...lists.map((list) => plainCell(plain, list)),
    ],
  });
  return edition(source, [
    plainHead(source, plain(FORM_TITLES.milestones)),
    {
      kind: "text",
      line: plain("The way is not straight. These feelings are normal, and a set-back is not the end."),
      weight: "normal",
    },
    {
      kind: "table",
      widths: [1.6, 3, 3, 3],
      head: ["", ...texts.STAGES].map(column(plain)),
      rows: [
        row("Milestones", texts.MILESTONES),
        row("Feelings", texts.FEELINGS),
        row("For you as a practitioner", texts.STAGE_GUIDANCE),
      ],
    },
    ...plainList(plain, "What may set people back", texts.SETBACKS, 2),
    { kind: "notes", title: say(source.wordings, "print.notes"), lines: 3 },
  ]);
}

/** Four pairs of open questions with lines to write on. */
export async function questions(source: EditionSource): Promise<Edition> {
  const plain = await plainIn(source);
  return edition(source, [
    plainHead(source, plain(FORM_TITLES.questions)),
    ...texts.QUESTIONS.flatMap(([title, first, second]): Block[] => [
      {
        kind: "section",
        title: plain(title),
        about: null,
      },
      {
        kind: "columns",
        columns: [first, second].map((question): Cell => [
          { kind: "text", line: plain(question), weight: "normal" },
          { kind: "notes", lines: texts.QUESTION_LINES[fullness(source)] },
        ]),
      },
    ]),
    { kind: "notes", title: say(source.wordings, "print.notes"), lines: 6 },
  ]);
}
