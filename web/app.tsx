import { render } from "preact";
import { App } from "./app/app.tsx";
import { prefetchAll } from "./app/lazy.tsx";
import { createAppState, loadSending } from "./app/state.ts";
import { loadWords } from "./i18n/load.ts";
import type { PageData } from "./page-data.ts";

/** Takes over from the page that the server drew. */
export async function start(data: PageData, root: HTMLElement): Promise<void> {
  const words = await loadWords(data.lang);
  // A short code in the fragment is read and taken out of the address before anything is drawn.
  if (window.location.hash !== "") window.history.replaceState(null, "", window.location.pathname);
  const state = createAppState(data, words, (url, init) => window.fetch(url, init));
  root.textContent = "";
  render(<App state={state} />, root);
  window.requestAnimationFrame(() =>
    window.setTimeout(() => {
      prefetchAll();
      loadSending().catch(() => undefined);
      void state.texts.load(data.lang);
    }),
  );
}
