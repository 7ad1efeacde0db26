/** Screens and parts that come after the first paint, each a file of its own. */
import { lazy } from "./lazy.tsx";

export const LazyPlacePicker = lazy(async () => (await import("#web/pages/place.tsx")).PlacePicker);
export const LazyResults = lazy(async () => (await import("#web/pages/results.tsx")).Results);
export const LazyListing = lazy(
  async () => (await import("#web/components/listing-dialog.tsx")).ListingDialog,
);
export const LazyQuestions = lazy(
  async () => (await import("#web/components/question-sheet.tsx")).QuestionSheet,
);
export const LazyPrint = lazy(async () => (await import("./print-screen.tsx")).PrintScreen);
export const LazyEmergency = lazy(async () => (await import("#web/pages/emergency.tsx")).Emergency);
export const LazySafe = lazy(async () => (await import("#web/pages/safe.tsx")).SafePage);
export const LazyLanguages = lazy(async () => (await import("#web/pages/languages.tsx")).LanguagesPage);
export const LazyGuide = lazy(async () => (await import("./text-screens.tsx")).GuideScreen);
export const LazyText = lazy(async () => (await import("./text-screens.tsx")).TextScreen);
export const LazyChildren = lazy(async () => (await import("#web/pages/children.tsx")).Children);
export const LazySuggest = lazy(async () => (await import("#web/pages/suggest.tsx")).SuggestPage);
