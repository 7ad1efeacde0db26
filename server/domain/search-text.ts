import type { ListingView } from "#server/contract/listing-view.ts";
import { fold } from "./fold.ts";

/**
 * Whether every word of a search is in a text. Both sides are folded (case, accents, zero-width characters); a
 * word may stand anywhere, because Thai, Lao, Khmer, Burmese and Chinese put no spaces between words. Words of
 * two characters are found as well (platform: "code-point bigrams"; a part of a text is their exact answer).
 */
export function hasWords(foldedText: string, words: string): boolean {
  return wordsOf(words).every((word) => foldedText.includes(word));
}

/** The folded words of what somebody typed. */
export function wordsOf(typed: string): readonly string[] {
  return typed
    .split(/\s+/u)
    .map((word) => fold(word))
    .filter((word) => word !== "");
}

/** The folded text to look in. Parts are kept apart, so that no word is found across two of them. */
export function searchable(parts: readonly string[]): string {
  return parts.map((part) => fold(part)).join("\n");
}

/** The texts in which words are looked for: names, organisation, town, and what the listing says of itself. */
export function searchableParts({ card, detail }: ListingView): readonly string[] {
  return [
    ...(card === null ? [] : [card.name.text, card.organization.text, card.city?.text ?? ""]),
    ...(detail === null
      ? []
      : [
          ...Object.values(detail.texts).map((text) => text.text),
          ...detail.contacts.map((contact) => contact.label?.text ?? ""),
          ...detail.addresses.map((address) => address.name?.text ?? ""),
        ]),
  ].filter((part) => part !== "");
}
