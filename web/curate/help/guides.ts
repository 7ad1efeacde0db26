import { type OfficeKey, t } from "../words.ts";

/** A sentence of a guide. `{0}`, `{1}` … stand for labels of the app, so that a guide never names a button that is not there. */
interface Step {
  readonly text: string;
  readonly labels?: readonly OfficeKey[];
}
interface Chapter {
  readonly title: string;
  readonly steps: readonly Step[];
}
export interface Guide {
  readonly code: "coordinators" | "practitioners" | "translators";
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

const step = (text: string, ...labels: readonly OfficeKey[]): Step => ({ text, labels });

/** The guides, in the order of the menu. */
export const GUIDES: readonly Guide[] = [
  {
    code: "coordinators",
    title: "For coordinators",
    chapters: [
      {
        title: "The first day",
        steps: [
          step("Sign in with the link that was printed or handed to you. It works once.", "sign-in.link"),
          step("Press “{0}” at once. Without it you are locked out next time.", "account.add-passkey"),
          step(
            "“{0}” asks six things. Each answer is kept at once: stop and go on when you like.",
            "start.title",
          ),
          step("Call each emergency number before you finish. “{0}” is an honest answer.", "tri.ask"),
          step(
            "Then press “{0}”, hand out a spreadsheet, or press “{1}”.",
            "start.end.grid",
            "start.end.import",
          ),
          step("Make accounts for others under “{0}”. Hand each link over in person.", "nav.people"),
          step("Two people who may publish are better than one: addresses need a second person."),
        ],
      },
      {
        title: "A listing",
        steps: [
          step(
            "Under “{0}” press “{1}”. If it looks like one that is there, open that one.",
            "nav.listings",
            "list.new",
          ),
          step(
            "Leave “{0}” wherever nobody at the service has told you. It never hides the listing.",
            "tri.ask",
          ),
          step("With the focus in an answer, Y, N and A answer too."),
          step("Begin with what is flagged: may people leave, and who is told."),
          step(
            "“{0}” says what is missing. The preview is drawn by the public pages themselves.",
            "preview.obstacles",
          ),
          step("“{0}” puts the whole listing back to what it was before a change.", "history.restore"),
        ],
      },
      {
        title: "Publishing and taking away",
        steps: [
          step("“{0}” asks for the checklist. Tick only what you know.", "move.to.published"),
          step(
            "In doubt about safety, press “{0}” first and ask afterwards. Everybody who edits may.",
            "move.to.suspended",
          ),
          step(
            "“{0}” stays on top until the public side answers. Call whoever runs your server.",
            "public.still-public",
          ),
          step("What an editor changes in a public listing waits in “{0}” for a publisher.", "nav.inbox"),
        ],
      },
      {
        title: "Keeping it true",
        steps: [
          step("“{0}” shows the most urgent first. The questions stand in the row.", "todo.ring"),
          step(
            "In a call, tick what was confirmed and write down their role. An edit confirms nothing.",
            "call.fields",
          ),
          step(
            "Lines are due after 90 days, shelters after 180, others after 365, unless your settings differ.",
          ),
          step("What is due is marked for the public. After the grace it is hidden until it is checked."),
          step(
            "“{0}” lets a service look through its own listing. A person reads what it sends.",
            "own.make",
          ),
        ],
      },
      {
        title: "Addresses",
        steps: [
          step("A shelter’s place stays with “{0}”. Not known is never public.", "place.privacy.withheld"),
          step(
            "“{0}” needs a second person. Alone you wait a day, and the notice stays in sight.",
            "place.ask",
          ),
        ],
      },
      {
        title: "Filling the grid",
        steps: [
          step(
            "“{0}” shows an area: twelve needs, two columns. Type a name and a number into a cell.",
            "nav.grid",
          ),
          step("“{0}” is never guessed. Choose it, so that people find the listing.", "grid.service"),
          step(
            "Have you looked and found nobody? Press “{0}”. Your name and the day stand there.",
            "grid.none",
          ),
          step(
            "“{0}” gives a file for a partner. It comes back under “{1}”.",
            "grid.spreadsheet",
            "nav.import",
          ),
        ],
      },
      {
        title: "Settings and texts",
        steps: [
          step("Everything of the directory stands under “{0}”. An admin changes it.", "nav.settings"),
          step("“{0}” and “{1}” move all of it to another directory.", "settings.export", "settings.import"),
          step(
            "A policy that was in force stays as it was. Press “{0}” to change what is asked.",
            "settings.policy.new",
          ),
          step("Write your own pages under “{0}”. Each begins with the words that come along.", "nav.texts"),
          step(
            "A page is “{0}” until somebody who speaks the language has read it.",
            "texts.standing.unchecked",
          ),
          step("Add “{0}” when no word here fits. Names per language stand beside it.", "terms.add"),
        ],
      },
      {
        title: "Recordings and maps",
        steps: [
          step("Recordings are for people who do not read. One file is one listing or one page."),
          step("Whoever looks after the server puts the files there before the site is built."),
          step(
            "Then tick the language under “{0}”. A recording goes before a machine’s voice.",
            "settings.section.files",
          ),
          step("Read out what stands on the page, nothing more. Never say where a private place is."),
          step("When a listing changes, its recording is old. Record it again or take it out."),
          step("A country’s own map is one file. The command “directory base-map” adds it."),
        ],
      },
      {
        title: "Reports",
        steps: [
          step("“{0}” stands on top of “{1}” until you decide.", "inbox.kind.unsafe", "todo.ring"),
          step("A report hides nothing by itself. Ring, or press “{0}” first.", "move.to.suspended"),
          step(
            "Four ways on: “{0}”, “{1}”, “{2}”, “{3}”. The first and the last settle it: the reports go, your note stays.",
            "inbox.do.suspend",
            "inbox.do.look",
            "inbox.do.ask",
            "inbox.do.close",
          ),
          step("Editors of that organisation never see them. You do not tell them either."),
        ],
      },
      {
        title: "Gaps and doubles",
        steps: [
          step(
            "“{0}” counts what is public for each need and area. “{1}” is a gap to fill.",
            "nav.gaps",
            "gaps.none",
          ),
          step(
            "Choose “{0}” to see men, boys, people without papers and languages at once.",
            "gaps.by-group",
          ),
          step("“{0}” names kinds of provider that an area lacks.", "gaps.types"),
          step("“{0}” is one file for a report, every group in it.", "gaps.report"),
          step(
            "“{0}” names pairs. Look at both, then press “{1}” or “{2}”.",
            "nav.doubles",
            "doubles.merge",
            "doubles.distinct",
          ),
          step(
            "“{0}” reads files and tells what they would do. Nothing is written before the last button.",
            "nav.import",
          ),
        ],
      },
    ],
  },
  {
    code: "practitioners",
    title: "For practitioners",
    chapters: [
      {
        title: "What your account is for",
        steps: [
          step("It ends on the day that was set with you, within 12 months."),
          step("Two people gave you your areas. One of them can take them back at once."),
          step("Never write a person’s name into this office. There is no field for it."),
        ],
      },
      {
        title: "With somebody in front of you",
        steps: [
          step("“{0}” is the first page. Tap what is needed, then the answers that you know.", "nav.find"),
          step("What nobody has confirmed becomes a question to ask. It never hides a place."),
          step("What you tap stays on this device. It is gone when you close the page."),
          step("“{0}” shows intake numbers beside the list. They are never on the sheet.", "find.open"),
          step("Ask the person before you call. Say no name before you know who is told."),
        ],
      },
      {
        title: "Contacts of a whole area",
        steps: [
          step(
            "“{0}” opens an area, never one service. That you opened it is written down.",
            "nav.restricted",
          ),
          step("Three areas a day are yours to open. A fourth waits for an admin."),
          step("“{0}” puts your name on each page. Keep the paper as you keep a key.", "restricted.print"),
          step("Press “{0}” before you leave the screen.", "restricted.close"),
          step("No address of a place that is kept private is in it, for anybody."),
        ],
      },
      {
        title: "When nothing is there",
        steps: [
          step("“{0}” tells the office what was missing. You see what is sent before.", "nav.gap-note"),
          step("It holds a need, an area, a group and the month. Nothing about a person."),
        ],
      },
    ],
  },
  {
    code: "translators",
    title: "For translators",
    chapters: [
      {
        title: "Texts of listings",
        steps: [
          step(
            "Open “{0}” and choose your language. Listings with most to do come first.",
            "nav.translations",
          ),
          step("The source stands at one side, your words at the other. Press “{0}”.", "translate.save"),
          step("“{0}” keeps a half-done text in the office. Nobody outside sees it.", "translate.draft"),
          step(
            "When the source changes, the new words are marked. Press “{0}” if yours still fit.",
            "translate.still-right",
          ),
          step(
            "Another person who speaks the language presses “{0}”. Better not the one who wrote it.",
            "translate.check",
          ),
          step("Words of an editor wait: “{0}”.", "translate.standing.ready"),
          step("Use words that a worried person understands at once. Fifteen words a sentence at most."),
          step("Streets are not shown here. Never write where a place is that is kept private."),
        ],
      },
      {
        title: "Words of the pages",
        steps: [
          step("Buttons and headings come translated and unchecked. The pages say so in your language."),
          step(
            "Read all of them on the site. Then tell an admin, who presses “{0}”.",
            "translate.interface-say",
          ),
          step(
            "Rights and guides stand under “{0}”. “{1}” means that yours is older.",
            "nav.texts",
            "texts.standing.stale",
          ),
        ],
      },
    ],
  },
];

/** A step with the labels of the app in it. */
export function stepText({ text, labels = [] }: Step): string {
  return text.replaceAll(/\{(\d)\}/gu, (whole, n: string) => {
    const key = labels[Number(n)];
    // A label that names an area, a day or a number says it as "…".
    return key === undefined ? whole : t(key).replaceAll(/\{\w+\}/gu, "…");
  });
}
