import { and, eq, gt, inArray, like, lt, or } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { LocationRecord, OrganizationRecord, ServiceRecord } from "#server/contract/catalogue-record.ts";
import { LISTING_TEXTS } from "#server/contract/listing.ts";
import { sha256, uuidV5 } from "#server/domain/digest.ts";
import { placePrivacy } from "#server/domain/place-privacy.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { actorName, type Context, requirePublisher, today } from "./context.ts";
import {
  addContacts,
  addSchedules,
  addTexts,
  areasOf,
  attributesOf,
  noChildRows,
  sourceLanguage,
  sourceText,
} from "./record-rows.ts";
import { holdErased } from "./governance/tombstones.ts";
import { freeShortCode, takenCodes } from "./short-codes.ts";

/** Namespace of the ids of records that came from a source (RFC 9562, version 5). */
const NAMESPACE = "5b1f6c1e-6c1b-5f43-9f0a-77617970746d";

export type Origin = "import" | "demo" | "starter";

export interface WriteReport {
  readonly organizations: Counts;
  readonly services: Counts;
  readonly locations: Counts;
  /** Ids of services that were written, new or changed. */
  readonly written: readonly string[];
}
interface Counts {
  new: number;
  changed: number;
  unchanged: number;
}
type Counted = "organizations" | "services" | "locations";

/**
 * Writes records of a source into the catalogue, in one transaction: all or nothing. A record has the same id
 * for ever (UUID v5 of source and source id), so that a second run changes nothing. New services are drafts.
 * With `dryRun` everything is worked out, and rolled back.
 *
 * Throws `forbidden` for anyone who may not publish; whatever the database says otherwise.
 */
export async function writeRecords(
  context: Context,
  source: string,
  organizations: Iterable<OrganizationRecord> | AsyncIterable<OrganizationRecord>,
  options: {
    readonly origin: Origin;
    readonly dryRun?: boolean;
    /** Looks at what was written before it is kept or rolled back. */
    readonly look?: (tx: CatalogueTx) => Promise<void>;
  },
): Promise<WriteReport> {
  requirePublisher(context);
  const report: WriteReport & { written: string[] } = {
    organizations: { new: 0, changed: 0, unchanged: 0 },
    services: { new: 0, changed: 0, unchanged: 0 },
    locations: { new: 0, changed: 0, unchanged: 0 },
    written: [],
  };
  const dry = new Error("dry run");
  try {
    await context.catalogue.transaction(async (tx) => {
      const writer = new RecordWriter(tx, context, source, options.origin, report);
      await writer.start();
      for await (const organization of organizations) await writer.organization(organization);
      await holdErased(tx, report.written);
      await options.look?.(tx);
      if (options.dryRun) throw dry;
    });
  } catch (error) {
    if (error !== dry) throw error;
  }
  return report;
}

class RecordWriter {
  private readonly known = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly tx: CatalogueTx;
  private readonly context: Context;
  private readonly source: string;
  private readonly origin: Origin;
  private readonly report: WriteReport & { written: string[] };

  constructor(
    tx: CatalogueTx,
    context: Context,
    source: string,
    origin: Origin,
    report: WriteReport & { written: string[] },
  ) {
    this.tx = tx;
    this.context = context;
    this.source = source;
    this.origin = origin;
    this.report = report;
  }

  /** Reads what this source brought of one organization before: of one, so that a source of any length fits. */
  private async readKnown(sourceId: string): Promise<void> {
    const { sourceRecord: known } = table;
    this.known.clear();
    for (const entity of ["organization", "location", "service"]) {
      const rows = await this.tx
        .select({ sourceId: known.sourceId, digest: known.digest })
        .from(known)
        .where(
          and(
            eq(known.source, this.source),
            eq(known.entity, entity),
            // Places and services are called `organization/own`; the sign behind the slash is "0".
            entity === "organization"
              ? eq(known.sourceId, sourceId)
              : and(gt(known.sourceId, `${sourceId}/`), lt(known.sourceId, `${sourceId}0`)),
          ),
        );
      for (const row of rows) this.known.set(`${entity} ${row.sourceId}`, row.digest);
    }
  }

  /** Reads the short codes in use. */
  async start(): Promise<void> {
    for (const code of await takenCodes(this.tx)) this.taken.add(code);
  }

  async organization(record: OrganizationRecord): Promise<void> {
    await this.readKnown(record.sourceId);
    const id = await this.idOf("organization", record.sourceId);
    const { services, locations, ...own } = record;
    const state = await this.stateOf("organization", "organizations", record.sourceId, id, own);
    if (state !== "unchanged") {
      await this.clear(id);
      const row = {
        id,
        name: sourceText(record.name),
        language: sourceLanguage(record.name),
        description: record.description === undefined ? null : sourceText(record.description),
        website: record.website ?? null,
        providerType: record.providerType ?? null,
        privateNote: record.privateNote ?? null,
        demo: this.origin === "demo" ? ("yes" as const) : null,
      };
      await this.tx
        .insert(table.organization)
        .values(row)
        .onConflictDoUpdate({ target: table.organization.id, set: row });
      const rows = noChildRows();
      addTexts(rows, id, "name", record.name);
      addTexts(rows, id, "description", record.description);
      addContacts(rows, "organization", id, record.contacts);
      await this.insertChildren(rows);
    }
    for (const location of locations) await this.location(location, record, id, services);
    for (const service of services) await this.service(service, record, id, state !== "unchanged");
  }

  private async location(
    record: LocationRecord,
    organization: OrganizationRecord,
    organizationId: string,
    services: readonly ServiceRecord[],
  ): Promise<void> {
    const id = await this.idOf("location", `${organization.sourceId}/${record.sourceId}`);
    const here = services.filter((service) => service.locations.includes(record.sourceId));
    const privacy = placePrivacy(
      { privacy: record.privacy ?? null, residential: record.residential },
      here.map(({ scope, services: codes, answers }) => ({ scope: scope ?? null, services: codes, answers })),
    );
    const sourceId = `${organization.sourceId}/${record.sourceId}`;
    const state = await this.stateOf("location", "locations", sourceId, id, { record, privacy });
    if (state === "unchanged") return;
    await this.clear(id);
    const row = {
      id,
      organizationId,
      locationType: record.locationType,
      name: record.name === undefined ? null : sourceText(record.name),
      language: sourceLanguage(record.name ?? record.city ?? {}),
      latitude: record.latitude ?? null,
      longitude: record.longitude ?? null,
      area: record.area ?? record.country ?? null,
      privacy,
      privacySetBy: record.privacy === undefined ? ("rule" as const) : ("source" as const),
      residential: record.residential,
      timeZone: record.timeZone ?? null,
      directions: record.directions === undefined ? null : sourceText(record.directions),
      privateNote: record.privateNote ?? null,
    };
    await this.tx
      .insert(table.location)
      .values(row)
      .onConflictDoUpdate({ target: table.location.id, set: row });
    await this.tx.delete(table.address).where(eq(table.address.locationId, id));
    await this.tx.insert(table.address).values({
      id: `${id}/address`,
      locationId: id,
      address1: record.lines === undefined ? null : sourceText(record.lines),
      city: record.city === undefined ? null : sourceText(record.city),
      postalCode: record.postalCode ?? null,
      country: record.country ?? null,
    });
    const rows = noChildRows();
    addTexts(rows, id, "name", record.name);
    addTexts(rows, id, "lines", record.lines);
    addTexts(rows, id, "city", record.city);
    addTexts(rows, id, "directions", record.directions);
    addContacts(rows, "location", id, record.contacts);
    addSchedules(rows, "location", id, record.schedules);
    await this.insertChildren(rows);
  }

  private async service(
    record: ServiceRecord,
    organization: OrganizationRecord,
    organizationId: string,
    organizationChanged: boolean,
  ): Promise<void> {
    const sourceId = `${organization.sourceId}/${record.sourceId}`;
    const id = await this.idOf("service", sourceId);
    const areas = areasOf(record, organization);
    const state = await this.stateOf("service", "services", sourceId, id, { record, areas });
    if (state === "unchanged") {
      if (organizationChanged) this.report.written.push(id);
      return;
    }
    this.report.written.push(id);
    await this.clear(id);
    const row = await this.serviceRow(id, record, organizationId, state);
    await this.tx
      .insert(table.service)
      .values(row)
      .onConflictDoUpdate({ target: table.service.id, set: row });
    await this.serviceChildren(id, record, organization, areas);
    await this.tx.insert(table.audit).values({
      id: crypto.randomUUID(),
      at: this.context.now.toISOString(),
      actor: actorName(this.context),
      action: "import",
      entity: "service",
      entityId: id,
      changed: [state],
    });
  }

  private async serviceRow(
    id: string,
    record: ServiceRecord,
    organizationId: string,
    state: "new" | "changed",
  ) {
    const before =
      state === "changed"
        ? await this.tx.query.service.findFirst({ where: eq(table.service.id, id) })
        : undefined;
    return {
      id,
      organizationId,
      code: before?.code ?? (await freeShortCode(id, this.taken)),
      name: sourceText(record.name),
      language: sourceLanguage(record.name),
      status: record.status,
      scope: record.scope ?? null,
      curationState: before?.curationState ?? ("draft" as const),
      minimumAge: record.minimumAge ?? null,
      maximumAge: record.maximumAge ?? null,
      maxChildAge: record.maxChildAge ?? null,
      boysMaxAge: record.boysMaxAge ?? null,
      maxMonthsSince: record.maxMonthsSince ?? null,
      validTo: record.validTo ?? null,
      doNotRefer: record.doNotRefer,
      sourceName: record.source?.name ?? null,
      sourceUrl: record.source?.url ?? null,
      sourceDate: record.source?.date ?? null,
      cameOn: before?.cameOn ?? today(this.context),
      privateNote: record.privateNote ?? null,
      held: record.held,
      demo: this.origin === "demo" ? ("yes" as const) : null,
      starter: this.origin === "starter" ? ("yes" as const) : null,
    };
  }

  private async serviceChildren(
    serviceId: string,
    record: ServiceRecord,
    organization: OrganizationRecord,
    areas: readonly string[],
  ): Promise<void> {
    const locationIds = await Promise.all(
      record.locations.map((sourceId) => this.idOf("location", `${organization.sourceId}/${sourceId}`)),
    );
    const rows = noChildRows();
    addTexts(rows, serviceId, "name", record.name);
    for (const field of LISTING_TEXTS) addTexts(rows, serviceId, field, record.texts[field]);
    addContacts(rows, "service", serviceId, record.contacts);
    addSchedules(rows, "service", serviceId, record.schedules);
    record.costs.forEach((cost, position) =>
      addTexts(rows, `${serviceId}/cost/${position}`, "description", cost.description),
    );
    record.requiredDocuments.forEach((document, position) =>
      addTexts(rows, `${serviceId}/document/${position}`, "document", document),
    );

    await this.insert(
      table.serviceAtLocation,
      locationIds.map((locationId, position) => ({ serviceId, locationId, position })),
    );
    await this.insert(
      table.serviceArea,
      areas.map((area) => ({ serviceId, area })),
    );
    await this.insert(
      table.serviceTaxonomyTerm,
      [...new Set(record.services)].map((code, position) => ({ serviceId, code, position })),
    );
    await this.insert(table.attribute, attributesOf(record, serviceId));
    await this.insert(
      table.language,
      record.languages.map(({ code, mode }, position) => ({ serviceId, code, mode, position })),
    );
    await this.insert(
      table.costOption,
      record.costs.map((cost, position) => ({
        id: `${serviceId}/cost/${position}`,
        serviceId,
        position,
        option: cost.option,
        amount: cost.amount ?? null,
        currency: cost.currency ?? null,
        description: cost.description === undefined ? null : sourceText(cost.description),
      })),
    );
    await this.insert(
      table.requiredDocument,
      record.requiredDocuments.map((document, position) => ({
        id: `${serviceId}/document/${position}`,
        serviceId,
        position,
        document: sourceText(document),
      })),
    );
    if (record.verified !== undefined) {
      const { on, byRole, channel } = record.verified;
      await this.tx
        .insert(table.verification)
        .values({ id: `${serviceId}/verified/${on}`, serviceId, verifiedOn: on, byRole, channel })
        .onConflictDoNothing();
    }
    await this.insertChildren(rows);
  }

  private idOf(entity: string, sourceId: string): Promise<string> {
    return uuidV5(NAMESPACE, `${this.source}\n${entity}\n${sourceId}`);
  }

  /** Compares with what the source said last time, counts, and remembers what it says now. */
  private async stateOf(
    entity: string,
    counted: Counted,
    sourceId: string,
    entityId: string,
    content: unknown,
  ): Promise<"new" | "changed" | "unchanged"> {
    const digest = await sha256(stableJson(content));
    const before = this.known.get(`${entity} ${sourceId}`);
    const state = before === undefined ? "new" : before === digest ? "unchanged" : "changed";
    this.report[counted][state] += 1;
    if (state !== "unchanged") {
      const row = { source: this.source, sourceId, entity, entityId, digest };
      const { sourceRecord } = table;
      await this.tx
        .insert(sourceRecord)
        .values(row)
        .onConflictDoUpdate({
          target: [sourceRecord.source, sourceRecord.entity, sourceRecord.sourceId],
          set: row,
        });
    }
    return state;
  }

  /** Takes away what hangs on an entity, before it is written again. */
  private async clear(id: string): Promise<void> {
    const {
      attribute,
      contact,
      costOption,
      language,
      requiredDocument,
      schedule,
      serviceArea,
      serviceAtLocation,
      serviceTaxonomyTerm,
      translation,
    } = table;
    await this.tx
      .delete(translation)
      .where(or(eq(translation.entityId, id), like(translation.entityId, `${id}/%`)));
    await this.tx.delete(contact).where(eq(contact.entityId, id));
    await this.tx.delete(schedule).where(eq(schedule.entityId, id));
    for (const owned of [
      attribute,
      costOption,
      language,
      requiredDocument,
      serviceArea,
      serviceAtLocation,
      serviceTaxonomyTerm,
    ]) {
      await this.tx.delete(owned).where(eq(owned.serviceId, id));
    }
  }

  private async insertChildren(rows: ReturnType<typeof noChildRows>): Promise<void> {
    await this.insert(table.translation, rows.translations);
    await this.insert(table.contact, rows.contacts);
    await this.insert(table.schedule, rows.schedules);
  }

  private async insert<T extends Parameters<CatalogueTx["insert"]>[0]>(
    into: T,
    rows: readonly T["$inferInsert"][],
  ): Promise<void> {
    // 100 rows of the widest table stay below SQLite's limit of bound values.
    for (let at = 0; at < rows.length; at += 100) await this.tx.insert(into).values(rows.slice(at, at + 100));
  }
}

/** Ids of the services of a source, for taking all of it out again. */
export async function servicesOfSource(tx: CatalogueTx, source: string): Promise<readonly string[]> {
  const { sourceRecord } = table;
  const rows = await tx
    .select({ id: sourceRecord.entityId })
    .from(sourceRecord)
    .where(and(eq(sourceRecord.source, source), inArray(sourceRecord.entity, ["service"])));
  return rows.map(({ id }) => id);
}
