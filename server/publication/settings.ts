import { eq } from "drizzle-orm";
import * as v from "valibot";
import { setting } from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { FIRST_POLICY } from "#server/contract/inclusion-policy.ts";
import {
  INTERFACE_LANGUAGES,
  type PublicSettings,
  Settings,
  type SettingsInput,
} from "#server/contract/settings.ts";

/** What a new directory starts with; the guided start replaces it. */
export const FIRST_SETTINGS: Settings = {
  publicName: "Waymark",
  runBy: {},
  countries: [],
  languages: [...INTERFACE_LANGUAGES],
  checkedLanguages: ["en"],
  emergency: [],
  exitTargets: { "": null },
  // Days by risk (curation: freshness): 90 for hotlines, 180 for places to stay, 365 for the rest.
  deadlines: { hotline: 90, shelter: 180, other: 365, grace: 90 },
  indexed: false,
  areas: [],
  areaNames: {},
  words: {},
  colours: { trail: null, action: null },
  policies: [FIRST_POLICY],
  twoPersonPublishing: false,
  unsafeHours: 24,
  affiliations: [],
  languageChecks: {},
  setup: { answered: [], finishedOn: null },
  placeAliases: [],
  demo: false,
};

/** The settings of this directory. Throws when what is stored is not valid. */
export async function readSettings(tx: CatalogueTx): Promise<Settings> {
  const [row] = await tx.select().from(setting).where(eq(setting.id, "settings"));
  if (row === undefined) return FIRST_SETTINGS;
  const read = v.safeParse(Settings, row.value);
  if (!read.success) throw new DirectoryError("bad_request", "The stored settings are not valid.");
  return read.output;
}

/** Stores the settings, those that are left out with their usual value. Throws when they are not valid. */
export async function writeSettings(tx: CatalogueTx, input: SettingsInput): Promise<void> {
  const value = v.parse(Settings, input);
  await tx
    .insert(setting)
    .values({ id: "settings", value })
    .onConflictDoUpdate({ target: setting.id, set: { value } });
}

/** The half that everybody may know, named field by field. */
export function toPublicSettings(settings: Settings): PublicSettings {
  return {
    publicName: settings.publicName,
    runBy: settings.runBy,
    countries: settings.countries,
    languages: settings.languages,
    checkedLanguages: settings.checkedLanguages,
    emergency: settings.emergency,
    exitTargets: settings.exitTargets,
    indexed: settings.indexed && !settings.demo,
    demo: settings.demo,
    ...(settings.baseMaps === undefined ? {} : { baseMaps: settings.baseMaps }),
    ...(settings.sound === undefined ? {} : { sound: settings.sound }),
    ...(settings.placeAliases.length === 0 ? {} : { placeAliases: settings.placeAliases }),
    ...(Object.keys(settings.areaNames).length === 0 ? {} : { areaNames: settings.areaNames }),
    ...(Object.keys(settings.words).length === 0 ? {} : { words: settings.words }),
    ...(settings.colours.trail === null && settings.colours.action === null
      ? {}
      : { colours: settings.colours }),
  };
}
