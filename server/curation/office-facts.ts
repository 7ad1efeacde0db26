import * as table from "#db/schema/catalogue/index.ts";
import type { OfficeFacts } from "#server/contract/curate/office-facts.ts";
import { policyInForce } from "#server/contract/inclusion-policy.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { readSettings, toPublicSettings } from "#server/publication/settings.ts";
import { readTaxonomy } from "#server/publication/taxonomy.ts";
import { type Context, ownOrganization, requireEditor, today } from "./context.ts";

/** Settings, taxonomy, areas of the directory's countries and organisations, for the app's pickers. */
export async function officeFacts(context: Context, areas: AreaIndex, mail = false): Promise<OfficeFacts> {
  requireEditor(context);
  const { catalogue } = context;
  const settings = await readSettings(catalogue);
  const own = ownOrganization(context);
  const used = new Set(
    (await catalogue.selectDistinct({ area: table.serviceArea.area }).from(table.serviceArea)).map(
      ({ area }) => area.slice(0, 2),
    ),
  );
  const countries = new Set([...settings.countries, ...used]);
  const organizations = await catalogue
    .select({ id: table.organization.id, name: table.organization.name })
    .from(table.organization)
    .orderBy(table.organization.name);
  return {
    settings: toPublicSettings(settings),
    policy: policyInForce(settings.policies),
    affiliations: settings.affiliations,
    chosenAreas: settings.areas,
    policyDue: policyInForce(settings.policies).nextReview <= today(context),
    mail,
    starting: settings.setup !== undefined && settings.setup.finishedOn === null,
    terms: (await readTaxonomy(catalogue)).terms,
    areas: areas
      .all()
      .filter(({ code }) => countries.has(code.slice(0, 2)))
      .map(({ code }) => ({ code, name: settings.areaNames[code]?.["en"] ?? areas.name(code, ["en"]) })),
    organizations: organizations.filter(({ id }) => own === null || own === id),
  };
}
