import { useSite } from "#web/components/site-context.ts";
import { interfaceLanguage } from "#web/i18n/languages.ts";
import { loadAllWords } from "#web/i18n/load.ts";
import { languageOf } from "#web/local-language.ts";
import { Pick } from "./chips.tsx";
import type { Tools } from "./tools.ts";

/** What a second language may be: those that have words, the place's own first. */
function choices(languages: readonly string[], own: string, area: string): readonly string[] {
  const local = languageOf(area);
  const others = languages.filter((lang) => lang !== own);
  return local !== null && others.includes(local)
    ? [local, ...others.filter((lang) => lang !== local)]
    : others;
}

function choose({ second, secondWords }: Tools, lang: string): void {
  second.value = lang;
  secondWords.value = null;
  if (lang === "") return;
  loadAllWords(lang).then(
    (words) => {
      if (second.peek() === lang) secondWords.value = words;
    },
    () => undefined,
  );
}

/** The language beside the reader's own: once chosen, it stands in the comparison and on the sheet. */
export function SecondLanguage({ tools, area }: { readonly tools: Tools; readonly area: string }) {
  const { words, languages } = useSite();
  return (
    <Pick
      label={words.t("helper.two-languages")}
      value={tools.second.value}
      options={[
        { value: "", label: words.t("helper.one-language") },
        ...choices(languages, words.lang, tools.laterArea.value ?? area).map((lang) => ({
          value: lang,
          label: interfaceLanguage(lang)?.endonym ?? lang,
          lang,
        })),
      ]}
      onPick={(lang) => choose(tools, lang)}
    />
  );
}
