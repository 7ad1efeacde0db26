import { interfaceLanguage } from "#web/i18n/languages.ts";
import type { Words } from "#web/i18n/words.ts";
import { useSite } from "./site-context.ts";

interface ReliedProps {
  /** Says it in the language it is given; asked again for the English. */
  readonly say: (words: Words) => string;
}

/**
 * A sentence that somebody may rely on. While nobody has checked the language's words, the English stands below,
 * with its name: a mistake in a draft must not be the only thing that a person has.
 */
export function Relied({ say }: ReliedProps) {
  const { words, english = null } = useSite();
  if (english === null) return <>{say(words)}</>;
  return (
    <>
      {say(words)}
      <AlsoEnglish text={say(english)} />
    </>
  );
}

/** The English of a sentence, under it; nothing while it has not come. */
export function AlsoEnglish({ text }: { readonly text: string }) {
  if (text === "") return null;
  return (
    <span class="also" lang="en" dir="ltr">
      <b>{interfaceLanguage("en")?.endonym}:</b> {text}
    </span>
  );
}
