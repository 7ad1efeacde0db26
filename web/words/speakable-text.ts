/** A page of words as lines to be heard: its title, then each block in order. */
import type { PublicText } from "#server/contract/public-text.ts";
import { readTextBlocks, type TextBlock } from "#server/domain/text-blocks.ts";
import type { SpokenLine } from "./speakable.ts";

function linesOf(block: TextBlock): readonly string[] {
  if (block.kind === "list") return block.items;
  if (block.kind === "steps") return block.items.flatMap(({ title, text }) => [title, text]);
  return [block.text];
}

/** All lines in the language that the text is really in. */
export function speakableText({ title, body, lang }: PublicText): SpokenLine[] {
  return [title, ...readTextBlocks(body).flatMap(linesOf)]
    .filter((text) => text.trim() !== "")
    .map((text) => ({ text, lang }));
}
