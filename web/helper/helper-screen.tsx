import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { NotLoaded } from "#web/app/not-loaded.tsx";
import type { AppState } from "#web/app/state.ts";
import { areaNameIn, useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import type { HelperView } from "#web/models/helper-model.ts";
import { languagesIn } from "#web/models/languages-in.ts";
import { AsideList } from "./aside-list.tsx";
import { Compare } from "./compare.tsx";
import { HelperDialog } from "./helper-dialog.tsx";
import { HandSheet } from "./hand-sheet.tsx";
import { MeetsThere } from "./meets-there.tsx";
import { NeedSection } from "./need-results.tsx";
import type { OfficeParts } from "./office-parts.ts";
import { NeedsPanel } from "./needs-panel.tsx";
import { PlacesPanel } from "./places-panel.tsx";
import { QuickField } from "./quick-field.tsx";
import { SituationPanel } from "./situation-panel.tsx";
import { type Tools, toolsOf } from "./tools.ts";

interface FoundProps {
  readonly state: AppState;
  readonly tools: Tools;
  /** Name of the chosen place; null: none yet. */
  readonly place: string | null;
}

/** Everything that was found, by need, in the first place and then in the second. */
function Found({ state, tools, place }: FoundProps) {
  const site = useSite();
  const { words } = site;
  const { model, laterArea } = tools;
  const loading = place !== null && state.directory.state.value === "loading";
  if (state.directory.state.value === "failed") return <NotLoaded state={state} />;
  if (loading)
    return (
      <p class="statenote" role="status">
        {words.t("results.loading")}
      </p>
    );
  const onPlace = (area: string) => state.choosePlaceHere({ area, name: null, point: null });
  const later = laterArea.value;
  return (
    <>
      {(place === null || model.lines.value.length === 0) && (
        <p class="statenote">{words.t("helper.start")}</p>
      )}
      {place !== null &&
        model.results.value.map((results) => (
          <NeedSection key={results.line.need} tools={tools} results={results} onPlace={onPlace} />
        ))}
      {later !== null && (
        <section class="laterplace">
          <h2 class="laterplace__head">
            {words.t("helper.later")}: {areaNameIn(site, later) ?? later}
          </h2>
          {tools.later.state.value !== "ready" ? (
            <p class="statenote" role="status">
              {words.t(tools.later.state.value === "failed" ? "site.list-not-loaded" : "results.loading")}
            </p>
          ) : (
            <>
              <MeetsThere tools={tools} />
              {model.laterResults.value.map((results) => (
                <NeedSection
                  key={results.line.need}
                  tools={tools}
                  results={results}
                  later
                  onPlace={tools.chooseLater}
                />
              ))}
            </>
          )}
        </section>
      )}
      <AsideList
        tools={tools}
        icon="globe-hemisphere-east"
        title={words.t("helper.between")}
        groups={model.crossing.value.map(({ role, items }) => ({
          title: words.t(`border.${role}`),
          items,
        }))}
        open={model.crosses.value}
      />
      <AsideList
        tools={tools}
        icon="users"
        title={words.t("helper.helpers")}
        lead={words.t("helper.helpers-what")}
        groups={[{ title: null, items: model.helpers.value }]}
      />
      <p class="order small">{words.t("results.order")}</p>
    </>
  );
}

/** Beside the lists: compare and sheet, with how many stand in each. */
function Doing({ tools }: { readonly tools: Tools }) {
  const { words } = useSite();
  const { model } = tools;
  const compared = model.compared.value.length;
  const onSheet = model.sheet.value.length;
  return (
    <section class="doing">
      {compared > 0 && (
        <button type="button" class="btn" onClick={() => model.show("compare")}>
          <Icon name="list-checks" />
          {words.t("helper.compare-these", { n: compared })}
        </button>
      )}
      {compared === 4 && <p class="small">{words.t("helper.compare-most")}</p>}
      <button type="button" class="btn go" disabled={onSheet === 0} onClick={() => model.show("sheet")}>
        <Icon name="printer" />
        {words.t("helper.sheet", { n: onSheet })}
      </button>
    </section>
  );
}

/** Compare and the sheet begin at their heading; the list comes back where it was left. */
function useFocusOnView(view: HelperView): void {
  const before = useRef(view);
  const left = useRef(0);
  useLayoutEffect(() => {
    if (before.current === view) return;
    if (before.current === "find") left.current = window.scrollY;
    before.current = view;
    const find = view === "find";
    window.scrollTo(0, find ? left.current : 0);
    document
      .querySelector<HTMLElement>(find ? ".helper h1" : ".helper__work h2[tabindex]")
      ?.focus({ preventScroll: true });
  }, [view]);
}

interface HelperProps extends Pick<FoundProps, "state"> {
  /** What the back office adds; left out on the public site. */
  readonly office?: OfficeParts | null;
}

/** Somebody who helps, with a person in front of them: situation, places and needs at one side, what fits at the other. */
export function HelperScreen({ state, office = null }: HelperProps) {
  const site = useSite();
  const { words } = site;
  const chosen = state.search.place.value;
  const place = chosen === null ? null : (chosen.name ?? areaNameIn(site, chosen.area) ?? chosen.area);
  const tools = toolsOf(state, office);
  const { model } = tools;
  useEffect(() => tools.speak(words.lang), [tools, words.lang]);
  const spoken = languagesIn(
    [...state.directory.entries.value, ...tools.later.entries.value],
    model.situation.value.languages,
  );
  const view = model.view.value;
  const onSheet = model.sheet.value.length;
  useFocusOnView(view);
  useEffect(() => {
    state.dock.value =
      view === "sheet" || onSheet === 0
        ? null
        : {
            label: words.t("helper.sheet", { n: onSheet }),
            icon: "printer",
            press: () => model.show("sheet"),
          };
    return () => (state.dock.value = null);
  }, [state, words, model, view, onSheet]);
  return (
    <main id="main" class={`helper is-${view}`}>
      <div class="helper__side">
        <h1 tabIndex={-1}>{words.t("helper.title")}</h1>
        <QuickField tools={tools} />
        <PlacesPanel tools={tools} place={place} />
        <NeedsPanel tools={tools} />
        <SituationPanel tools={tools} spoken={spoken} />
        <Doing tools={tools} />
      </div>
      <div class="helper__work">
        {view === "find" && <Found state={state} tools={tools} place={place} />}
        {view === "compare" && <Compare tools={tools} />}
        {view === "sheet" && <HandSheet state={state} tools={tools} />}
      </div>
      <HelperDialog tools={tools} />
    </main>
  );
}
