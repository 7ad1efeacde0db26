import { useSite } from "#web/components/site-context.ts";
import { countOf } from "#web/models/find-listings.ts";
import { LazyNotLoaded } from "./lazy-screens.ts";
import type { AppState } from "./state.ts";

/** The list is coming, or could not be loaded: said plainly, with what still works. Never half a list. */
export function ListState({ state }: { readonly state: AppState }) {
  const { words } = useSite();
  // The facts answer before the names are here.
  const found = countOf(state.search.found.value);
  return (
    <main id="main">
      {state.directory.state.value === "failed" ? (
        <LazyNotLoaded state={state} />
      ) : (
        <p class="statenote" role="status">
          {words.t("results.loading")} {found > 0 && words.t("results.count", { n: found })}
        </p>
      )}
    </main>
  );
}
