/** Screens and parts that come after the first paint: the place, the list, and all others. */
import type { ShortLink } from "#web/models/short-link.ts";
import type { Answering } from "#web/words/answering.ts";
import type { AppState } from "./state.ts";
import { lazy, loadLater } from "./lazy.tsx";

const search = () => import("./search-screens.ts");
const other = () => import("./other-screens.ts");

/** Reads a link to a listing; null for what is none. Its script comes with the other screens, as for everybody. */
export async function readLink(hash: string): Promise<ShortLink | null> {
  return (await other()).readShortLink(hash);
}

/** Gives the first screens what comes later: cutting to general help, and what is kept here, which is looked up. */
export async function loadKeeping(state: AppState): Promise<void> {
  const [{ GENERAL_HELP, KEEPING, startKeeping }] = await Promise.all([other(), loadLater()]);
  state.generalHelp.value = GENERAL_HELP;
  state.keeping.value = KEEPING;
  await startKeeping(state);
}

/** Fetches the pages of words, all of them, whatever is read. */
export async function loadTexts(state: AppState): Promise<void> {
  const { TextsModel } = await other();
  const model = new TextsModel(state.readIndex, state.fetch);
  state.texts.value = model;
  await model.load(state.words.peek().lang);
}

/** Sentences on listings, with their words. */
export async function loadAnswering(): Promise<Answering> {
  const [{ ANSWERS }] = await Promise.all([other(), loadLater()]);
  return ANSWERS;
}

/** Fetches the faces of an area; the script of it comes with the other screens. */
export async function loadFontsLazily(scripts: readonly string[]): Promise<void> {
  await (await other()).loadFonts(scripts);
}

export const LazyPlace = lazy(async () => (await import("./place-screen.tsx")).PlaceScreen);
export const LazyResults = lazy(async () => (await search()).Results, "first");
export const LazyQuestions = lazy(async () => (await other()).QuestionSheet);
export const LazyListing = lazy(async () => (await other()).ListingDialog);
/** Said when the list does not come: fetched with all others before anybody has chosen a place. */
export const LazyNotLoaded = lazy(async () => (await other()).NotLoaded);
export const LazyPrint = lazy(async () => (await other()).PrintScreen);
export const LazyEmergency = lazy(async () => (await other()).Emergency);
export const LazySafe = lazy(async () => (await other()).SafePage);
export const LazyLanguages = lazy(async () => (await other()).LanguagesPage);
export const LazyGuide = lazy(async () => (await other()).GuideScreen);
export const LazyNothing = lazy(async () => (await other()).NothingFits);
export const LazyKeep = lazy(async () => (await other()).KeepScreen);
export const LazyKept = lazy(async () => (await other()).KeptScreen);
export const LazyText = lazy(async () => (await other()).TextScreen);
export const LazyChildren = lazy(async () => (await other()).Children);
export const LazySuggest = lazy(async () => (await other()).SuggestPage);
export const LazyHelper = lazy(async () => (await other()).HelperScreen);
export const LazyHanded = lazy(async () => (await other()).HandedScreen);
