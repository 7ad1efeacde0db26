/**
 * What to see to in each stage, with ticks and lines (requirements §4, §6.2 "Stage checklists"). The stages are a way of
 * looking, never a gate: nobody is sent away because of one.
 */
import type { Edition } from "#server/contract/edition.ts";
import { edition } from "../frame.ts";
import type { EditionSource } from "../source.ts";
import { plainHead, plainIn } from "./plain.ts";
import { FORM_TITLES } from "./titles.ts";

interface Stage {
  readonly title: string;
  readonly about: string;
  readonly items: readonly string[];
}

const STAGE_LISTS: readonly Stage[] = [
  {
    title: "Crisis (months 0–6)",
    about:
      "Few services, reachable now. Longer for children, in danger, in pregnancy, or when the mind is unwell.",
    items: [
      "a safe place to stay, food, clothes",
      "urgent care and a health check, with consent",
      "someone to talk to who is trained",
      "the risk is looked at, and a plan for emergencies is made",
      "papers and legal advice have begun",
      "needs are asked within two weeks",
      "a plan is written together within a month",
      "first contact with family, if the person wishes it",
      "a guardian for each child",
    ],
  },
  {
    title: "Transition (months 7–12)",
    about: "The map of services is handed over now, and each is approached together first.",
    items: [
      "a map and list of services nearby is handed over",
      "the person has approached each service once, with somebody or alone",
      "a stable place to live: shared, protected or paid in part",
      "training, school or a course to catch up",
      "readiness for work, a first placement",
      "life skills for everyday matters",
      "talks with the family, and help for relatives",
      "childcare where it is needed",
      "contact at least weekly",
    ],
  },
  {
    title: "Inclusion (months 13–36)",
    about:
      "People search by themselves and use public services most. Longer for children, in danger, or with a disability.",
    items: [
      "a home of one’s own, or with family",
      "work that lasts, or a business that holds",
      "further training or schooling",
      "compensation and civil claims are followed",
      "other people to learn from: mentors, groups",
      "social benefits that the person has a right to",
      "contact at least monthly, up to five years where needed",
      "a list of emergency contacts is in the person’s hands",
      "the door stays open after the case closes",
    ],
  },
];

/** A list to tick for each stage, with lines to write on. */
export async function stages(source: EditionSource): Promise<Edition> {
  const plain = await plainIn(source);
  return edition(source, [
    plainHead(source, plain(FORM_TITLES.stages)),
    {
      kind: "text",
      line: plain(
        "The stages are a way of looking. People go back and forth, and no service is closed because of one.",
      ),
      weight: "normal",
    },
    ...STAGE_LISTS.flatMap(({ title, about, items }): Edition["blocks"] => [
      { kind: "section", title: plain(title), about: plain(about) },
      {
        kind: "columns",
        columns: [
          [
            {
              kind: "fields",
              columns: 1,
              rows: items.map((item) => ({ label: plain(item), tick: true, write: false })),
            },
          ],
          [{ kind: "notes", lines: 5 }],
        ],
      },
    ]),
  ]);
}
