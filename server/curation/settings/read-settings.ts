import { HOTLINES } from "#db/seed/hotlines.ts";
import type { KnownLine, SettingsView } from "#server/contract/curate/settings.ts";
import type { Settings } from "#server/contract/settings.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { readSettings } from "#server/publication/settings.ts";
import { type Context, requirePublisher } from "../context.ts";
import { countDemo } from "./change-settings.ts";

/** Everything that the forms of the settings show. Who may publish may read them; an admin changes them. */
export async function readOfficeSettings(
  context: Context,
  areas: AreaIndex,
  options: { readonly mail: boolean },
): Promise<SettingsView> {
  requirePublisher(context);
  const settings = await readSettings(context.catalogue);
  const name = (code: string) => areas.name(code, ["en"]);
  const chosen = new Set(settings.countries);
  return {
    settings,
    countries: areas
      .all()
      .filter(({ code }) => code.length === 2)
      .map(({ code }) => ({ code, name: name(code) }))
      .sort((a, b) => a.name.localeCompare(b.name, "en")),
    areas: areas
      .all()
      .filter(
        ({ code, mergedInto }) => code.length > 2 && mergedInto === undefined && chosen.has(code.slice(0, 2)),
      )
      .map(({ code }) => ({ code, name: settings.areaNames[code]?.["en"] ?? name(code), usual: name(code) }))
      .sort((a, b) => a.name.localeCompare(b.name, "en")),
    demoListings: await countDemo(context.catalogue),
    known: settings.countries.flatMap(knownLines),
    mail: options.mail,
  };
}

/** Public lines of a country that come along with their source. Nobody here has called them. */
export function knownLines(country: string): readonly KnownLine[] {
  return HOTLINES.flatMap(({ providerType, services = [] }) =>
    services
      .filter(({ areas = [] }) => areas.includes(country))
      .flatMap(({ name, contacts = [], source }) =>
        contacts
          .filter(({ channel, audience = "public" }) => channel === "phone" && audience === "public")
          .map(({ value, whoAnswers }) => ({
            country,
            number: value,
            name: Object.values(name)[0] ?? value,
            kind: kindOf(whoAnswers ?? null, providerType ?? null),
            source: source?.name ?? null,
            date: source?.date ?? null,
          })),
      ),
  );
}

function kindOf(answers: string | null, provider: string | null): Settings["emergency"][number]["kind"] {
  if (answers === "police" || answers === "immigration" || provider === "police-justice") return "police";
  if (answers === "state" || provider === "state") return "state";
  return "charity";
}
