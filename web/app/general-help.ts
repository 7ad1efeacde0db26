import { forGeneralOnly, settingsForGeneralOnly } from "#server/domain/general-only.ts";
import type { Entry } from "#web/models/directory-model.ts";

/** What "general help only" searches and shows: no other help, and no text that names it. */
const entries = (all: readonly Entry[]): readonly Entry[] =>
  all.flatMap(({ view, text }) => {
    const shown = forGeneralOnly(view);
    return shown === null ? [] : [{ view: shown, text }];
  });

export const GENERAL_HELP = { entries, settings: settingsForGeneralOnly } as const;
export type GeneralHelp = typeof GENERAL_HELP;
