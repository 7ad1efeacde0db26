import { eq, inArray } from "drizzle-orm";
import * as v from "valibot";
import { DEMO_SETTINGS } from "#db/seed/demo/settings.ts";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { Settings } from "#server/contract/settings.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { readSettings, writeSettings } from "#server/publication/settings.ts";
import { wish } from "#server/publication/wishes.ts";
import { actorName, type Context, requirePublisher } from "./context.ts";
import { textsUnder } from "./texts-under.ts";

/** The source that the demo's records are written under. */
export const DEMO_SOURCE = "demo";

/**
 * Removes everything fictional: listings, places, organisations, and the marks on every page. Refuses, and
 * changes nothing, when a real listing depends on a fictional organisation or place.
 */
export async function removeDemo(context: Context): Promise<{ services: number; organizations: number }> {
  requirePublisher(context);
  return context.catalogue.transaction((tx) => removeDemoIn(tx, context));
}

/** The same inside a transaction that does more. */
export async function removeDemoIn(
  tx: CatalogueTx,
  context: Context,
): Promise<{ services: number; organizations: number }> {
  const ids = await idsOfSource(tx);
  await refuseIfNeeded(tx, ids);
  await wish(tx, ids.service, "gone");
  for (const entity of ["service", "location", "organization"] as const) {
    for (const id of ids[entity]) await removeEntity(tx, entity, id);
  }
  await tx.delete(table.sourceRecord).where(eq(table.sourceRecord.source, DEMO_SOURCE));
  for (const entity of ["service", "location", "organization"] as const)
    for (let at = 0; at < ids[entity].length; at += 500)
      await tx
        .delete(table.sourceRecord)
        .where(inArray(table.sourceRecord.entityId, ids[entity].slice(at, at + 500)));
  const settings = await readSettings(tx);
  // What somebody wrote in the place of the demo's own words and numbers stays.
  const isDemo = (name: "runBy" | "emergency") =>
    stableJson(settings[name]) === stableJson(v.parse(Settings, DEMO_SETTINGS)[name]);
  await writeSettings(tx, {
    ...settings,
    demo: false,
    runBy: isDemo("runBy") ? {} : settings.runBy,
    emergency: isDemo("emergency") ? [] : settings.emergency,
  });
  await tx.insert(table.audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action: "delete",
    entity: "demo",
    entityId: DEMO_SOURCE,
    changed: [],
  });
  return { services: ids.service.length, organizations: ids.organization.length };
}

type SourceIds = Record<"service" | "location" | "organization", string[]>;

/** What the demo brought, and what any other source brought as made up, such as another directory's feed. */
async function idsOfSource(tx: CatalogueTx): Promise<SourceIds> {
  const rows = await tx.select().from(table.sourceRecord).where(eq(table.sourceRecord.source, DEMO_SOURCE));
  const of = (entity: string) => rows.filter((row) => row.entity === entity).map((row) => row.entityId);
  const marked = async (from: typeof table.service | typeof table.organization) =>
    (await tx.select({ id: from.id }).from(from).where(eq(from.demo, "yes"))).map(({ id }) => id);
  const organization = [...new Set([...of("organization"), ...(await marked(table.organization))])];
  const places = await tx
    .select({ id: table.location.id })
    .from(table.location)
    .where(inArray(table.location.organizationId, organization));
  return {
    service: [...new Set([...of("service"), ...(await marked(table.service))])],
    location: [...new Set([...of("location"), ...places.map(({ id }) => id)])],
    organization,
  };
}

async function refuseIfNeeded(tx: CatalogueTx, ids: SourceIds): Promise<void> {
  const own = new Set(ids.service);
  const users = await tx
    .select({ id: table.service.id, code: table.service.code })
    .from(table.service)
    .where(inArray(table.service.organizationId, ids.organization));
  const placed = await tx
    .select({ id: table.serviceAtLocation.serviceId })
    .from(table.serviceAtLocation)
    .where(inArray(table.serviceAtLocation.locationId, ids.location));
  const real = [...users, ...placed].filter(({ id }) => !own.has(id));
  if (real.length > 0) {
    throw new DirectoryError(
      "conflict",
      `${real.length} real listing(s) use an organisation or a place of the demo. Move them first.`,
    );
  }
}

const OWNERS = { service: table.service, location: table.location, organization: table.organization };

async function removeEntity(tx: CatalogueTx, entity: keyof SourceIds, id: string): Promise<void> {
  await tx.delete(table.translation).where(textsUnder(id));
  await tx.delete(table.contact).where(eq(table.contact.entityId, id));
  await tx.delete(table.schedule).where(eq(table.schedule.entityId, id));
  const owner = OWNERS[entity];
  await tx.delete(owner).where(eq(owner.id, id));
}
