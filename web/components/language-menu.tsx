import { Icon } from "#web/icons/icon.tsx";
import { interfaceLanguage } from "#web/i18n/languages.ts";
import { useSite } from "./site-context.ts";

function Endonym({ lang }: { readonly lang: string }) {
  return <span lang={lang}>{interfaceLanguage(lang)?.endonym ?? lang}</span>;
}

/** Other languages in their own writing; opens the list of all. Links to the same page in each language. */
export function LanguageMenu() {
  const { words, languages, here, speak } = useSite();
  const others = languages.filter((lang) => lang !== words.lang).slice(0, 2);
  const choose = (lang: string) => (event: MouseEvent) => {
    if (speak === null) return;
    event.preventDefault();
    const menu = event.currentTarget instanceof Element ? event.currentTarget.closest("details") : null;
    menu?.removeAttribute("open");
    speak(lang);
  };
  return (
    <details class="lang">
      <summary>
        <span class="sr">{words.t("site.language")}</span>
        <Icon name="translate" />
        <span class="others">
          {others.map((lang) => (
            <Endonym key={lang} lang={lang} />
          ))}
        </span>
        <Icon name="caret-down" class="cd" />
      </summary>
      <ul>
        {languages.map((lang) => (
          <li key={lang}>
            <a
              href={here(lang)}
              hreflang={lang}
              aria-current={lang === words.lang ? "true" : undefined}
              onClick={choose(lang)}
            >
              <Endonym lang={lang} />
              {lang === words.lang && <Icon name="check" />}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
