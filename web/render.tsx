import { needsEnglish } from "./i18n/needs-english.ts";
import { renderToString } from "preact-render-to-string";
import type { PageAssets, PageModel, RenderPage } from "#server/contract/page.ts";
import { settingsForGeneralOnly } from "#server/domain/general-only.ts";
import { GeneralOnlyLink } from "#web/components/general-only-link.tsx";
import { PageFrame } from "#web/components/page-frame.tsx";
import { areaPath, pathOf, sheetPath } from "#web/components/paths.ts";
import { type Screen, type Site, SiteContext } from "#web/components/site-context.ts";
import { WORDS_IN, wordsFor } from "#web/i18n/all.ts";
import { renamed } from "#web/i18n/renamed.ts";
import type { Words } from "#web/i18n/words.ts";
import { drawSigns } from "#web/icons/draw-signs.ts";
import { FIRST_SIGNS } from "#web/icons/first-signs.ts";
import { Icon } from "#web/icons/icon.tsx";
import { ANSWERS } from "#web/words/answering.ts";
import { languageOf } from "#web/local-language.ts";
import { AreaPage } from "#web/pages/area.tsx";
import { AreasPage, CountryLinks } from "#web/pages/areas.tsx";
import { ClosedPage } from "#web/pages/closed.tsx";
import { Emergency } from "#web/pages/emergency.tsx";
import { ErrorPage } from "#web/pages/error.tsx";
import { GuidePage } from "#web/pages/guide.tsx";
import { Home } from "#web/pages/home.tsx";
import { LanguagesPage } from "#web/pages/languages.tsx";
import { SafePage } from "#web/pages/safe.tsx";
import { SuggestPage } from "#web/pages/suggest.tsx";
import { TextPage } from "#web/pages/text.tsx";
import { ToldPage } from "#web/pages/told.tsx";
import { BookletLinks } from "#web/print/own/booklet-links.tsx";
import { SheetPage } from "#web/print/sheet-page.tsx";
import { toDocument } from "./document.ts";
import { toDataBlock } from "./page-data.ts";

function addressOf(page: PageModel): (lang: string) => string {
  const open = page.generalOnly ?? false;
  switch (page.kind) {
    case "area":
      return (lang) => areaPath(lang, page.area.code, open);
    case "sheet":
      return (lang) => sheetPath(lang, page.area.code, open);
    case "areas":
      return (lang) => pathOf(lang, "place", open);
    case "words":
    case "text":
      return (lang) => pathOf(lang, page.page, open);
    case "guide":
    case "suggest":
      return (lang) => pathOf(lang, page.kind, open);
    default:
      return (lang) => pathOf(lang, "home", open);
  }
}

function screenOf(page: PageModel): Screen | null {
  if (page.kind === "words" || page.kind === "text") return page.page;
  return page.kind === "home" || page.kind === "guide" || page.kind === "suggest" ? page.kind : null;
}

/** Words of the language that is read in an area; null where we have none. */
function localWords(area: string): Words | null {
  const language = languageOf(area);
  return language !== null && WORDS_IN.includes(language) ? wordsFor(language) : null;
}

/** The site of a page without a script: links are followed, nothing is kept. */
function toSite(page: PageModel): Site {
  const { lang, settings } = page;
  const languages = settings.languages.filter((code) => WORDS_IN.includes(code));
  return {
    words: renamed(wordsFor(lang), settings),
    english: needsEnglish(lang, settings) ? wordsFor("en") : null,
    settings,
    areas: "areas" in page ? (page.areas ?? []) : "area" in page ? [page.area] : [],
    languages,
    country: "area" in page ? page.area.country : null,
    answering: ANSWERS,
    screen: screenOf(page),
    here: addressOf(page),
    now: () => null,
    local: (facts) => localWords(facts.areas[0] ?? ""),
    localWords: localWords(settings.countries[0] ?? ""),
    back: null,
    go: null,
    // Without a script the address remembers the switch; a form's answer may also be of that kind.
    generalOnly: page.generalOnly === true || (page.kind === "area" && page.query?.scope === "general"),
    formToken: page.formToken ?? null,
    send: null,
    sendLater: null,
    speak: null,
  };
}

function HomePage({ page }: { readonly page: PageModel & { kind: "home" } }) {
  const words = wordsFor(page.lang);
  return (
    <Home place={null} actions={null}>
      <noscript>
        <div class="nojs">
          <p class="note">{words.t("pages.choose-place-first")}</p>
          <CountryLinks areas={page.areas} />
          <GeneralOnlyLink to="/" />
        </div>
      </noscript>
    </Home>
  );
}

function Page({ page }: { readonly page: PageModel }) {
  switch (page.kind) {
    case "home":
      return <HomePage page={page} />;
    case "areas":
      return <AreasPage areas={page.areas} />;
    case "area":
      return <AreaPage area={page.area} needs={page.needs} query={page.query} />;
    case "sheet":
      return (
        <SheetPage {...page}>
          <a class="back" href={areaPath(page.lang, page.area.code, page.generalOnly)}>
            <Icon name="arrow-left" flip />
            {wordsFor(page.lang).t("listing.whole-list")}
          </a>
          <BookletLinks booklets={page.booklets} />
        </SheetPage>
      );
    case "words":
      return <WordsPage page={page} />;
    case "guide":
      return <GuidePage texts={page.texts} />;
    case "text":
      return <TextPage page={page.page} chosen={page.chosen} countries={page.countries} />;
    case "suggest":
      return <SuggestPage areas={page.areas} />;
    case "told":
      return <ToldPage what={page.what} />;
    case "error":
      return page.code === "frozen" ? <ClosedPage /> : <ErrorPage status={page.status} />;
  }
}

function WordsPage({ page }: { readonly page: PageModel & { kind: "words" } }) {
  if (page.page === "emergency") return <Emergency country={page.settings.countries[0] ?? null} />;
  if (page.page === "safe") return <SafePage onTry={null} />;
  return <LanguagesPage />;
}

/** Draws any page of the site as a whole HTML document that works without a script. */
export const renderPage: RenderPage = (wanted: PageModel, assets: PageAssets): string => {
  const page: PageModel =
    wanted.generalOnly === true ? { ...wanted, settings: settingsForGeneralOnly(wanted.settings) } : wanted;
  const site = toSite(page);
  const drawn = renderToString(
    <SiteContext.Provider value={site}>
      <PageFrame>
        <Page page={page} />
      </PageFrame>
    </SiteContext.Provider>,
  );
  const signs = drawSigns(drawn, page.kind === "home" ? FIRST_SIGNS : []);
  const data =
    page.kind === "home"
      ? toDataBlock({
          lang: site.words.lang,
          languages: site.languages,
          settings: page.settings,
          version: page.version,
          styles: assets.moreStyles ?? [],
          ...(page.generalOnly === true ? { generalOnly: true } : {}),
        })
      : null;
  return toDocument({
    lang: site.words.lang,
    dir: site.words.dir,
    settings: page.settings,
    mayBeIndexed: page.kind === "home" || page.kind === "area",
    assets,
    whole: page.kind !== "home",
    signs,
    body: drawn,
    data,
  });
};
