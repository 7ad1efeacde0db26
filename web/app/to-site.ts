import { pathOf } from "#web/components/paths.ts";
import type { Site } from "#web/components/site-context.ts";
import type { AppState } from "./state.ts";

/** What every component may know of a visit. */
export function toSite(state: AppState): Site {
  const { data, words, areas, localWords, screens, search } = state;
  return {
    words: words.value,
    english: state.english.value,
    settings:
      (search.generalOnly.value ? state.generalHelp.value?.settings(data.settings) : null) ?? data.settings,
    areas: areas.value,
    languages: data.languages,
    country: search.place.value?.area.slice(0, 2) ?? null,
    answering: state.answering.value,
    screen: screens.screen.value,
    here: (lang) => pathOf(lang, "home", search.generalOnly.value),
    now: () => new Date(),
    local: () => localWords.value,
    localWords: localWords.value,
    back: screens.back,
    go: state.go,
    generalOnly: search.generalOnly.value,
    formToken: null,
    send: state.send,
    sendLater: state.keeping.value?.sendLater() ?? null,
    speak: state.speak,
  };
}
