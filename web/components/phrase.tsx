import type { Phrase } from "#server/contract/listing-view.ts";
import { interfaceLanguage } from "#web/i18n/languages.ts";
import { useSite } from "./site-context.ts";

/** Stands where the phrase goes: no message holds it. */
const SLOT = "\u0000";

/** A sentence of ours around a text that a person wrote: only that text bears its language. */
export function SaidIn({ phrase, sentence }: { phrase: Phrase; sentence: (slot: string) => string }) {
  const { words } = useSite();
  if (phrase.lang === words.lang) return <>{sentence(phrase.text)}</>;
  const [before = "", ...after] = sentence(SLOT).split(SLOT);
  return (
    <>
      {before}
      <Said phrase={phrase} />
      {after.join(phrase.text)}
    </>
  );
}

/** A text that a person wrote, marked with the language it is really in (WCAG 3.1.2). */
export function Said({ phrase }: { readonly phrase: Phrase }) {
  const { words } = useSite();
  if (phrase.lang === words.lang) return <>{phrase.text}</>;
  return (
    <span lang={phrase.lang} dir={interfaceLanguage(phrase.lang)?.dir ?? "auto"}>
      {phrase.text}
    </span>
  );
}
