/** Who will be told: what is known, the exceptions, and by name who is not known. */
import { TELLS, type Tell } from "#db/vocabulary.ts";
import type { ContactView, Phrase } from "#server/contract/listing-view.ts";
import type { Words } from "#web/i18n/words.ts";

export interface ContactNote {
  readonly kind: "who-answers" | "recorded" | "told" | "not-known" | "where-works" | "price" | "care";
  /** Short head of the note, e.g. "Who answers". */
  readonly label: string;
  readonly text: string;
  /** The listing's own words, in whatever language they are; absent for sentences of ours. */
  readonly own?: Phrase;
}

type Named = Exclude<Tell, "nobody">;
const NAMED = TELLS.filter((tell): tell is Named => tell !== "nobody");
/** Whom people fear most: not known is always said of these. */
const ALWAYS_NAMED = ["police", "immigration", "child-protection"] as const satisfies readonly Named[];

type Tells = ContactView["tells"];

/** "the police, immigration or the child protection office". */
function names(
  words: Words,
  tells: readonly Named[],
  last: "contact.list-two" | "contact.list-and-two",
): string {
  const all = tells.map((tell) => words.t(`told-name.${tell}`));
  const end = all[all.length - 1] ?? "";
  if (all.length < 2) return end;
  const start = all.slice(0, -1).reduce((a, b) => words.t("contact.list-more", { a, b }));
  return words.t(last, { a: start, b: end });
}

function knownText(words: Words, tells: Tells, inOwnWords: boolean): string | null {
  const told = NAMED.filter((tell) => tells[tell] === "yes");
  const spared = NAMED.filter((tell) => tells[tell] === "no");
  const who = names(words, told, "contact.list-and-two");
  if (tells.nobody === "yes") {
    // Beside a listing's own "Nobody. One exception: …" the bare sentence would promise more than the listing does.
    if (told.length === 0) return inOwnWords ? null : words.t("contact.told-nobody");
    return words.t(told.length === 1 ? "contact.told-nobody-but" : "contact.told-nobody-but-several", {
      who,
    });
  }
  const sentences = [
    ...(told.length === 0 ? [] : [words.t("contact.told-may", { who })]),
    ...(spared.length === 0
      ? []
      : [words.t("contact.told-not", { who: names(words, spared, "contact.list-two") })]),
  ];
  return sentences.length === 0 ? null : sentences.join(" ");
}

/** Police, immigration and child protection of whom nothing is known; an office is not asked about itself. */
function unknownTells(contact: Pick<ContactView, "tells" | "whoAnswers">): Named[] {
  if (contact.tells.nobody === "yes") return [];
  return ALWAYS_NAMED.filter((tell) => contact.tells[tell] === undefined && contact.whoAnswers !== tell);
}

/**
 * The notes on who is told, for one way of reaching a service: the known ones, then "We do not know whether they
 * tell the police. You can ask before you say your name."
 * @param inOwnWords whether the listing's own sentence about it stands beside them
 */
export function toldNotes(
  words: Words,
  contact: Pick<ContactView, "tells" | "whoAnswers">,
  inOwnWords = false,
): ContactNote[] {
  const known = knownText(words, contact.tells, inOwnWords);
  const unknown = unknownTells(contact);
  const notes: ContactNote[] = [];
  if (known !== null) notes.push({ kind: "told", label: words.t("contact.told"), text: known });
  if (unknown.length > 0) {
    const who = names(words, unknown, "contact.list-two");
    const text = `${words.t("contact.told-unknown", { who })} ${words.t("contact.ask-before-name")}`;
    notes.push({ kind: "not-known", label: words.t("contact.not-known"), text });
  }
  return notes;
}
