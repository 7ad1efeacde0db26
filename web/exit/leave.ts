import { exitAddress } from "./exit-address.ts";
import { forgetKept } from "#web/keep/kept-cache.ts";

/** How long the way out may take before our own blank page stays, in milliseconds (safety: "Our exit"). */
const WAIT = 2000;
/** How long deleting may hold the way out up, in milliseconds: the page is white already. */
const DELETING = 700;

/** Whether unsent changes of the back office lie in this browser (`web/curate/editor/drafts.ts`). */
function holdsDrafts({ localStorage }: Window): boolean {
  return Object.keys(localStorage).some((name) => name.startsWith("waymark-office/"));
}

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

/** The page is empty from here on; a screen reader hears one word. */
function blank(document: Document, said: string): void {
  cover(document);
  document.title = "…";
  document.body.textContent = "";
  const alert = document.createElement("p");
  alert.className = "sr";
  alert.setAttribute("role", "alert");
  alert.textContent = said;
  document.body.append(alert);
}

/**
 * Blanks the page in the same task, deletes by name what this visit kept unless it is to stay, then leaves without a
 * way back to it. Without internet, or when nothing answers within two seconds, our own blank page stays.
 */
export function leave(window: Window): void {
  const { document } = window;
  const address = exitAddress(document);
  const said = document.querySelector("[data-leaving]")?.getAttribute("data-leaving") ?? "";
  const online = window.navigator.onLine;
  blank(document, said);
  let gone = false;
  const go = (deleted: boolean) => {
    if (gone) return;
    gone = true;
    if (!online) return;
    window.location.replace(deleted ? address.clearing : address.plain);
    window.setTimeout(() => window.stop(), WAIT);
  };
  window.setTimeout(() => go(false), DELETING);
  // What this visit made is deleted by name. `clearing` would also delete what somebody typed in the back office.
  forgetKept(window).then(
    (deleted) => go(deleted && !holdsDrafts(window)),
    () => go(!holdsDrafts(window)),
  );
}
