/**
 * The map and list of services that is handed over in transition (requirements §6.2, "Service map for handover"): each
 * with its number on the map, how it is approached, and lines for what was tried together.
 */
import type { Block, Edition } from "#server/contract/edition.ts";
import { shortBlock, wordsOf } from "../entry.ts";
import { edition } from "../frame.ts";
import { mapBlocks } from "../map.ts";
import { byNeed, type EditionSource, type Numbered } from "../source.ts";
import { closed, each, line, say } from "../speak.ts";
import { plainHead, plainIn } from "./plain.ts";
import { FORM_TITLES } from "./titles.ts";

/** How a service is approached, as its entry in the booklet says it. */
function approach(source: EditionSource, numbered: Numbered): readonly Block[] {
  const words = wordsOf(source.wordings, numbered);
  const said = words.map(({ facts }) => facts.how ?? []);
  const rows = said.flatMap((spans): Block[] =>
    spans.length === 0
      ? []
      : [
          {
            kind: "text",
            line: [
              {
                text: [...new Set(spans.map((span) => closed(span).text))].join(" "),
                lang: spans[0]?.lang ?? "und",
              },
            ],
            weight: "normal",
          },
        ],
  );
  const ask = line(words.flatMap(({ facts }) => facts.ask?.[0] ?? []));
  return ask.length === 0 ? rows : [...rows, { kind: "text", line: ask, weight: "strong" }];
}

/** The list by need, then the map. */
export async function handover(source: EditionSource): Promise<Edition> {
  const { parts, entries } = byNeed(source);
  const { wordings } = source;
  const plain = await plainIn(source);
  return edition(
    source,
    [
      plainHead(source, plain(FORM_TITLES.handover)),
      {
        kind: "text",
        line: plain(
          "Go through this list together. Approach each place once with somebody, then alone. The numbers are on the map.",
        ),
        weight: "normal",
      },
      ...parts.flatMap(({ need, general, specific }): Block[] => {
        const own = [...general, ...specific].filter(({ home }) => home === need);
        if (own.length === 0) return [];
        return [
          { kind: "section", title: each(wordings, (wording) => wording.need(need)), about: null },
          {
            kind: "table",
            widths: [5, 5, 2.4],
            head: ["Place", "How to approach it", "We went there"].map((title) => ({
              title: plain(title),
              about: null,
            })),
            rows: own.map((numbered) => ({
              need: null,
              cells: [
                [{ ...shortBlock(source, numbered), number: numbered.number }],
                approach(source, numbered),
                [{ kind: "notes", lines: 3 }],
              ],
            })),
          },
        ];
      }),
      ...mapBlocks(source, entries),
      // A page of their own behind the map, which fills its page.
      { kind: "page-break" },
      { kind: "section", title: say(wordings, "print.notes"), about: null },
      { kind: "notes", lines: 16 },
    ],
    entries,
  );
}
