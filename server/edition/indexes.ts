/** Finding a place by organisation, by need, by language: labels with the numbers of entries. */
import type { Block, IndexRow, Line } from "#server/contract/edition.ts";
import { wordsOf } from "./entry.ts";
import type { EditionSource, NeedPart, Numbered } from "./source.ts";
import { each, line, say } from "./speak.ts";

const numbersOf = (entries: readonly Numbered[]): readonly number[] =>
  entries.map(({ number }) => number).sort((a, b) => a - b);

/** By code point: the same on every machine, also for scripts that `Intl` has no order for there. */
function byLabel(a: IndexRow, b: IndexRow): number {
  const [left, right] = [a.label[0]?.text ?? "", b.label[0]?.text ?? ""];
  return left < right ? -1 : left > right ? 1 : 0;
}

function rowsOf(groups: ReadonlyMap<string, { label: Line; entries: Numbered[] }>): readonly IndexRow[] {
  return [...groups.values()]
    .map(({ label, entries }) => ({ label, entries: numbersOf(entries) }))
    .sort(byLabel);
}

function grouped(
  entries: readonly Numbered[],
  keysOf: (entry: Numbered) => readonly (readonly [key: string, label: Line])[],
): readonly IndexRow[] {
  const groups = new Map<string, { label: Line; entries: Numbered[] }>();
  for (const entry of entries) {
    for (const [key, label] of keysOf(entry)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { label, entries: [entry] });
      else group.entries.push(entry);
    }
  }
  return rowsOf(groups);
}

/** The three indexes of a booklet. */
export function indexBlocks(
  source: EditionSource,
  parts: readonly NeedPart[],
  entries: readonly Numbered[],
): readonly Block[] {
  const { wordings } = source;
  const organizations = grouped(entries, (entry) => [
    [entry.listing.organization.id, line(wordsOf(wordings, entry).map(({ organization }) => organization))],
  ]);
  const languages = grouped(entries, ({ listing }) =>
    listing.facts.languages
      .filter(({ mode }) => mode === "direct")
      .map(({ code }) => [code, each(wordings, (wording) => wording.language(code))] as const),
  );
  const needs = parts.map(({ need, general, specific }) => ({
    label: each(wordings, (wording) => wording.need(need)),
    entries: numbersOf([...general, ...specific]),
  }));
  return [
    { kind: "chapter", title: say(wordings, "print.index"), need: null, newPage: true },
    { kind: "text", line: say(wordings, "print.index-note"), weight: "small" },
    { kind: "section", title: say(wordings, "print.by-organisation"), about: null },
    { kind: "index", rows: organizations },
    { kind: "section", title: say(wordings, "print.by-need"), about: null },
    { kind: "index", rows: needs.filter(({ entries: listed }) => listed.length > 0) },
    { kind: "section", title: say(wordings, "print.by-language"), about: null },
    { kind: "index", rows: languages },
  ];
}
