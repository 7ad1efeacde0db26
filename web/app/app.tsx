import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { PageFrame } from "#web/components/page-frame.tsx";
import { SiteContext } from "#web/components/site-context.ts";
import { countOf } from "#web/models/find-listings.ts";
import { DockButton } from "./dock-button.tsx";
import { LazyQuestions } from "./lazy-screens.ts";
import { OpenedListing } from "./opened-listing.tsx";
import { ScreenView } from "./screen-view.tsx";
import type { AppState } from "./state.ts";
import { toSite } from "./to-site.ts";
import { useWayBack } from "./way-back.ts";

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
