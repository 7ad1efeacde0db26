import type { ComponentChildren } from "preact";
import type { TextPage as Page } from "#db/vocabulary.ts";
import type { ChosenText, PublicText } from "#server/contract/public-text.ts";
import { localized } from "#web/components/localized.ts";
import { areaNameIn, useSite } from "#web/components/site-context.ts";
import { SiteLink } from "#web/components/site-link.tsx";
import { TextBody } from "#web/components/text-body.tsx";
import { dateText } from "#web/i18n/dates.ts";
import { languageName } from "#web/i18n/language-names.ts";
import { interfaceLanguage } from "#web/i18n/languages.ts";
import { Icon } from "#web/icons/icon.tsx";
import { pathOf } from "#web/components/paths.ts";
import { ListenButton } from "#web/listen/listen-button.tsx";
import { speakableText } from "#web/words/speakable-text.ts";

const dirOf = (lang: string) => interfaceLanguage(lang)?.dir ?? "ltr";

/** When it was written, from what, and whether anybody here has checked it. */
function Marks({ text }: { readonly text: PublicText }) {
  const { words } = useSite();
  return (
    <p class="marks small">
      <Icon name={text.checked ? "check" : "question"} />
      <span>
        {words.t(text.checked ? "text.checked" : "text.not-checked")}{" "}
        {words.t("text.written", { date: dateText(words, text.date) })}{" "}
        {text.source !== null && words.t("text.source", { source: text.source.name })}{" "}
        {text.source?.url != null && <span class="ltr">{text.source.url}</span>}
      </span>
    </p>
  );
}

/** Below an unchecked translation: what it is a translation of, so that nobody has to rely on a draft. */
function English({ text }: { readonly text: PublicText }) {
  const { words } = useSite();
  return (
    <section class="english">
      <h2>{words.t("text.english")}</h2>
      <p class="note">{words.t("text.english-why")}</p>
      <div class="words" lang="en" dir="ltr">
        <p>
          <b>{text.title}</b>
        </p>
        <TextBody body={text.body} quoted />
      </div>
    </section>
  );
}

function Countries({ page, countries }: { readonly page: Page; readonly countries: readonly string[] }) {
  const site = useSite();
  if (site.go !== null || countries.length === 0) return null;
  return (
    <nav class="own" aria-label={site.words.t("text.countries")}>
      <h2>{site.words.t("text.countries")}</h2>
      <p>
        {countries.map((country) => (
          <a
            key={country}
            class="askbtn"
            href={`${pathOf(site.words.lang, page, site.generalOnly)}/${country}`}
          >
            {areaNameIn(site, country) ?? country}
          </a>
        ))}
      </p>
    </nav>
  );
}

interface TextPageProps {
  readonly page: Page;
  readonly chosen: ChosenText | null;
  readonly countries: readonly string[];
  readonly children?: ComponentChildren;
}

/** Who runs this says first what the settings know. */
function RunBy() {
  const { words, settings } = useSite();
  const name = localized(settings.runBy, words.lang) ?? settings.publicName;
  return (
    <>
      <p>
        <b>{words.t("about.run-by", { name })}</b>
      </p>
      {settings.demo && <p class="hint">{words.t("about.demo")}</p>}
    </>
  );
}

/** One page of words: the best text there is for the reader, with its day and whether it was checked. */
export function TextPage({ page, chosen, countries }: TextPageProps) {
  const site = useSite();
  const { words } = site;
  const text = chosen?.text ?? null;
  const foreign = text !== null && text.lang !== words.lang;
  const own = { lang: text?.lang, dir: text === null ? undefined : dirOf(text.lang) };
  return (
    <main class="plain text" id="main">
      <SiteLink to="guide" class="back">
        <Icon name="arrow-left" flip />
        {words.t("guide.all")}
      </SiteLink>
      <h1 tabIndex={-1} {...(foreign ? own : {})}>
        {text?.title ?? words.t("site.about")}
      </h1>
      {foreign && (
        <p class="small">{words.t("listing.not-translated", { language: languageName(words, text.lang) })}</p>
      )}
      {text !== null && text.country !== "001" && (
        <p class="small">
          {words.t("text.country", { country: areaNameIn(site, text.country) ?? text.country })}
        </p>
      )}
      {text !== null && site.go !== null && (
        <ListenButton name={`text:${page}`} lines={() => speakableText(text)} />
      )}
      <div class="words" {...(foreign ? own : {})}>
        {page === "about" && <RunBy />}
        {text === null ? <p>{words.t("guide.none")}</p> : <TextBody body={text.body} />}
      </div>
      {text !== null && <Marks text={text} />}
      {chosen?.english != null && <English text={chosen.english} />}
      <Countries page={page} countries={countries} />
    </main>
  );
}
