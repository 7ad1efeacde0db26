import { ListState } from "#web/app/list-state.tsx";
import type { AppState } from "#web/app/state.ts";
import { NO_NUMBERS } from "#web/components/listing-card.tsx";
import { Relied } from "#web/components/relied.tsx";
import { Cards } from "#web/components/result-groups.tsx";
import { useSite } from "#web/components/site-context.ts";
import { matchSituation } from "#server/domain/situation/match-situation.ts";
import { NO_SITUATION } from "#server/domain/situation/situation.ts";
import type { Match } from "#server/domain/query.ts";

/** The places of a code on paper, on the phone of whoever holds the paper. */
export function HandedScreen({ state }: { readonly state: AppState }) {
  const { words } = useSite();
  if (state.directory.state.value !== "ready") return <ListState state={state} />;
  const items = state.handed.value.flatMap((code) => {
    const listing = state.search.listing(code);
    // Nothing was asked, so there is nothing to say about the fit.
    return listing === null ? [] : [{ listing, match: matchSituation(listing.facts, NO_SITUATION) as Match }];
  });
  return (
    <main id="main" class="handed">
      <h1 tabIndex={-1}>{words.t("print.referral-title")}</h1>
      <p class="note">
        <Relied say={(one) => one.t("handed.lead")} />
      </p>
      <Cards items={items} numbers={NO_NUMBERS} query={{}} onOpen={state.screens.open} />
      <p class="small">{words.t("print.you-choose-1")}</p>
    </main>
  );
}
