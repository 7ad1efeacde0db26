/**
 * Numbers to call in an emergency and afterwards (requirements §6.2, "Emergency contact list"): emergency numbers, help by
 * phone, and lines for a person's own. Others find such a list, so it names general help alone.
 */
import type { Block, Cell, Edition, Line } from "#server/contract/edition.ts";
import { firstPhone, wordsOf } from "./entry.ts";
import { againLine, edition, emergencyNumbers, printedLine } from "./frame.ts";
import { siteQr } from "./qr.ts";
import { byNeed, type EditionSource } from "./source.ts";
import { line, say } from "./speak.ts";

const PLACES = 6;
const OWN = 7;

/** Half a page of numbers, half a page of lines. */
export async function contacts(source: EditionSource): Promise<Edition> {
  const { wordings } = source;
  const { parts } = byNeed({ ...source, wishes: { ...source.wishes, generalOnly: true } });
  const seen = new Set<string>();
  const places = parts.flatMap(({ general }) => {
    const first = general.find((numbered) => {
      const phone = firstPhone(numbered);
      return phone !== null && !seen.has(phone);
    });
    const value = first === undefined ? null : firstPhone(first);
    if (first === undefined || value === null) return [];
    seen.add(value);
    return [{ label: line(wordsOf(wordings, first).map(({ name }) => name)), value }];
  });
  const danger = emergencyNumbers(source);
  const numbers = (title: Line, items: readonly { readonly label: Line; readonly value: string }[]): Cell => [
    { kind: "numbers", title, items },
  ];
  const qr = siteQr(source.site, wordings[0].lang);
  const blocks: Block[] = [
    {
      kind: "head",
      title: say(wordings, "print.contacts-title"),
      line: printedLine(source),
      again: againLine(source),
      danger: null,
    },
    { kind: "text", line: say(wordings, "print.contacts-lead"), weight: "normal" },
    {
      kind: "columns",
      columns: [
        danger.length === 0
          ? [
              { kind: "text", line: say(wordings, "print.emergency-none"), weight: "normal" },
              { kind: "notes", lines: 2 },
            ]
          : numbers(say(wordings, "print.danger"), danger),
        numbers(say(wordings, "print.contacts-places"), places.slice(0, PLACES)),
      ],
    },
    { kind: "section", title: say(wordings, "print.contacts-own"), about: null },
    {
      kind: "table",
      widths: [4, 4, 3],
      head: (["print.contacts-name", "print.contacts-number", "print.contacts-when"] as const).map((key) => ({
        title: say(wordings, key),
        about: null,
      })),
      rows: Array.from({ length: OWN }, () => ({
        need: null,
        cells: [1, 2, 3].map(() => [{ kind: "notes", lines: 1 } as const]),
      })),
    },
    ...(qr === null ? [] : ([{ kind: "qr", qr, caption: [say(wordings, "print.newest-code")] }] as const)),
  ];
  return edition(source, blocks);
}
