import { cover, leave, uncover } from "./leave.ts";
import { createShiftPresses } from "./shift-presses.ts";

/**
 * Makes every link marked `data-leave` blank the page before it goes, lets three presses of Shift leave, and
 * covers the page while it is in the background. One listener for the whole document, so that what is drawn
 * later leaves as well.
 */
export function installExit(window: Window): void {
  const { document } = window;
  const presses = createShiftPresses();

  document.addEventListener(
    "click",
    (event) => {
      const target = event.target instanceof Element ? event.target.closest("[data-leave]") : null;
      if (target === null) return;
      event.preventDefault();
      leave(window);
    },
    true,
  );
  document.addEventListener(
    "keyup",
    (event) => {
      if (presses.keyup(event, event.timeStamp)) leave(window);
    },
    true,
  );
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") cover(document);
    else uncover(document);
  });
  // Back from the page that was left to (bfcache): a page that was blanked is made anew.
  window.addEventListener("pageshow", (event) => {
    presses.reset();
    if (!event.persisted) return;
    if (document.body.childElementCount === 0) window.location.reload();
    else uncover(document);
  });
}
