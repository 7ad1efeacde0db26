import { count } from "drizzle-orm";
import * as v from "valibot";
import taxonomySeed from "#db/seed/taxonomy.json" with { type: "json" };
import { DEMO } from "#db/seed/demo/index.ts";
import { DEMO_SETTINGS } from "#db/seed/demo/settings.ts";
import { HOTLINES } from "#db/seed/hotlines.ts";
import { TEXTS } from "#db/seed/texts/index.ts";
import { sourceRecord, taxonomyTerm } from "#db/schema/catalogue/index.ts";
import { NEEDS, type Need } from "#db/vocabulary.ts";
import { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { FIRST_SETTINGS, writeSettings } from "#server/publication/settings.ts";
import type { Context } from "./context.ts";
import { publishListings } from "./publish-listings.ts";
import { DEMO_SOURCE } from "./remove-source.ts";
import { writeRecords } from "./write-records.ts";
import { seedTexts } from "./write-texts.ts";

export const STARTER_SOURCE = "starter-hotlines";

/** Writes the taxonomy. Terms that a deployment added or renamed stay as they are. */
export async function seedTaxonomy({ catalogue }: Context): Promise<void> {
  const isNeed = (code: string): code is Need => (NEEDS as readonly string[]).includes(code);
  const rows = taxonomySeed.services.flatMap((term, position) =>
    isNeed(term.area)
      ? [
          {
            code: term.code,
            need: term.area,
            alsoIn: (term.alsoIn as readonly string[]).filter(isNeed),
            name: term.label,
            description: term.description,
            position,
          },
        ]
      : [],
  );
  for (let at = 0; at < rows.length; at += 50) {
    await catalogue
      .insert(taxonomyTerm)
      .values(rows.slice(at, at + 50))
      .onConflictDoNothing();
  }
}

/**
 * Fills a catalogue that has never held anything: the taxonomy, the default texts, the starter hotlines and, unless it is not
 * wanted, the demo directory. Answers whether there was anything to do.
 */
export async function firstStart(
  context: Context,
  areas: AreaIndex,
  options: { readonly demo: boolean },
): Promise<boolean> {
  await seedTaxonomy(context);
  await seedTexts(context, TEXTS);
  const [known] = await context.catalogue.select({ records: count() }).from(sourceRecord);
  if ((known?.records ?? 0) > 0) return false;

  await writeSettings(context.catalogue, options.demo ? DEMO_SETTINGS : FIRST_SETTINGS);
  const starter = await writeRecords(
    context,
    STARTER_SOURCE,
    HOTLINES.map((record) => v.parse(OrganizationRecord, record)),
    {
      origin: "starter",
    },
  );
  const demo = options.demo
    ? await writeRecords(
        context,
        DEMO_SOURCE,
        DEMO.map((record) => v.parse(OrganizationRecord, record)),
        { origin: "demo" },
      )
    : null;
  await publishListings(context, [...starter.written, ...(demo?.written ?? [])], areas);
  return true;
}
