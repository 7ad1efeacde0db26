/** The models of the tools, made once a visit. They outlive the screen, and nothing outlives the page. */
import { computed, effect, type Signal, signal } from "@preact/signals";
import type { ListingView } from "#server/contract/listing-view.ts";
import type { AppState } from "#web/app/state.ts";
import { loadServiceNames } from "#web/i18n/load-service-names.ts";
import type { Words } from "#web/i18n/words.ts";
import type { ServiceNames } from "#web/i18n/service-names.ts";
import { DirectoryModel } from "#web/models/directory-model.ts";
import { loadFonts } from "#web/models/load-fonts.ts";
import { HelperModel } from "#web/models/helper-model.ts";
import type { OfficeParts } from "./office-parts.ts";

export interface Tools {
  readonly model: HelperModel;
  /** The list of the second place. */
  readonly later: DirectoryModel;
  readonly laterArea: Signal<string | null>;
  /** Names of sub-services, by language as they come; null: not yet. */
  readonly names: Signal<ServiceNames | null>;
  /** The listing that lies over the list, by code. */
  readonly opened: Signal<string | null>;
  /** Whether the questions about the situation are unfolded. */
  readonly asking: Signal<boolean>;
  /** What the back office adds; null on the public site. */
  readonly office: OfficeParts | null;
  /** The language beside the reader's own, on paper and in the comparison; empty: one is enough. */
  readonly second: Signal<string>;
  /** Its words; null: none is chosen, or they have not come. */
  readonly secondWords: Signal<Words | null>;
  /** A listing of either place in the second language; null until its list has come. */
  readonly inSecond: (code: string) => ListingView | null;
  /** The place now, by its area. */
  readonly chooseNow: (area: string) => void;
  readonly chooseLater: (area: string | null) => void;
  readonly speak: (lang: string) => void;
}

let made: { readonly state: AppState; readonly tools: Tools } | null = null;

export function toolsOf(state: AppState, office: OfficeParts | null = null): Tools {
  if (made?.state === state) return made.tools;
  const tools = createTools(state, office);
  made = { state, tools };
  return tools;
}

/** Lets go of them with everything that was said, when the screen is closed for good. */
export function forgetTools(): void {
  made?.tools.model.forget();
  made = null;
}

function createTools(state: AppState, office: OfficeParts | null): Tools {
  const later = new DirectoryModel(state.fetch, state.readIndex, loadFonts);
  const laterArea = signal<string | null>(null);
  const names = signal<ServiceNames | null>(null);
  const second = signal("");
  const secondWords = signal<Words | null>(null);
  const secondLists = [0, 1].map(() => new DirectoryModel(state.fetch, state.readIndex, loadFonts));
  // Lists of an area in a language, as for the screen: nothing else of the choice is in what is fetched.
  effect(() => {
    const wanted = second.value;
    const areas = [state.search.place.value?.area, laterArea.value];
    if (wanted === "") return;
    secondLists.forEach((list, at) => {
      const area = areas[at];
      if (area != null) void list.load(area, wanted);
    });
  });
  let lang = "";
  const ready = ({ state: now, entries }: DirectoryModel) =>
    computed(() => (now.value === "ready" ? entries.value : []));
  const model = new HelperModel({
    entries: ready(state.directory),
    place: state.search.place,
    laterEntries: ready(later),
    laterArea,
    generalOnly: state.search.generalOnly,
  });
  return {
    model,
    later,
    laterArea,
    names,
    opened: signal<string | null>(null),
    asking: signal(false),
    office,
    second,
    secondWords,
    inSecond: (code) =>
      secondLists
        .flatMap((list) => (list.state.value === "ready" ? list.entries.value : []))
        .find(({ view }) => view.facts.code === code)?.view ?? null,
    chooseNow: (area) => state.choosePlaceHere({ area, name: null, point: null }),
    chooseLater(area) {
      laterArea.value = area;
      if (area !== null) void later.load(area, state.words.peek().lang);
    },
    speak(wanted) {
      if (wanted === lang) return;
      lang = wanted;
      const area = laterArea.peek();
      if (area !== null) void later.load(area, wanted);
      loadServiceNames(wanted).then(
        (loaded) => (names.value = loaded),
        () => (lang = ""),
      );
    },
  };
}
