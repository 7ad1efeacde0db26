/** Screens and parts that come after the first paint: the place, the list, and all others. */
import type { ShortLink } from "#web/models/short-link.ts";
import type { AppState } from "./state.ts";
import { lazy } from "./lazy.tsx";

const search = () => import("./search-screens.ts");
const place = () => import("./place-screen.tsx");
type OtherScreens = typeof import("./other-screens.ts");
let tell: (screens: OtherScreens) => unknown = () => undefined;

/** Says who is given the other screens as soon as they are there, whatever asked for them. */
export function othersGoTo(take: (screens: OtherScreens) => unknown): void {
  tell = take;
}

async function other(): Promise<OtherScreens> {
  const screens = await import("./other-screens.ts");
  tell(screens);
  return screens;
}

/** Fetches the names of the places of the country that is shown first: the same for everybody. */
export async function loadPlaces(state: AppState): Promise<void> {
  await (await place()).readPlaces(state);
}

/** Reads a link to a listing; null for what is none. Its script comes with the other screens, as for everybody. */
export async function readLink(hash: string): Promise<ShortLink | null> {
  return (await other()).readShortLink(hash);
}

/** Fetches the pages of words, all of them, whatever is read. */
export async function loadTexts(state: AppState): Promise<void> {
  await (await other()).loadTexts(state);
}

/** Fetches the faces of an area; the script of it comes with the other screens. */
export async function loadFontsLazily(scripts: readonly string[]): Promise<void> {
  await (await other()).loadFonts(scripts);
}

export const LazyPlace = lazy(async () => (await place()).PlaceScreen, "next");
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
