import { type Entity, NUMBER_CHANNELS } from "#db/vocabulary.ts";
import type * as table from "#db/schema/catalogue/index.ts";
import type {
  ContactRecord,
  OrganizationRecord,
  ScheduleRecord,
  ServiceRecord,
} from "#server/contract/catalogue-record.ts";
import type { Localized } from "#server/contract/listing.ts";
import { type Dialable, dialable } from "#server/domain/contact-number.ts";

/** Turns records into rows. Pure: ids come in, rows go out, nothing is read or written. */

type Insert<T extends { $inferInsert: unknown }> = T["$inferInsert"];
export interface ChildRows {
  readonly translations: Insert<typeof table.translation>[];
  readonly contacts: Insert<typeof table.contact>[];
  readonly schedules: Insert<typeof table.schedule>[];
}
export const noChildRows = (): ChildRows => ({ translations: [], contacts: [], schedules: [] });

/** The language that a text was written in: English where there is English, else the first. */
export function sourceLanguage(localized: Localized): string {
  return "en" in localized ? "en" : (Object.keys(localized).sort()[0] ?? "en");
}

/** The text in its source language. */
export function sourceText(localized: Localized): string {
  return localized[sourceLanguage(localized)] ?? "";
}

/** Adds a text in all its languages. */
export function addTexts(
  rows: ChildRows,
  entityId: string,
  field: string,
  localized: Localized | undefined,
): void {
  if (localized === undefined) return;
  const source = sourceLanguage(localized);
  for (const [language, text] of Object.entries(localized)) {
    rows.translations.push({
      entityId,
      field,
      language,
      text,
      state: language === source ? "checked" : "translated",
    });
  }
}

/** Adds the contacts of an entity, each with an id made from the entity's and its place in the list. */
export function addContacts(
  rows: ChildRows,
  entity: Entity,
  entityId: string,
  contacts: readonly ContactRecord[],
): void {
  contacts.forEach((contact, position) => {
    const id = `${entityId}/contact/${position}`;
    const { dial, dialScope } = dialableForm(contact);
    rows.contacts.push({
      id,
      entity,
      entityId,
      position,
      channel: contact.channel,
      value: contact.value,
      dial,
      dialScope,
      country: contact.country ?? null,
      label: contact.label === undefined ? null : sourceText(contact.label),
      language: sourceLanguage(contact.label ?? {}),
      whoAnswers: contact.whoAnswers ?? null,
      recorded: contact.recorded ?? null,
      free: contact.free ?? null,
      tells: contact.tells ?? {},
      audience: contact.audience,
      hours: contact.hours === undefined ? null : sourceText(contact.hours),
      sourceName: contact.source?.name ?? null,
      sourceUrl: contact.source?.url ?? null,
      sourceDate: contact.source?.date ?? null,
    });
    addTexts(rows, id, "label", contact.label);
    addTexts(rows, id, "hours", contact.hours);
  });
}

/**
 * What a person set stands; else the library's word, for numbers alone. A number whose source says that it works
 * inside the country keeps that, and is never made international.
 */
function dialableForm({ channel, value, country, dial, dialScope }: ContactRecord): Dialable {
  if (!(NUMBER_CHANNELS as readonly string[]).includes(channel))
    return { dial: null, dialScope: dialScope ?? "unknown" };
  if (dial !== undefined) return { dial, dialScope: dialScope ?? "unknown" };
  const found = dialable(value, country);
  if (dialScope !== "country") return { dial: found.dial, dialScope: dialScope ?? found.dialScope };
  return { dial: found.dialScope === "country" ? found.dial : null, dialScope };
}

/** Adds the schedules of an entity. */
export function addSchedules(
  rows: ChildRows,
  entity: Entity,
  entityId: string,
  schedules: readonly ScheduleRecord[],
): void {
  schedules.forEach((schedule, position) => {
    rows.schedules.push({
      id: `${entityId}/schedule/${position}`,
      entity,
      entityId,
      position,
      kind: schedule.kind,
      byday: schedule.days,
      opensAt: schedule.opensAt ?? null,
      closesAt: schedule.closesAt ?? null,
      interval: schedule.interval,
      validFrom: schedule.validFrom ?? null,
      validTo: schedule.validTo ?? null,
    });
  });
}

/**
 * Areas that a service serves. What the record says stands; else the areas of its places are written down here
 * as a statement of its own, so that nothing public depends later on where a private place is.
 */
export function areasOf(service: ServiceRecord, organization: OrganizationRecord): readonly string[] {
  if (service.areas.length > 0) return [...new Set(service.areas)];
  const places = organization.locations.filter(({ sourceId }) => service.locations.includes(sourceId));
  return [...new Set(places.flatMap(({ area, country }) => area ?? country ?? []))];
}

/** `facet:code` rows of a service. */
export function attributesOf(service: ServiceRecord, serviceId: string): Insert<typeof table.attribute>[] {
  return Object.entries(service.answers).flatMap(([facet, codes]) =>
    Object.entries(codes).map(([code, answer]) => ({ serviceId, term: `${facet}:${code}`, answer })),
  );
}
