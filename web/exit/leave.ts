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
 * Whether our server answers within two seconds. Going to one that does not would end on the browser's own error page,
 * which has our name as its title. Where the answer leads to is not followed: nothing is asked of anybody else.
 */
async function answers(window: Window, address: string): Promise<boolean> {
  const waiting = new AbortController();
  window.setTimeout(() => waiting.abort(), WAIT);
  try {
    await window.fetch(address, {
      method: "HEAD",
      redirect: "manual",
      cache: "no-store",
      credentials: "omit",
      signal: waiting.signal,
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Blanks the page in the same task, deletes by name what this visit kept unless it is to stay, then leaves without a
 * way back to it. Without internet, or when nothing answers at once or within two seconds, our own blank page stays.
 */
export function leave(window: Window): void {
  const { document } = window;
  const address = exitAddress(document);
  const said = document.querySelector("[data-leaving]")?.getAttribute("data-leaving") ?? "";
  const online = window.navigator.onLine;
  blank(document, said);
  // Asked while what was kept is deleted: it costs no time of its own, and the line is open when we go.
  const answered = online ? answers(window, address.plain) : Promise.resolve(false);
  let gone = false;
  const go = async (deleted: boolean) => {
    if (gone) return;
    gone = true;
    if (!(await answered)) return;
    window.location.replace(deleted ? address.clearing : address.plain);
    window.setTimeout(() => window.stop(), WAIT);
  };
  window.setTimeout(() => void go(false), DELETING);
  // What this visit made is deleted by name. `clearing` would also delete what somebody typed in the back office.
  forgetKept(window).then(
    (deleted) => go(deleted && !holdsDrafts(window)),
    () => go(!holdsDrafts(window)),
  );
}
