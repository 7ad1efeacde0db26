import { and, eq, inArray, isNotNull } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import { type Audience, AUDIENCES, PRIVACIES, type Privacy } from "#db/vocabulary.ts";
import type { ChildRows } from "./record-rows.ts";

/**
 * What people of the office did to a record that came from a source: it stands when the source brings the record
 * again, changed. A source replaces what it said itself; who may see something is never widened by it.
 */
export interface KeptByHand {
  /** Contacts as they stood, those of the source and those that a person added. */
  readonly contacts: readonly table.ContactRow[];
  /** Answers (`facet:code`) and texts that a person set. */
  readonly attributes: readonly (typeof table.attribute.$inferSelect)[];
  readonly translations: readonly table.TranslationRow[];
  /** Contacts whose audience a person made wider, as `channel value audience`. */
  readonly widened: ReadonlySet<string>;
  /** Contacts that a person took out and nobody put back, as `owner channel value`. */
  readonly removed: ReadonlySet<string>;
  /** Ids of notes that a person wrote, changed or took out. */
  readonly notes: ReadonlySet<string>;
  /** Whether a person chose what the organization belongs to or keeps. */
  readonly affiliations: boolean;
}

export const NOTHING_KEPT: KeptByHand = {
  contacts: [],
  attributes: [],
  translations: [],
  widened: new Set(),
  removed: new Set(),
  notes: new Set(),
  affiliations: false,
};

/** Whether a contact was written by a source: those have the id of their place in its list (`record-rows.ts`). */
const isOfSource = (contactId: string, entityId: string): boolean =>
  contactId.startsWith(`${entityId}/contact/`);

const audienceKey = (contact: { channel: string; value: string; audience: string }): string =>
  `${contact.channel} ${contact.value} ${contact.audience}`;

/** Reads it, before anything is taken away. `services` are those of whose history the record is part. */
export async function readKeptByHand(
  tx: CatalogueTx,
  entityId: string,
  services: readonly string[],
): Promise<KeptByHand> {
  const changes =
    services.length === 0
      ? []
      : (
          await tx
            .select({ detail: table.audit.detail })
            .from(table.audit)
            .where(and(inArray(table.audit.entityId, [...services]), isNotNull(table.audit.detail)))
            .orderBy(table.audit.at, table.audit.revision)
        ).flatMap(({ detail }) => detail ?? []);
  const touched = new Set(changes.map(({ field }) => field));
  const widened = new Set<string>();
  const removed = new Set<string>();
  for (const { field, before, after } of changes) {
    if (!field.startsWith("contact:")) continue;
    const was = before as Partial<FormContact> | null;
    const is = after as FormContact | null;
    if (was?.value !== undefined) removed.add(ownerKey(was));
    if (is !== null) removed.delete(ownerKey(is));
    if (is === null || typeof was?.audience !== "string") continue;
    if (AUDIENCES.indexOf(is.audience) < AUDIENCES.indexOf(was.audience)) widened.add(audienceKey(is));
  }
  const attributes = await tx.select().from(table.attribute).where(eq(table.attribute.serviceId, entityId));
  const translations = await tx
    .select()
    .from(table.translation)
    .where(eq(table.translation.entityId, entityId));
  return {
    contacts: await tx.select().from(table.contact).where(eq(table.contact.entityId, entityId)),
    attributes: attributes.filter(({ term }) => touched.has(`answer:${term}`)),
    translations: translations.filter(
      ({ field, language, touchedBy }) =>
        touchedBy !== null ||
        touched.has(`text:${field}:${language}`) ||
        touched.has(`organization:${field}:${language}`),
    ),
    widened,
    removed,
    notes: new Set(
      [...touched].filter((field) => field.startsWith("note:")).map((field) => field.slice("note:".length)),
    ),
    affiliations: touched.has("organization:affiliations"),
  };
}

/** A contact as the history holds it. */
interface FormContact {
  readonly owner: string;
  readonly channel: string;
  readonly value: string;
  readonly audience: Audience;
}
const ownerKey = ({ owner, channel, value }: Partial<FormContact>): string =>
  `${owner ?? ""} ${channel ?? ""} ${value ?? ""}`;
/** The same of a row: places are told apart, a service and its organisation are not more than one here. */
const rowKey = ({ entity, entityId, channel, value }: ChildRows["contacts"][number]): string =>
  ownerKey({ owner: entity === "location" ? entityId : entity, channel, value });

/**
 * Puts it back among the rows that the source brings: audience, release and outlets of a contact that is the same
 * (channel and number), the place of those added by hand after the source's, and texts in languages that the source
 * does not bring. What a person took out does not come back. Of two audiences the stricter one counts, unless a person chose the wider one.
 */
export function keepContactsAndTexts(rows: ChildRows, kept: KeptByHand): void {
  const stay = rows.contacts.filter((row) => !kept.removed.has(rowKey(row)));
  rows.contacts.splice(0, rows.contacts.length, ...stay);
  for (const row of rows.contacts) {
    const before = kept.contacts.find(
      ({ id, channel, value }) =>
        isOfSource(id, row.entityId) && channel === row.channel && value === row.value,
    );
    if (before === undefined) continue;
    row.audience = kept.widened.has(audienceKey(before))
      ? before.audience
      : stricterAudience(before.audience, row.audience);
    row.released = before.released;
    row.keptFrom = before.keptFrom;
  }
  const brought = new Set(
    rows.translations.map(({ entityId, field, language }) => `${entityId} ${field} ${language}`),
  );
  for (const text of kept.translations)
    if (!brought.has(`${text.entityId} ${text.field} ${text.language}`)) rows.translations.push(text);
}

/** Of two audiences the one that fewer people belong to. */
export const stricterAudience = (one: Audience, other: Audience): Audience =>
  AUDIENCES.indexOf(one) > AUDIENCES.indexOf(other) ? one : other;

/** What may be shown of a place: a person's decision stands; only where the source names something stricter, that. */
export function keptPrivacy(
  before: Pick<table.LocationRow, "privacy" | "privacySetBy"> | undefined,
  fromSource: { readonly privacy: Privacy; readonly stated: boolean },
): Pick<table.LocationRow, "privacy" | "privacySetBy"> {
  const decided = before?.privacySetBy === "person" && before.privacy !== null ? before.privacy : null;
  const setBy = fromSource.stated ? ("source" as const) : ("rule" as const);
  if (decided === null) return { privacy: fromSource.privacy, privacySetBy: setBy };
  return fromSource.stated && PRIVACIES.indexOf(fromSource.privacy) > PRIVACIES.indexOf(decided)
    ? { privacy: fromSource.privacy, privacySetBy: setBy }
    : { privacy: decided, privacySetBy: "person" };
}
