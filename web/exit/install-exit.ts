import { cover, leave, uncover } from "./leave.ts";
import { createShiftPresses, PRESS_TIME } from "./shift-presses.ts";

/**
 * Makes every link marked `data-leave` blank the page before it goes, lets three presses of Shift leave, and
 * covers the page while it is in the background. One listener for the whole document, so that what is drawn
 * later leaves as well.
 */
export function installExit(window: Window): void {
  const { document } = window;
  const presses = createShiftPresses();
  let clearing = 0;

  // "Press Shift 2 more times", said and shown as lights for as long as the presses count.
  const tell = (count: number) => {
    const teller = document.querySelector("[data-presses]");
    if (teller === null) return;
    teller.textContent = count === 0 ? "" : teller.getAttribute(`data-after-${count}`);
    teller.setAttribute("data-presses", String(count));
    window.clearTimeout(clearing);
    if (count > 0) clearing = window.setTimeout(() => tell(0), PRESS_TIME);
  };

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
      const before = presses.count;
      if (presses.keyup(event, event.timeStamp)) leave(window);
      else if (presses.count !== before || presses.count > 0) tell(presses.count);
    },
    true,
  );
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") cover(document);
    else if (document.getElementById("site") !== null) uncover(document);
  });
  // Back from the page that was left to (bfcache): a page that was blanked is made anew.
  window.addEventListener("pageshow", (event) => {
    presses.reset();
    tell(0);
    if (!event.persisted) return;
    if (document.getElementById("site") === null) window.location.reload();
    else uncover(document);
  });
}
