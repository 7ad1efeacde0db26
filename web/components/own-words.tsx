import type { Phrase } from "#server/contract/listing-view.ts";
import { languageName } from "#web/i18n/language-names.ts";
import type { Words } from "#web/i18n/words.ts";
import { Icon } from "#web/icons/icon.tsx";
import { Said } from "./phrase.tsx";
import { useSite } from "./site-context.ts";

/** What a reader must know of a text as a translation; null: nothing, it is in their language and checked. */
export function markText(words: Words, { lang, mark }: Phrase): string | null {
  if (mark === "stale") return words.t("listing.mark-stale");
  if (mark === "unchecked") return words.t("listing.mark-unchecked");
  return lang === words.lang || lang === "und"
    ? null
    : words.t("listing.mark-language", { language: languageName(words, lang) });
}

/** The mark of a text, on a line of its own; nothing where there is nothing to say. */
export function TextMark({ phrase }: { readonly phrase: Phrase }) {
  const { words } = useSite();
  const mark = markText(words, phrase);
  if (mark === null) return null;
  return (
    <small class={phrase.mark === "stale" ? "textmark is-stale" : "textmark"}>
      <Icon name="translate" />
      {mark}
    </small>
  );
}

/**
 * A text of the listing itself, with a mark where it is not in the reader's language, where nobody checked the
 * translation, or where the text that it was made from has changed since (R29).
 */
export function OwnWords({ phrase }: { readonly phrase: Phrase }) {
  return (
    <>
      <Said phrase={phrase} />
      <TextMark phrase={phrase} />
    </>
  );
}
