import { EXIT_PATH } from "#web/components/paths.ts";

/** How long the way out may take before our own blank page stays, in milliseconds (safety: "Our exit"). */
const WAIT = 2000;

/** Covers the page at once: the class is in force before the browser draws again. */
export function cover(document: Document): void {
  document.documentElement.classList.add("is-covered");
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
