import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ScreenModel } from "#web/models/screen-model.ts";

interface Watcher extends EventTarget {
  destroy(): void;
}

/** Phones and tablets, where Back is a gesture; on a keyboard Escape would leave the list by surprise. */
const isTouch = () => window.matchMedia("(hover: none)").matches;

/**
 * Back on a phone closes what lies on top, else goes to the screen before, where the browser has CloseWatcher;
 * Escape closes what lies on top. No history entry is made for it; where it is missing, "Back" stands on the page. An opened
 * listing is a modal dialog and watches for itself.
 */
export function useWayBack(screens: ScreenModel, questions: Signal<boolean>, map: Signal<boolean>): void {
  const depth = screens.trail.value.length;
  const covered = questions.value || map.value;
  useEffect(() => {
    const Close = (window as { CloseWatcher?: new () => Watcher }).CloseWatcher;
    if (Close === undefined || (!covered && (depth === 0 || !isTouch()))) return;
    const watcher = new Close();
    watcher.addEventListener("close", () => {
      if (questions.peek()) questions.value = false;
      else if (map.peek()) map.value = false;
      else screens.back();
    });
    return () => watcher.destroy();
  }, [depth, covered, screens, questions, map]);
}
