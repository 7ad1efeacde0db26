/** What changed since a printed edition: what to strike by number, and what is new. Never the old value. */
import type { Block, Edition, Line } from "#server/contract/edition.ts";
import { entryBlock } from "./entry.ts";
import { againLine, edition, listingDigest, printedLine } from "./frame.ts";
import { byNeed, type EditionSource, type Numbered } from "./source.ts";
import { say } from "./speak.ts";

/**
 * The errata slip against `source.since`. Numbers to strike are the old edition's; what stands instead carries the
 * same number, and what is new goes on counting after the old ones. Throws when no edition is named.
 */
export async function errata(source: EditionSource): Promise<Edition> {
  const { wordings, since } = source;
  if (since === null) throw new Error("Errata need the record of an edition");
  const { entries } = byNeed({ ...source, wishes: { ...source.wishes, generalOnly: since.generalOnly } });
  const now = new Map(entries.map((numbered) => [numbered.listing.facts.code, numbered]));
  const before = new Map(since.entries.map((entry) => [entry.code, entry]));
  const gone = since.entries.filter(({ code }) => !now.has(code));
  const changed: Numbered[] = [];
  const fresh: Numbered[] = [];
  let next = Math.max(0, ...since.entries.map(({ number }) => number));
  for (const numbered of entries) {
    const old = before.get(numbered.listing.facts.code);
    if (old === undefined) fresh.push({ ...numbered, number: ++next });
    else if (old.digest !== (await listingDigest(numbered.listing)))
      changed.push({ ...numbered, number: old.number });
  }
  const inOrder = [...changed].sort((a, b) => a.number - b.number);
  const blocks: Block[] = [
    {
      kind: "head",
      title: say(wordings, "print.errata", { version: since.edition }),
      line: printedLine(source),
      again: againLine(source),
      danger: null,
    },
    {
      kind: "text",
      line: say(
        wordings,
        gone.length + changed.length + fresh.length === 0 ? "print.errata-none" : "print.errata-lead",
      ),
      weight: "normal",
    },
    ...section(
      say(wordings, "print.errata-strike"),
      gone.map(({ number }): Block => ({
        kind: "text",
        line: say(wordings, "print.errata-strike-no", { n: number }),
        weight: "strong",
      })),
    ),
    ...section(
      say(wordings, "print.errata-replace"),
      inOrder.flatMap((numbered): Block[] => [
        {
          kind: "text",
          line: say(wordings, "print.errata-replace-no", { n: numbered.number }),
          weight: "strong",
        },
        entryBlock(source, numbered),
      ]),
    ),
    ...section(
      say(wordings, "print.errata-new"),
      fresh.map((numbered) => entryBlock(source, numbered)),
    ),
  ];
  // The slip is no edition of its own: a later one compares with the booklet.
  return edition(source, blocks);
}

/** A part with its heading; nothing where nothing stands in it. */
function section(title: Line, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: "section", title, about: null }, ...blocks];
}
