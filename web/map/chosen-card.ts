import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** From this width on the list and the map stand side by side (design §4). */
const WIDE = "(min-width: 900px)";
const CARD = "card-";

/** The listing that the list and the map both point at. */
export interface ChosenCard {
  readonly code: ReadonlySignal<string | null>;
  /** True where map and list are seen together. */
  readonly wide: ReadonlySignal<boolean>;
  /** Rings the pin and, where the list is seen, brings the card into view with its name in focus. */
  readonly choose: (code: string | null) => void;
}

/** Ties cards and pins: a card whose name gets the focus rings its pin; a pin that is pressed finds its card. */
export function useChosenCard(): ChosenCard {
  const code = useSignal<string | null>(null);
  const wide = useSignal(matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const onWidth = () => (wide.value = query.matches);
    const onFocus = ({ target }: FocusEvent) => {
      const card = target instanceof Element ? target.closest(`.cols .card[id^="${CARD}"]`) : null;
      if (card !== null) code.value = card.id.slice(CARD.length);
    };
    query.addEventListener("change", onWidth);
    document.addEventListener("focusin", onFocus);
    return () => {
      query.removeEventListener("change", onWidth);
      document.removeEventListener("focusin", onFocus);
    };
  }, [code, wide]);
  const choose = (chosen: string | null) => {
    code.value = chosen;
    if (chosen === null || !wide.peek()) return;
    const card = document.getElementById(`${CARD}${chosen}`);
    card?.scrollIntoView({ block: "center" });
    card?.querySelector<HTMLElement>(".open")?.focus({ preventScroll: true });
  };
  return { code, wide, choose };
}
