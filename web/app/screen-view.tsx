import type { Signal } from "@preact/signals";
import { areaNameIn, useSite } from "#web/components/site-context.ts";
import { cover, uncover } from "#web/exit/leave.ts";
import { Home } from "#web/pages/home.tsx";
import {
  LazyChildren,
  LazyEmergency,
  LazyGuide,
  LazyHanded,
  LazyHelper,
  LazyKeep,
  LazyKept,
  LazyLanguages,
  LazyNothing,
  LazyPlace,
  LazyPrint,
  LazyResults,
  LazySafe,
  LazySuggest,
  LazyText,
} from "./lazy-screens.ts";
import { childLines } from "#web/models/child-lines.ts";
import { ListState } from "./list-state.tsx";
import { loadMap } from "./load-map.ts";
import type { AppState } from "./state.ts";

interface ScreenViewProps {
  readonly state: AppState;
  readonly questions: Signal<boolean>;
  readonly map: Signal<boolean>;
}

/** How long "Try it" shows the white page, in milliseconds. */
const TRY = 1500;

function tryLeaving(): void {
  cover(document);
  window.setTimeout(() => uncover(document), TRY);
}

/** The name of the chosen place in the language of the page: its own, else the area's. */
function usePlaceName(state: AppState): string | null {
  const site = useSite();
  const place = state.search.place.value;
  return place === null ? null : (place.name ?? areaNameIn(site, place.area) ?? place.area);
}

function HomeScreen({ state }: { readonly state: AppState }) {
  const { words } = useSite();
  const site = useSite();
  const { search, go } = state;
  const place = search.place.value;
  const name = usePlaceName(state);
  const country = place === null ? null : areaNameIn(site, place.area.slice(0, 2));
  const full =
    name === null || country === null || name === country
      ? name
      : words.t("place.area-with-country", { area: name, country });
  const actions = {
    generalOnly: search.generalOnly.value,
    onGeneralOnly: search.showGeneralOnly,
    onChild: () => go("children"),
    onHelper: () => go("helper"),
    onNeed(need: Parameters<typeof search.chooseNeed>[0]) {
      search.forChild(false);
      search.chooseNeed(need);
      go("results");
    },
    onSearch(typed: string) {
      search.forChild(false);
      search.search(typed);
      go("results");
    },
  };
  return <Home place={full} actions={actions} />;
}

function ChildrenScreen({ state }: { readonly state: AppState }) {
  const { search, screens, go } = state;
  const place = usePlaceName(state);
  return (
    <LazyChildren
      place={place}
      lines={childLines(search.entries.value)}
      onOpen={screens.open}
      onNeed={(need) => {
        search.forChild(true);
        search.chooseNeed(need);
        go("results");
      }}
    />
  );
}

function ResultsScreen({ state, questions, map }: ScreenViewProps) {
  const name = usePlaceName(state) ?? "";
  if (state.directory.state.value !== "ready") return <ListState state={state} />;
  return (
    <LazyResults
      search={state.search}
      placeName={name}
      loadMap={loadMap}
      mapOpen={map.value}
      onOpen={state.screens.open}
      Nothing={LazyNothing}
      onQuestions={() => (questions.value = true)}
    />
  );
}

/** What stands in the main part. */
export function ScreenView(props: ScreenViewProps) {
  const { state } = props;
  const { search, areas, screens } = state;
  switch (screens.screen.value) {
    case "home":
      return <HomeScreen state={state} />;
    case "place":
      return <LazyPlace state={state} />;
    case "results":
      return <ResultsScreen {...props} />;
    case "sheet":
      return <LazyPrint state={state} />;
    case "emergency":
      return (
        <LazyEmergency
          country={search.place.value?.area.slice(0, 2) ?? state.data.settings.countries[0] ?? null}
        />
      );
    case "safe":
      return <LazySafe onTry={tryLeaving} />;
    case "languages":
      return <LazyLanguages />;
    case "keep":
      return <LazyKeep state={state} />;
    case "kept":
      return <LazyKept state={state} />;
    case "guide":
      return <LazyGuide state={state} />;
    case "children":
      return <ChildrenScreen state={state} />;
    case "helper":
      return <LazyHelper state={state} />;
    case "handed":
      return <LazyHanded state={state} />;
    case "suggest":
      return <LazySuggest areas={areas.value} />;
    default:
      return <LazyText state={state} page={screens.screen.value} />;
  }
}
