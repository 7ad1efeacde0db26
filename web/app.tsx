import { render } from "preact";
import { App } from "./app/app.tsx";
import { prefetchAll, restComesBy } from "./app/lazy.tsx";
import { loadRest } from "./app/rest.ts";
import { createAppState, loadSending } from "./app/state.ts";
import { loadWords } from "./i18n/load.ts";
import type { PageData } from "./page-data.ts";

/** Takes over from the page that the server drew. */
export async function start(data: PageData, root: HTMLElement): Promise<void> {
  const words = await loadWords(data.lang);
  // A short code in the fragment is read and taken out of the address before anything is drawn.
  if (window.location.hash !== "") window.history.replaceState(null, "", window.location.pathname);
  const state = createAppState(data, words, (url, init) => window.fetch(url, init));
  restComesBy(() => loadRest(document, data.lang, data.styles));
  // Before anything is drawn: no sentence stands without its English, not even for a moment.
  await state.learnEnglish(words.lang).catch(() => undefined);
  root.textContent = "";
  render(<App state={state} />, root);
  window.requestAnimationFrame(() =>
    window.setTimeout(() => {
      loadSending().catch(() => undefined);
      void prefetchAll().then(() => state.texts.load(data.lang));
    }),
  );
}
