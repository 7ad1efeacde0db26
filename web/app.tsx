import { render } from "preact";
import { App } from "./app/app.tsx";
import { prefetchAll, prefetchNext, restComesBy } from "./app/lazy.tsx";
import { loadPlaces, loadTexts, othersGoTo, readLink } from "./app/lazy-screens.ts";
import { loadRest } from "./app/rest.ts";
import { createAppState, loadSending } from "./app/state.ts";
import { loadWords, OWN_WORDS } from "./i18n/load.ts";
import type { PageData } from "./page-data.ts";
import { hasFlexGap } from "./styles/flex-gap.ts";

/** A code in the fragment is taken out of the address, before anything is drawn or fetched. */
function takeFragment({ location, history }: Window): string {
  const { hash } = location;
  if (hash !== "") history.replaceState(null, "", location.pathname);
  return hash;
}

/** Takes over from the page that the server drew. */
export async function start(data: PageData, root: HTMLElement): Promise<void> {
  const hash = takeFragment(window);
  Object.assign(OWN_WORDS, data.settings.words);
  const words = await loadWords(data.lang);
  const state = createAppState(data, words, (url, init) => window.fetch(url, init));
  if (!hasFlexGap(document))
    import("./styles/old-gaps.ts").then(
      ({ fillGaps }) => fillGaps(document),
      () => undefined,
    );
  othersGoTo(({ giveTo }) => giveTo(state));
  restComesBy(() => loadRest(document, data.lang, data.styles));
  // Before anything is drawn: no sentence stands without its English, not even for a moment.
  await state.learnEnglish(words.lang).catch(() => undefined);
  root.textContent = "";
  if (hash !== "")
    readLink(hash).then(
      (link) => link !== null && state.openLink(link),
      () => undefined,
    );
  render(<App state={state} />, root);
  window.requestAnimationFrame(() =>
    window.setTimeout(async () => {
      // The place and the list before all else, unless the list must be cut to general help.
      if (data.generalOnly !== true)
        await Promise.all([prefetchNext(), loadPlaces(state).catch(() => undefined)]);
      loadSending().catch(() => undefined);
      await Promise.all([prefetchNext(), prefetchAll()]);
      await loadTexts(state);
    }),
  );
}
