import type { Signal } from "@preact/signals";
import { NO_NUMBERS } from "./listing-card.tsx";
import type { SearchModel } from "#web/models/search-model.ts";
import { Cards } from "./result-groups.tsx";
import { useSite } from "./site-context.ts";

interface MisfitsProps {
  readonly search: SearchModel;
  readonly open: Signal<boolean>;
  readonly onOpen: (code: string) => void;
}

/** "1 more does not fit: show why": folded, each with its reason. */
export function Misfits({ search, open, onOpen }: MisfitsProps) {
  const { words } = useSite();
  const items = search.found.value.misfits;
  if (items.length === 0) return null;
  return (
    <section class="misfits">
      <p class="misfits__head">
        <button
          type="button"
          class="btn quiet"
          aria-expanded={open.value}
          onClick={() => (open.value = !open.value)}
        >
          {words.t("results.hidden", { n: items.length })}
        </button>
      </p>
      {open.value && <Cards items={items} numbers={NO_NUMBERS} query={search.query.value} onOpen={onOpen} />}
    </section>
  );
}
