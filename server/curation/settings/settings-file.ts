import * as v from "valibot";
import { DirectoryError } from "#server/contract/errors.ts";
import type { Settings } from "#server/contract/settings.ts";
import { readSettings } from "#server/publication/settings.ts";
import { type Context, requireAdmin } from "../context.ts";
import { keepSettings, type SettingsRules } from "./change-settings.ts";

/** What marks a file of settings. */
const FORMAT = "waymark-settings-1";

/** All settings but those that belong to this one directory: the demo's mark and how far the guided start is. */
export interface SettingsFile {
  readonly format: typeof FORMAT;
  readonly settings: Omit<Settings, "demo" | "setup">;
}

const File = v.strictObject({ format: v.literal(FORMAT), settings: v.record(v.string(), v.unknown()) });

/** The settings as a file. Admins alone: it holds focal points. */
export async function exportSettings(context: Context): Promise<SettingsFile> {
  requireAdmin(context);
  const { demo: _demo, setup: _setup, ...settings } = await readSettings(context.catalogue);
  return { format: FORMAT, settings };
}

/**
 * Takes a file of settings in the place of all that stand. All or nothing: throws `bad_request` naming what is not
 * right. What the file leaves out has its usual value; the versions of the policy that were in force must be in it.
 */
export async function importSettings(
  context: Context,
  file: unknown,
  rules: SettingsRules,
): Promise<Settings> {
  requireAdmin(context);
  const read = v.safeParse(File, file);
  if (!read.success) throw new DirectoryError("bad_request", "This is no file of settings.");
  return context.catalogue.transaction(async (tx) => {
    const { demo, setup } = await readSettings(tx);
    return keepSettings(
      tx,
      context,
      { ...read.output.settings, demo, ...(setup === undefined ? {} : { setup }) },
      rules,
    );
  });
}
