import { EXIT_PATH } from "#web/components/paths.ts";

/** How long the way out may take before our own blank page stays, in milliseconds (safety: "Our exit"). */
const WAIT = 2000;

const silenced = new Set<() => void>();

/** Calls back when the page is covered or left: what is read aloud falls silent. Answers how to end it. */
export function whenCovered(silence: () => void): () => void {
  silenced.add(silence);
  return () => void silenced.delete(silence);
}

/** Covers the page at once: the class is in force before the browser draws again. Then it falls silent. */
export function cover(document: Document): void {
  document.documentElement.classList.add("is-covered");
  for (const silence of silenced) {
    try {
      silence();
    } catch {
      // Whatever fails to stop, the way out goes on.
    }
  }
}

export function uncover(document: Document): void {
  document.documentElement.classList.remove("is-covered");
}

/**
 * Blanks the page in the same task, then leaves without a way back to it. Without internet, or when nothing
 * answers within two seconds, our own blank page stays.
 */
export function leave(window: Window): void {
  cover(window.document);
  window.document.title = "";
  window.document.body.textContent = "";
  if (!window.navigator.onLine) return;
  window.location.replace(EXIT_PATH);
  window.setTimeout(() => window.stop(), WAIT);
}
