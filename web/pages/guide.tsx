import { EXPLAINING_PAGE, type TextPage } from "#db/vocabulary.ts";
import type { PublicText } from "#server/contract/public-text.ts";
import { TextMark } from "#web/components/own-words.tsx";
import { type Screen, useSite } from "#web/components/site-context.ts";
import { SiteLink } from "#web/components/site-link.tsx";
import { interfaceLanguage } from "#web/i18n/languages.ts";
import type { MessageKey } from "#web/i18n/words.ts";
import { Icon } from "#web/icons/icon.tsx";

/** What stands under which heading. "safe" and "suggest" are pages of the software, the rest are texts. */
const GROUPS: readonly (readonly [title: MessageKey, pages: readonly (TextPage | "safe" | "suggest")[]])[] = [
  ["guide.you", ["rights", "what-happened", "how-to-ask", "using-this", "safe"]],
  ["guide.steps", ["papers", "court", "wages"]],
  [
    "guide.list",
    [
      "about",
      "privacy",
      "no-recommendation",
      "complaints",
      "suggest",
      "translations",
      "accessibility",
      "sources",
      "reuse",
    ],
  ],
];

interface Entry {
  readonly to: Screen;
  readonly title: string;
  readonly lang: string;
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const { words } = useSite();
  return (
    <ul class="entries">
      {entries.map(({ to, title, lang }) => (
        <li key={to}>
          <SiteLink to={to} class="rowlink">
            <span>
              <span {...(lang === words.lang ? {} : { lang, dir: interfaceLanguage(lang)?.dir })}>
                {title}
              </span>
              {/* Nobody opens a page to find that it is in another language. */}
              <TextMark phrase={{ text: title, lang }} />
            </span>
            <Icon name="caret-right" flip />
          </SiteLink>
        </li>
      ))}
    </ul>
  );
}

/** Your rights and how this works: every page of words by its title. */
export function GuidePage({ texts }: { readonly texts: readonly PublicText[] }) {
  const { words, generalOnly } = useSite();
  const own: Readonly<Record<string, string>> = {
    safe: words.t("safe.title"),
    suggest: words.t("suggest.title"),
    about: words.t("site.about"),
  };
  const entryOf = (to: TextPage | "safe" | "suggest"): readonly Entry[] => {
    if (generalOnly && to === EXPLAINING_PAGE) return [];
    const text = texts.find(({ page }) => page === to);
    if (text !== undefined) return [{ to, title: text.title, lang: text.lang }];
    const title = own[to];
    return title === undefined ? [] : [{ to, title, lang: words.lang }];
  };
  return (
    <main class="plain guide" id="main">
      <h1 tabIndex={-1}>{words.t("guide.title")}</h1>
      <p class="note">{words.t("guide.lead")}</p>
      {GROUPS.map(([title, pages]) => {
        const entries = pages.flatMap(entryOf);
        return (
          entries.length > 0 && (
            <section key={title}>
              <h2>{words.t(title)}</h2>
              <Entries entries={entries} />
            </section>
          )
        );
      })}
    </main>
  );
}
