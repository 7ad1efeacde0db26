import type { Phrase } from "#server/contract/listing-view.ts";
import { interfaceLanguage } from "#web/i18n/languages.ts";
import { useSite } from "./site-context.ts";

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
