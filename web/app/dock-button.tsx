import type { Signal } from "@preact/signals";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { countOf } from "#web/models/find-listings.ts";
import { loadMap } from "./load-map.ts";
import type { AppState } from "./state.ts";

interface DockButtonProps {
  readonly state: AppState;
  readonly questions: Signal<boolean>;
  readonly map: Signal<boolean>;
}

/** The map lies under the top bar, which stands at the very top once the first line has scrolled away. */
function toggleMap(map: Signal<boolean>): void {
  map.value = !map.value;
  const first = document.querySelector<HTMLElement>(".first");
  if (map.value && first !== null) window.scrollTo(0, Math.max(window.scrollY, first.offsetHeight));
}

/** The one button beside leaving, on phones: Map, List, Show 7 places; Back on other screens. */
export function DockButton({ state, questions, map }: DockButtonProps) {
  const { words } = useSite();
  const screen = state.screens.screen.value;
  if (screen === "home") return null;
  const own = state.dock.value;
  if (own !== null) {
    return (
      <button type="button" class="btn go" onClick={own.press}>
        <Icon name={own.icon} />
        {own.label}
      </button>
    );
  }
  if (screen !== "results" || (loadMap === null && !questions.value)) {
    return (
      <button type="button" class="btn" onClick={state.screens.back}>
        <Icon name="arrow-left" flip />
        {words.t("site.back")}
      </button>
    );
  }
  if (questions.value) {
    return (
      <button type="button" class="btn go" onClick={() => (questions.value = false)}>
        <Icon name="check" />
        {words.t("results.show", { n: countOf(state.search.found.value) })}
      </button>
    );
  }
  return (
    <button type="button" class="btn" onClick={() => toggleMap(map)}>
      <Icon name={map.value ? "list" : "map-trifold"} />
      {words.t(map.value ? "results.list" : "results.map")}
    </button>
  );
}
