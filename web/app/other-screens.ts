/** Every other screen, as one file: what is opened shows in no request. */
import { loadServiceNames } from "#web/i18n/load-service-names.ts";

export { ListingDialog } from "#web/components/listing-dialog.tsx";
export { QuestionSheet } from "#web/components/question-sheet.tsx";
export { Children } from "#web/pages/children.tsx";
export { Emergency } from "#web/pages/emergency.tsx";
export { LanguagesPage } from "#web/pages/languages.tsx";
export { SafePage } from "#web/pages/safe.tsx";
export { NothingFits } from "#web/pages/nothing.tsx";
export { ANSWERS } from "#web/words/answering.ts";
export { readShortLink } from "#web/models/short-link.ts";
export { loadFonts } from "#web/models/load-fonts.ts";
export { SuggestPage } from "#web/pages/suggest.tsx";
export { GENERAL_HELP } from "./general-help.ts";
export { giveTo, loadTexts } from "./give-to.ts";
export { KeepScreen, KeptScreen } from "./keep-screens.tsx";
export { NotLoaded } from "./not-loaded.tsx";
export { PrintScreen } from "./print-screen.tsx";
export { GuideScreen, TextScreen } from "./text-screens.tsx";
export { HelperScreen } from "#web/helper/helper-screen.tsx";
export { forgetTools } from "#web/helper/tools.ts";
export { HandedScreen } from "#web/helper/handed-screen.tsx";

// The names of sub-services come for everybody, so that nobody can tell who opened the tools that list them.
loadServiceNames(document.documentElement.lang).catch(() => undefined);
