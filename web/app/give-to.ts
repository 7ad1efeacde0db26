/** What the file of the other screens brings to the first ones. */
import { TextsModel } from "#web/models/texts-model.ts";
import { ANSWERS } from "#web/words/answering.ts";
import { GENERAL_HELP } from "./general-help.ts";
import { KEEPING, startKeeping } from "./keep-screens.tsx";
import { loadLater } from "./lazy.tsx";
import type { AppState } from "./state.ts";

let given: Promise<void> | null = null;

/**
 * Cutting to general help at once; sentences on listings, and what is kept here, when their words are there. It is
 * looked up once. When the words do not come, the next screen that is opened asks again.
 */
export function giveTo(state: AppState): void {
  state.generalHelp.value = GENERAL_HELP;
  given ??= give(state);
  given.catch(() => (given = null));
}

async function give(state: AppState): Promise<void> {
  await loadLater();
  state.answering.value = ANSWERS;
  state.keeping.value = KEEPING;
  await startKeeping(state).catch(() => undefined);
}

/** Fetches the pages of words. */
export async function loadTexts(state: AppState): Promise<void> {
  const model = new TextsModel(state.readIndex, state.fetch);
  state.texts.value = model;
  await model.load(state.words.peek().lang);
}
