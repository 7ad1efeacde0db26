import { EVERYWHERE, EXPLAINING_PAGE, type TextPage as Page } from "#db/vocabulary.ts";
import type { PublicText } from "#server/contract/public-text.ts";
import { mayStandAlone } from "#server/domain/general-only.ts";
import { chooseText, listTexts } from "#server/domain/choose-text.ts";
import { useSite } from "#web/components/site-context.ts";
import { GuidePage } from "#web/pages/guide.tsx";
import { TextPage } from "#web/pages/text.tsx";
import type { AppState } from "./state.ts";

/** The country whose words are shown: the chosen place's, else the only one of the directory. */
function countryOf({ search, data }: AppState): string {
  const [only, ...others] = data.settings.countries;
  const fallback = only !== undefined && others.length === 0 ? only : EVERYWHERE;
  return search.place.value?.area.slice(0, 2) ?? fallback;
}

/** The pages of words that have come; with general help only those that name nothing else. */
function textsIn({ texts }: AppState, generalOnly: boolean): readonly PublicText[] {
  const all = texts.value?.texts.value ?? [];
  return generalOnly ? all.filter(mayStandAlone) : all;
}

/** The list of the pages of words, from memory. */
export function GuideScreen({ state }: { readonly state: AppState }) {
  const { words, generalOnly } = useSite();
  return <GuidePage texts={listTexts(textsIn(state, generalOnly), countryOf(state), words.lang)} />;
}

/** A page of words, from memory. With "general help only" the page that explains is the list instead. */
export function TextScreen({ state, page }: { readonly state: AppState; readonly page: Page }) {
  const { words, generalOnly } = useSite();
  const model = state.texts.value;
  const texts = textsIn(state, generalOnly);
  if (generalOnly && page === EXPLAINING_PAGE) return <GuideScreen state={state} />;
  if (texts.length === 0 && model?.state.value !== "ready") {
    const failed = model?.state.value === "failed";
    return (
      <main id="main">
        <p class="statenote" role={failed ? "alert" : "status"}>
          {words.t(failed ? "site.no-connection" : "site.loading")}
        </p>
      </main>
    );
  }
  return (
    <TextPage page={page} chosen={chooseText(texts, page, countryOf(state), words.lang)} countries={[]} />
  );
}
