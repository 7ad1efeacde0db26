import { CloseLink } from "#web/components/close-link.tsx";
import { useSite } from "#web/components/site-context.ts";
import { languageName } from "#web/i18n/language-names.ts";
import { interfaceLanguage } from "#web/i18n/languages.ts";
import { NOT_CHECKED } from "#web/i18n/not-checked.ts";
import { Icon } from "#web/icons/icon.tsx";

function Row({ lang }: { readonly lang: string }) {
  const { words, settings, here, speak } = useSite();
  const language = interfaceLanguage(lang);
  const current = lang === words.lang;
  const choose = (event: MouseEvent) => {
    if (speak === null) return;
    event.preventDefault();
    speak(lang);
  };
  return (
    <li>
      <a
        href={here(lang)}
        lang={lang}
        dir={language?.dir}
        hreflang={lang}
        aria-current={current ? "true" : undefined}
        onClick={choose}
      >
        <b>{language?.endonym ?? lang}</b>
        <span class={current ? "o ok" : "o"} lang={words.lang}>
          {current ? <Icon name="check" /> : languageName(words, lang)}
        </span>
        {!settings.checkedLanguages.includes(lang) && (
          <span class="un" lang={NOT_CHECKED[lang] === undefined ? "en" : undefined}>
            <Icon name="question" />
            {NOT_CHECKED[lang] ?? NOT_CHECKED["en"]}
          </span>
        )}
      </a>
    </li>
  );
}

/** Every language in its own writing first; unchecked ones say so in their own words. No flags. */
export function LanguagesPage() {
  const { words, languages } = useSite();
  return (
    <main class="languages" id="main">
      <div class="hd">
        <div>
          <h1 tabIndex={-1}>{words.t("languages.title")}</h1>
          <p class="note">{words.t("languages.lead")}</p>
        </div>
        <CloseLink />
      </div>
      <ul class="langs">
        {languages.map((lang) => (
          <Row key={lang} lang={lang} />
        ))}
      </ul>
      <div class="foot">
        <p class="note">
          {words.t("languages.of-places")} {words.t("languages.of-places-what")}
        </p>
      </div>
    </main>
  );
}
