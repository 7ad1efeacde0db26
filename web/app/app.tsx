import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { PageFrame } from "#web/components/page-frame.tsx";
import { pathOf } from "#web/components/paths.ts";
import { type Site, SiteContext } from "#web/components/site-context.ts";
import { countOf } from "#web/models/find-listings.ts";
import { DockButton } from "./dock-button.tsx";
import { LazyQuestions } from "./lazy-screens.ts";
import { OpenedListing } from "./opened-listing.tsx";
import { ScreenView } from "./screen-view.tsx";
import type { AppState } from "./state.ts";
import { useWayBack } from "./way-back.ts";

function toSite(state: AppState): Site {
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
    send: state.send,
    sendLater: state.keeping.value?.sendLater() ?? null,
    speak: state.speak,
  };
}

/** Focuses the heading, now or when the screen's script or list has come, unless somebody has moved on by then. */
function focusHeading(): (() => void) | undefined {
  const heading = () => document.querySelector<HTMLElement>("main h1");
  const now = heading();
  if (now !== null) {
    now.focus({ preventScroll: true });
    return undefined;
  }
  const observer = new MutationObserver(() => {
    const come = heading();
    if (come === null) return;
    observer.disconnect();
    if (document.activeElement === document.body) come.focus({ preventScroll: true });
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** A new screen begins at its top, with its heading in focus for those who listen. */
function useFreshScreen(state: AppState): void {
  const screen = state.screens.screen.value;
  useEffect(() => {
    window.scrollTo(0, 0);
    if (state.screens.trail.peek().length === 0) return;
    return focusHeading();
  }, [screen, state]);
}

/** The whole app: one address, everything else in memory. */
export function App({ state }: { readonly state: AppState }) {
  const { search, screens } = state;
  const questions = useSignal(false);
  const map = useSignal(false);
  useSignalEffect(() => {
    const { lang, dir } = state.words.value;
    document.documentElement.lang = lang;
    document.documentElement.dir = dir;
  });
  const Keeping = state.keeping.value ?? undefined;
  useFreshScreen(state);
  useWayBack(screens, questions, map);
  return (
    <SiteContext.Provider value={toSite(state)}>
      <PageFrame dock={<DockButton state={state} questions={questions} map={map} />}>
        {Keeping !== undefined && <Keeping.Line state={state} />}
        <ScreenView state={state} questions={questions} map={map} />
        {Keeping !== undefined && screens.screen.value === "results" && <Keeping.Link state={state} />}
      </PageFrame>
      {questions.value && screens.screen.value === "results" && (
        <LazyQuestions
          answers={search.answers.value}
          spoken={search.spoken.value}
          count={countOf(search.found.value)}
          onAnswer={search.answer}
          onClear={search.clear}
          onClose={() => (questions.value = false)}
        />
      )}
      <OpenedListing state={state} />
    </SiteContext.Provider>
  );
}
