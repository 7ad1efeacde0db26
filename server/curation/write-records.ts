import { and, eq, gt, inArray, like, lt, not } from "drizzle-orm";
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
import {
  keepContactsAndTexts,
  keptPrivacy,
  type KeptByHand,
  NOTHING_KEPT,
  readKeptByHand,
} from "./kept-by-hand.ts";
import { freeShortCode, takenCodes } from "./short-codes.ts";
import { textsBelow, textsUnder } from "./texts-under.ts";
import { writeSourceAffiliations } from "./write-source-affiliations.ts";
import { writeSourceNotes } from "./write-source-notes.ts";

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

/** Sees what a source changes of an organization that it brought before. */
export interface ChangeWatch {
  /** Called before the first change, with the services that the source brings; some of them may be new. */
  before(tx: CatalogueTx, serviceIds: readonly string[]): Promise<void>;
  /** Called when the organization is written; what it changes belongs to the same transaction. */
  after(tx: CatalogueTx): Promise<void>;
}

/**
 * Writes records of a source into the catalogue, in one transaction: all or nothing. A record has the same id
 * for ever (UUID v5 of source and source id), so that a second run changes nothing. New services are drafts. Of a
 * changed record only what came from the source is replaced: what people of the office added or withheld stands
 * (`kept-by-hand.ts`).
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
    readonly changes?: ChangeWatch | undefined;
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
      const writer = new RecordWriter(tx, context, source, options.origin, report, options.changes);
      await writer.start();
      for await (const organization of organizations) {
        await writer.organization(organization);
        if (writer.hasChanged) await options.changes?.after(tx);
      }
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
  private readonly changes: ChangeWatch | undefined;
  /** Whether the source changed something of the organization that was written last. */
  hasChanged = false;
  private serviceIds: readonly string[] = [];

  constructor(
    tx: CatalogueTx,
    context: Context,
    source: string,
    origin: Origin,
    report: WriteReport & { written: string[] },
    changes: ChangeWatch | undefined,
  ) {
    this.changes = changes;
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
    this.hasChanged = false;
    this.serviceIds = await Promise.all(
      services.map(({ sourceId }) => this.idOf("service", `${record.sourceId}/${sourceId}`)),
    );
    const state = await this.stateOf("organization", "organizations", record.sourceId, id, own);
    if (state !== "unchanged") {
      const kept = await this.kept(state, id, () => this.servicesOf(id));
      const [before] = await this.tx.select().from(table.organization).where(eq(table.organization.id, id));
      if (before !== undefined) await this.clear(id);
      const row = {
        id,
        name: sourceText(record.name),
        language: sourceLanguage(record.name),
        description: record.description === undefined ? null : sourceText(record.description),
        website: record.website ?? null,
        providerType: record.providerType ?? null,
        privateNote: record.privateNote ?? before?.privateNote ?? null,
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
      keepContactsAndTexts(rows, kept);
      await this.insertChildren(rows);
      if (record.affiliations !== undefined && !kept.affiliations)
        await writeSourceAffiliations(this.tx, id, record.affiliations);
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
    const kept = await this.kept(state, id, () => this.servicesOf(organizationId));
    const [before] = await this.tx.select().from(table.location).where(eq(table.location.id, id));
    if (before !== undefined) await this.clear(id);
    const row = {
      id,
      organizationId,
      locationType: record.locationType,
      name: record.name === undefined ? null : sourceText(record.name),
      language: sourceLanguage(record.name ?? record.city ?? {}),
      latitude: record.latitude ?? null,
      longitude: record.longitude ?? null,
      area: record.area ?? record.country ?? null,
      ...keptPrivacy(before, { privacy, stated: record.privacy !== undefined }),
      residential: record.residential,
      timeZone: record.timeZone ?? null,
      directions: record.directions === undefined ? null : sourceText(record.directions),
      privateNote: record.privateNote ?? before?.privateNote ?? null,
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
    keepContactsAndTexts(rows, kept);
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
    const kept = await this.kept(state, id, async () => [id]);
    const [before] = await this.tx.select().from(table.service).where(eq(table.service.id, id));
    if (before !== undefined) await this.clear(id);
    const known = state === "changed" ? before : undefined;
    const row = await this.serviceRow(id, record, organizationId, known);
    await this.tx
      .insert(table.service)
      .values(row)
      .onConflictDoUpdate({ target: table.service.id, set: row });
    await this.serviceChildren(id, record, organization, areas, kept);
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
    before: table.ServiceRow | undefined,
  ) {
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
      // Only a person lets people be sent again to whom nobody was to be sent.
      doNotRefer: record.doNotRefer || (before?.doNotRefer ?? false),
      sourceName: record.source?.name ?? null,
      sourceUrl: record.source?.url ?? null,
      sourceDate: record.source?.date ?? null,
      cameOn: before?.cameOn ?? today(this.context),
      privateNote: record.privateNote ?? before?.privateNote ?? null,
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
    kept: KeptByHand,
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
    const answers = attributesOf(record, serviceId);
    const answered = new Set(answers.map(({ term }) => term));
    await this.insert(table.attribute, [
      ...answers,
      ...kept.attributes.filter(({ term }) => !answered.has(term)),
    ]);
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
    keepContactsAndTexts(rows, kept);
    await this.insertChildren(rows);
    if (record.notes !== undefined) await writeSourceNotes(this.tx, serviceId, record.notes, kept.notes);
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
    if (state === "changed" && !this.hasChanged) {
      this.hasChanged = true;
      await this.changes?.before(this.tx, this.serviceIds);
    }
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

  /** What people did to an entity of this source; `services`: those in whose history it stands. */
  private async kept(
    state: "new" | "changed",
    id: string,
    services: () => Promise<readonly string[]>,
  ): Promise<KeptByHand> {
    return state === "new" ? NOTHING_KEPT : readKeptByHand(this.tx, id, await services());
  }

  private async servicesOf(organizationId: string): Promise<readonly string[]> {
    const rows = await this.tx
      .select({ id: table.service.id })
      .from(table.service)
      .where(eq(table.service.organizationId, organizationId));
    return rows.map(({ id }) => id);
  }

  /**
   * Takes away what the source said of an entity, before it is written again. Contacts that a person added, and
   * places that a person added to a service, are not the source's: they stay.
   */
  private async clear(id: string): Promise<void> {
    const {
      attribute,
      contact,
      costOption,
      language,
      requiredDocument,
      schedule,
      serviceArea,
      serviceTaxonomyTerm,
      translation,
    } = table;
    // Notes are written apart, and only where the source says something of them.
    await this.tx.delete(translation).where(and(textsUnder(id), not(textsBelow(`${id}/note/`))));
    await this.tx.delete(contact).where(and(eq(contact.entityId, id), like(contact.id, `${id}/contact/%`)));
    await this.clearPlaces(id);
    await this.tx.delete(schedule).where(eq(schedule.entityId, id));
    for (const owned of [
      attribute,
      costOption,
      language,
      requiredDocument,
      serviceArea,
      serviceTaxonomyTerm,
    ]) {
      await this.tx.delete(owned).where(eq(owned.serviceId, id));
    }
  }

  /** Takes a service away from the places that this source brought; from those alone. */
  private async clearPlaces(serviceId: string): Promise<void> {
    const { serviceAtLocation: placed, sourceRecord } = table;
    const rows = await this.tx
      .select({ id: placed.locationId })
      .from(placed)
      .innerJoin(
        sourceRecord,
        and(eq(sourceRecord.entityId, placed.locationId), eq(sourceRecord.source, this.source)),
      )
      .where(eq(placed.serviceId, serviceId));
    if (rows.length === 0) return;
    await this.tx.delete(placed).where(
      and(
        eq(placed.serviceId, serviceId),
        inArray(
          placed.locationId,
          rows.map(({ id }) => id),
        ),
      ),
    );
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
