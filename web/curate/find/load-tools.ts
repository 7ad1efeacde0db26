import type { FindPage } from "#server/contract/curate/find.ts";
import type { AppState } from "#web/app/state.ts";
import { loadAllWords, OFFERED, OWN_WORDS } from "#web/i18n/load.ts";
import type { Fetch } from "#web/models/fetch-part.ts";
import { get } from "../api.ts";

type App = typeof import("#web/app/in-office.ts");
type Screens = typeof import("#web/app/other-screens.ts");
type Places = typeof import("#web/app/place-screen.tsx");

export interface LoadedTools {
  readonly state: AppState;
  readonly toSite: App["toSite"];
  readonly HelperScreen: Screens["HelperScreen"];
  readonly forgetTools: Screens["forgetTools"];
  readonly PlaceScreen: Places["PlaceScreen"];
}

const LISTS = "/bundles/";

/** The lists come through the office, kept by no cache; everything else is a file of the build. */
const officeFetch: Fetch = (url, init) =>
  url.startsWith(LISTS)
    ? window.fetch(`/curate/api/find${url}`, { ...init, cache: "no-store", credentials: "same-origin" })
    : window.fetch(url, init);

/** A visit of the public app inside the office: its parts and its first page. Rejects when any of it does not come. */
export async function loadTools(): Promise<LoadedTools> {
  const [{ settings, version }, app, screens, places] = await Promise.all([
    get<FindPage>("/api/find"),
    import("#web/app/in-office.ts"),
    import("#web/app/other-screens.ts"),
    import("#web/app/place-screen.tsx"),
  ]);
  Object.assign(OWN_WORDS, settings.words);
  const words = await loadAllWords("en");
  const languages = settings.languages.filter((lang) => OFFERED.includes(lang));
  const state = app.createAppState(
    { lang: "en", languages, settings, version, styles: [] },
    words,
    officeFetch,
  );
  state.answering.value = screens.ANSWERS;
  state.generalHelp.value = screens.GENERAL_HELP;
  return {
    state,
    toSite: app.toSite,
    HelperScreen: screens.HelperScreen,
    forgetTools: screens.forgetTools,
    PlaceScreen: places.PlaceScreen,
  };
}
