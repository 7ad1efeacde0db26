/** What fits a pocket, a wall or a child: wallet cards, the poster with strips, the children's page. */
import type { Need } from "#db/vocabulary.ts";
import type { Block, CardFaces, Edition, Line } from "#server/contract/edition.ts";
import { toListingView } from "#server/domain/to-listing-view.ts";
import { firstPhone } from "./entry.ts";
import { againLine, edition, emergencyNumbers, footLine, siteInWords } from "./frame.ts";
import { siteQr } from "./qr.ts";
import { byNeed, type EditionSource, type Numbered } from "./source.ts";
import { areaLine, each, type PrintKey, say } from "./speak.ts";

/** Numbers on a card besides the one for danger. */
const CARD_NUMBERS = 5;
/** The same card as often as a page takes. */
const CARD_COPIES = { a4: 2, a5: 1, "a5-on-a4": 1 } as const;
const STRIPS = { a4: 10, a5: 7, "a5-on-a4": 7 } as const;
/** What people say helped most comes first (design: "Need tile"). */
const CARD_NEEDS: readonly Need[] = [
  "counselling",
  "medical",
  "housing",
  "legal",
  "administrative",
  "economic",
];
const POSTER_NEEDS: readonly Need[] = [
  "housing",
  "medical",
  "counselling",
  "economic",
  "administrative",
  "legal",
];

/** How little stands in the way of a first call; the least comes first. The same in every language. */
function callRank({ listing: { facts, contacts } }: Numbered, need: Need): number {
  const yes = (facet: string, code: string) => facts.answers[facet]?.[code] === "yes";
  const sent = yes("entry-route", "authority-referral") || yes("entry-route", "professional-referral");
  const byOneself = ["walk-in", "call-first", "self-referral"].some((code) => yes("entry-route", code));
  const sexes = ["women", "men"].filter((code) => yes("gender-served", code)).length;
  const authority = contacts.some(
    ({ whoAnswers }) => whoAnswers === "police" || whoAnswers === "immigration",
  );
  return (
    (need === "counselling" && !yes("delivery", "phone") ? 4 : 0) +
    (authority ? 8 : 0) +
    (sent && !byOneself ? 3 : 0) +
    (yes("cost", "free") ? 0 : 2) +
    (sexes === 1 ? 1 : 0) +
    (yes("hours", "24-hours") ? 0 : 1)
  );
}

/**
 * The listing to call first for a need: general help with a number, the most open first. Small prints carry general
 * help alone: a card is found by others, and specialised help explains too much.
 */
function firstCall(source: EditionSource, need: Need): Numbered | null {
  const { parts } = byNeed(source);
  const listed = (parts.find((part) => part.need === need)?.general ?? []).filter(
    (numbered) => firstPhone(numbered) !== null,
  );
  const ranked = listed.sort(
    (a, b) => callRank(a, need) - callRank(b, need) || (a.listing.facts.code < b.listing.facts.code ? -1 : 1),
  );
  return ranked[0] ?? null;
}

interface CardNumber {
  readonly need: Need;
  readonly label: Line;
  readonly value: string;
}

/** Without a shortlist: the first call of each need. */
function proposedNumbers(source: EditionSource): readonly CardNumber[] {
  return CARD_NEEDS.flatMap((need) => {
    const call = firstCall(source, need);
    const value = call === null ? null : firstPhone(call);
    return value === null
      ? []
      : [{ need, label: each(source.wordings, (wording) => wording.need(need)), value }];
  }).slice(0, CARD_NUMBERS);
}

/**
 * The numbers of the places that somebody chose, specialised ones too, in both places and for relatives, each once. They
 * are called by their need: a card is found by others, and a name may explain too much.
 */
function chosenNumbers(source: EditionSource, shortlist: readonly string[]): readonly CardNumber[] {
  const { wordings, later, relatives, needs } = source;
  const chosen = [...shortlist, ...relatives];
  const of = (listings: EditionSource["listings"]) =>
    byNeed({ ...source, listings, shortlist: chosen }).entries;
  const numbers = new Map<string, CardNumber>();
  for (const entry of [...of(source.listings), ...(later === null ? [] : of(later.listings))]) {
    const value = firstPhone(entry);
    if (value === null || numbers.has(value)) continue;
    const need = entry.listing.facts.needs.find((one) => needs?.includes(one)) ?? entry.home;
    numbers.set(value, { need, label: each(wordings, (wording) => wording.need(need)), value });
  }
  return [...numbers.values()];
}

/** As many to a card as fit it; one card without any when nothing has a number. */
function byCard(numbers: readonly CardNumber[]): readonly (readonly CardNumber[])[] {
  const count = Math.max(1, Math.ceil(numbers.length / CARD_NUMBERS));
  return Array.from({ length: count }, (_, at) => numbers.slice(at * CARD_NUMBERS, (at + 1) * CARD_NUMBERS));
}

/** Wallet cards: the cover says "Useful numbers" and nothing else. */
export async function cards(source: EditionSource): Promise<Edition> {
  const { wordings, wishes } = source;
  const danger = emergencyNumbers(source)[0];
  const numbers =
    source.shortlist === null ? proposedNumbers(source) : chosenNumbers(source, source.shortlist);
  const areas = source.later === null ? source.areas : [...source.areas, source.later.area];
  const faces = byCard(numbers).map((some): CardFaces => ({
    title: say(wordings, "print.useful-numbers"),
    place: areaLine(wordings, areas),
    // A card has room for the edition in one language.
    newest: [say(wordings, "print.card-newest"), footLine(source).slice(0, 1), againLine(source)],
    qr: siteQr(source.site, wordings[0].lang),
    numbers: [
      ...(danger === undefined
        ? []
        : [{ need: null, label: say(wordings, "print.danger"), value: danger.value }]),
      ...some,
    ],
    sayTitle: say(wordings, "print.card-say"),
    say: (["print.card-say-1", "print.card-say-2", "print.card-say-3"] as const).map((key) =>
      say(wordings, key),
    ),
    rights: say(wordings, "print.right.choose"),
  }));
  const copies = Math.max(1, Math.floor(CARD_COPIES[wishes.paper] / faces.length));
  return edition(source, [
    {
      kind: "cards",
      cards: Array.from({ length: copies }, () => faces).flat(),
      cut: say(wordings, "print.card-cut"),
    },
  ]);
}

/** The poster: six needs, one number to call, strips that say "Useful numbers" and nothing else. */
export async function poster(source: EditionSource): Promise<Edition> {
  const { wordings, site } = source;
  const call = firstCall(source, "counselling");
  const value = call === null ? null : firstPhone(call);
  const host = site === null ? "" : siteInWords(site);
  return edition(source, [
    {
      kind: "poster",
      title: say(wordings, "print.poster-title"),
      needs: POSTER_NEEDS.map((need) => ({ need, title: each(wordings, (wording) => wording.need(need)) })),
      lead: say(wordings, "print.poster-lead"),
      call:
        call === null || value === null
          ? null
          : { before: say(wordings, "print.poster-call"), value, note: hoursAndLanguages(source, call) },
      qr: siteQr(site, wordings[0].lang),
      foot: footLine(source),
      strips: Array.from({ length: STRIPS[source.wishes.paper] }, () => ({
        title: say(wordings, "print.useful-numbers"),
        value: value ?? emergencyNumbers(source)[0]?.value ?? "",
        site: host,
      })),
    },
  ]);
}

function hoursAndLanguages({ wordings }: EditionSource, { listing }: Numbered): Line {
  return each(wordings, (wording) => {
    const { hours, languages } = wording.entry(toListingView(listing, wording.lang)).facts;
    return [hours?.[0]?.text, languages?.[0]?.text].filter((text) => text !== undefined).join(" · ");
  });
}

const CHILD_ROWS = [
  ["counselling", "print.child.counselling", "print.child-about.counselling"],
  ["medical", "print.child.medical", "print.child-about.medical"],
  ["housing", "print.child.housing", "print.child-about.housing"],
  ["protection", "print.child.protection", "print.child-about.protection"],
  ["education", "print.child.education", "print.child-about.education"],
] as const satisfies readonly (readonly [Need, PrintKey, PrintKey])[];

/** Whether a child may use it as far as anybody told us: never closed to under eighteen. */
function isForChildren({ listing: { facts } }: Numbered): boolean {
  const served = facts.answers["gender-served"] ?? {};
  const adultsAlone = served["women"] === "yes" || served["men"] === "yes";
  const young = served["girls"] === "yes" || served["boys"] === "yes" || served["all-genders"] === "yes";
  return (facts.minimumAge === null || facts.minimumAge < 18) && (young || !adultsAlone);
}

/** How well a listing suits a child who calls alone; the least comes first. Said beats unknown, open beats closed. */
function childRank({ listing: { facts } }: Numbered, need: Need): number {
  const said = (facet: string, code: string) => facts.answers[facet]?.[code];
  const policy = said("child-friendly", "child-protection-policy") === "yes";
  const girls = said("gender-served", "girls") === "yes";
  const boys = said("gender-served", "boys") === "yes";
  return (
    { yes: 0, no: 8, unknown: 3 }[said("child-friendly", "child-can-come-alone") ?? "unknown"] +
    (policy ? 0 : 1) +
    (girls !== boys ? 2 : 0) +
    (facts.scope === "general" ? 0 : 1) +
    // Where children sleep is no place to ring for a talk.
    (need !== "housing" && said("delivery", "residential") === "yes" ? 4 : 0) +
    (need === "counselling" && said("delivery", "phone") !== "yes" ? 2 : 0)
  );
}

/** The children's page: first person, one number for each need, what you can do and say. */
export async function children(source: EditionSource): Promise<Edition> {
  const { wordings, wishes } = source;
  const { parts } = byNeed(source);
  const rows = CHILD_ROWS.flatMap(([need, title, about]): Block[] => {
    const part = parts.find((one) => one.need === need);
    const listed = [...(part?.general ?? []), ...(wishes.generalOnly ? [] : (part?.specific ?? []))]
      .filter((numbered) => isForChildren(numbered) && firstPhone(numbered) !== null)
      .sort((a, b) => childRank(a, need) - childRank(b, need));
    const [first] = listed;
    const phone = first === undefined ? null : firstPhone(first);
    if (first === undefined || phone === null) return [];
    return [
      {
        kind: "child-row",
        need,
        title: say(wordings, title),
        about: say(wordings, about),
        phone,
        note: hoursOf(source, first),
      },
    ];
  });
  const danger = emergencyNumbers(source)[0];
  return edition(source, [
    {
      kind: "head",
      title: say(wordings, "print.children-title"),
      line: say(wordings, "print.children-lead"),
      again: null,
      danger: danger === undefined ? null : { title: say(wordings, "print.danger"), numbers: [danger] },
    },
    ...rows,
    {
      kind: "columns",
      columns: [
        [
          { kind: "section", title: say(wordings, "print.children-can"), about: null },
          {
            kind: "list",
            mark: "tick",
            items: (
              [
                "print.children-can-1",
                "print.children-can-2",
                "print.children-can-3",
                "print.children-can-4",
              ] as const
            ).map((key) => say(wordings, key)),
          },
        ],
        [
          { kind: "section", title: say(wordings, "print.card-say"), about: null },
          {
            kind: "speech",
            lines: [say(wordings, "print.children-say-1"), say(wordings, "print.children-say-2")],
          },
        ],
      ],
    },
    { kind: "text", line: say(wordings, "print.children-show"), weight: "small" },
  ]);
}

function hoursOf({ wordings }: EditionSource, { listing }: Numbered): Line {
  return each(
    wordings,
    (wording) => wording.entry(toListingView(listing, wording.lang)).facts.hours?.[0]?.text ?? "",
  );
}
