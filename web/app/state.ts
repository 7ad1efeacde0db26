import { type ReadonlySignal, computed, effect, type Signal, signal } from "@preact/signals";
import type { AreaView } from "#server/contract/listing-view.ts";
import type { Screen } from "#web/components/site-context.ts";
import type { IconName } from "#web/icons/icon.tsx";
import { needsEnglish } from "#web/i18n/needs-english.ts";
import { loadAllWords, loadWords, OFFERED } from "#web/i18n/load.ts";
import type { Words } from "#web/i18n/words.ts";
import { languageOf } from "#web/local-language.ts";
import { areasIn, createIndexReader, type ReadIndex } from "#web/models/bundle-index.ts";
import { DirectoryModel } from "#web/models/directory-model.ts";
import type { Fetch } from "#web/models/fetch-part.ts";
import { ScreenModel } from "#web/models/screen-model.ts";
import { type ChosenPlace, SearchModel } from "#web/models/search-model.ts";
import type { ShortLink } from "#web/models/short-link.ts";
import type { OutgoingMessage } from "#web/models/send-message.ts";
import type { TextsModel } from "#web/models/texts-model.ts";
import type { GeneralHelp } from "./general-help.ts";
import type { KeepingParts } from "./keep-screens.tsx";
import type { Answering } from "#web/words/answering.ts";
import type { PageData } from "#web/page-data.ts";
import { loadFontsLazily } from "./lazy-screens.ts";

/** Screens that show one place's list, so that a place is asked for first. */
const NEEDS_PLACE: readonly Screen[] = ["results", "sheet", "keep"];

/** Comes after the first paint, like the screens: most visits send nothing. */
export const loadSending = () => import("#web/models/send-message.ts");

/** A button that a later screen puts beside leaving, on phones. */
export interface DockAction {
  readonly label: string;
  readonly icon: IconName;
  readonly press: () => void;
}

/** Everything that a visit is, in memory; gone with the page. */
export interface AppState {
  readonly data: PageData;
  readonly words: ReadonlySignal<Words>;
  readonly localWords: ReadonlySignal<Words | null>;
  /** For sentences that somebody may rely on; null where the language is checked, or until it has come. */
  readonly english: ReadonlySignal<Words | null>;
  readonly areas: ReadonlySignal<readonly AreaView[]>;
  readonly directory: DirectoryModel;
  readonly search: SearchModel;
  readonly fetch: Fetch;
  readonly readIndex: ReadIndex;
  readonly answering: Signal<Answering | null>;
  /** The one button beside leaving, where a later screen has its own; null: the usual one. */
  readonly dock: Signal<DockAction | null>;
  /** Codes of a link to several listings: what somebody was given on paper. */
  readonly handed: ReadonlySignal<readonly string[]>;
  readonly keeping: Signal<KeepingParts | null>;
  /** How "general help only" cuts what is shown; null until its script has come. */
  readonly generalHelp: Signal<GeneralHelp | null>;
  /** The list of a place, whatever stood there before. */
  show(place: ChosenPlace): void;
  readonly screens: ScreenModel;
  /** Pages of words; null until their script has come. */
  readonly texts: Signal<TextsModel | null>;
  readonly send: (message: OutgoingMessage) => Promise<boolean>;
  /** Fetches the English where the language needs it: the same for all who read it. */
  learnEnglish(lang: string): Promise<void>;
  go(screen: Screen): void;
  choosePlace(place: ChosenPlace): void;
  /** The same, staying on the screen. */
  choosePlaceHere(place: ChosenPlace): void;
  speak(lang: string): void;
  reload(): void;
  /** Opens the listing of a link: its area is loaded; where the link names none, a place is asked for. */
  openLink(link: ShortLink): void;
}

/** From so many listings on a list is worth packing: a shorter one is searched within milliseconds on any phone. */
const WORTH_PACKING = 400;

/** Packs a long list behind the first answer; without it searches are right as well, and slower. */
function packLongLists(search: SearchModel, directory: DirectoryModel): void {
  effect(() => {
    const entries = search.entries.value;
    if (directory.state.value !== "ready" || entries.length < WORTH_PACKING) return;
    import("#web/models/packed-list.ts")
      .then(({ speedUp }) => speedUp(entries, () => search.entries.peek() === entries))
      .catch(() => undefined);
  });
}

export function createAppState(data: PageData, first: Words, fetch: Fetch): AppState {
  const words = signal(first);
  const localWords = signal<Words | null>(null);
  const english = signal<Words | null>(null);
  const learnEnglish = async (lang: string) => {
    if (!needsEnglish(lang, data.settings)) {
      english.value = null;
      return;
    }
    english.value ??= await loadWords("en");
    // What other screens say comes after; until then those sentences have no English to draw.
    loadAllWords("en").then(
      (all) => (english.value = english.peek() === null ? null : all),
      () => undefined,
    );
  };
  const areas = signal<readonly AreaView[]>([]);
  const readIndex = createIndexReader(fetch);
  const directory = new DirectoryModel(fetch, readIndex, loadFontsLazily);
  const generalHelp = signal<GeneralHelp | null>(null);
  const cut = computed(() => generalHelp.value?.entries ?? null);
  const search = new SearchModel(directory.entries, () => new Date(), cut);
  if (data.generalOnly === true) search.showGeneralOnly(true);
  packLongLists(search, directory);
  const screens = new ScreenModel();
  const texts = signal<TextsModel | null>(null);
  let after: Screen | null = null;
  /** Codes of a link that wait for their place. */
  let linked: ShortLink["codes"] | null = null;
  const handed = signal<readonly string[]>([]);

  const reload = () => {
    const place = search.place.peek();
    if (place !== null) void directory.load(place.area, words.peek().lang);
  };
  const learnLocal = async (area: string) => {
    const lang = languageOf(area);
    localWords.value = null;
    if (lang !== null && OFFERED.includes(lang)) localWords.value = await loadAllWords(lang);
  };

  const choosePlaceHere = (place: ChosenPlace) => {
    search.choosePlace(place);
    reload();
    learnLocal(place.area).catch(() => undefined);
  };

  /** The areas by name, from the index of the language. Without a connection the names stay as they are. */
  const nameAreas = async (lang: string) => {
    const index = await readIndex(lang).catch(() => null);
    if (index !== null && words.peek().lang === lang) areas.value = areasIn(index, lang);
  };
  void nameAreas(data.lang);

  return {
    data,
    words,
    localWords,
    english,
    learnEnglish,
    areas,
    directory,
    search,
    fetch,
    readIndex,
    answering: signal<Answering | null>(null),
    dock: signal<DockAction | null>(null),
    handed,
    keeping: signal<KeepingParts | null>(null),
    generalHelp,
    show(place) {
      after = "results";
      search.chooseNeed(null);
      this.choosePlace(place);
    },
    screens,
    texts,
    send: async (message) => (await loadSending()).sendMessage(message, fetch),
    reload,
    openLink({ codes, area }) {
      linked = codes;
      after = codes.length > 1 ? "handed" : "results";
      if (area !== null) return this.choosePlace({ area, name: null, point: null });
      screens.go(after);
      screens.replace("place");
    },
    go(screen) {
      const ask = NEEDS_PLACE.includes(screen) && search.place.peek() === null;
      after = ask ? screen : null;
      screens.go(ask ? "place" : screen);
    },
    choosePlaceHere,
    choosePlace(place) {
      choosePlaceHere(place);
      if (after === null) screens.back();
      else screens.replace(after);
      after = null;
      if (linked === null) return;
      handed.value = linked;
      if (linked.length === 1) screens.open(linked[0]);
      linked = null;
    },
    speak(lang) {
      loadAllWords(lang).then(
        async (loaded) => {
          words.value = loaded;
          learnEnglish(loaded.lang).catch(() => undefined);
          reload();
          void texts.peek()?.load(lang);
          await nameAreas(lang);
        },
        () => undefined,
      );
    },
  };
}
