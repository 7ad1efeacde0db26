import { useSignal } from "@preact/signals";
import type { ListingView } from "#server/contract/listing-view.ts";
import type { NeedResults } from "#server/domain/situation/group-by-need.ts";
import { ScopeGroup } from "#web/components/scope-group.tsx";
import { useSite } from "#web/components/site-context.ts";
import { NeedIcon } from "#web/icons/need-icon.tsx";
import { CardList, type CardListProps } from "./card-list.tsx";
import type { Tools } from "./tools.ts";
import { WaysRound } from "./ways-round.tsx";

interface NeedResultsProps {
  readonly tools: Tools;
  readonly results: NeedResults<ListingView>;
  /** In the second place. */
  readonly later?: boolean;
  readonly onPlace: (area: string) => void;
}

/** Folded: what does not fit with its reasons, or what has not said that it takes somebody who is harder to place. */
function Folded({ title, ...list }: CardListProps & { readonly title: string }) {
  const open = useSignal(false);
  if (list.items.length === 0) return null;
  return (
    <div class="misfits">
      <p class="misfits__head">
        <button
          type="button"
          class="btn quiet"
          aria-expanded={open.value}
          onClick={() => (open.value = !open.value)}
        >
          {title}
        </button>
      </p>
      {open.value && <CardList {...list} />}
    </div>
  );
}

/** One need: both groups side by side, never one without the other (R01). */
export function NeedSection({ tools, results, later = false, onPlace }: NeedResultsProps) {
  const { words } = useSite();
  const { line, general, specific, misfits, aside } = results;
  const generalOnly = tools.model.finding.value.generalOnly;
  const nothing = general.length + specific.length === 0;
  const names = tools.names.value;
  const Gap = tools.office?.Gap;
  const area = later ? tools.laterArea.value : (tools.model.finding.value.where.areas?.[0] ?? null);
  return (
    <section class="needres" id={`${later ? "later" : "now"}-${line.need}`} tabIndex={-1}>
      <h2>
        <NeedIcon need={line.need} />
        {words.t(`need.${line.need}`)}
      </h2>
      {line.services.length > 0 && names !== null && (
        <p class="note">{line.services.map((code) => names.label(code)).join(" · ")}</p>
      )}
      {nothing && <WaysRound tools={tools} results={results} later={later} onPlace={onPlace} />}
      <div class={generalOnly ? "cols is-general is-plain" : "cols is-plain"}>
        <ScopeGroup scope="general" count={general.length} level={3}>
          <CardList tools={tools} items={general} results={results} />
        </ScopeGroup>
        {!generalOnly && (
          <ScopeGroup scope="trafficking-specific" count={specific.length} level={3}>
            <CardList tools={tools} items={specific} results={results} />
          </ScopeGroup>
        )}
      </div>
      <Folded
        tools={tools}
        items={aside}
        results={results}
        title={words.t("helper.aside", { n: aside.length })}
      />
      {nothing && misfits.length > 0 ? (
        <CardList tools={tools} items={misfits} results={results} />
      ) : (
        <Folded
          tools={tools}
          items={misfits}
          results={results}
          title={words.t("results.hidden", { n: misfits.length })}
        />
      )}
      {Gap !== undefined && area !== null && <Gap tools={tools} line={line} area={area} />}
    </section>
  );
}
