import type { Channel } from "#db/vocabulary.ts";
import type { Phone } from "#server/contract/hsds/parts.ts";
import type { ContactPoint } from "#server/contract/hsds/profile.ts";
import type { PublishedContact, PublishedListing } from "#server/contract/listing.ts";
import { type HsdsContext, wordsOf } from "./context.ts";
import { nameId } from "./name-id.ts";

/** Channels with a number, by the kind of telephone that HSDS (RFC 6350) or practice calls them. */
const PHONE_TYPES: Partial<Record<Channel, string>> = {
  phone: "voice",
  sms: "text",
  whatsapp: "whatsapp",
  viber: "viber",
};

/** The numbers of a listing. */
export function toHsdsPhones(listing: PublishedListing, context: HsdsContext): Phone[] {
  return listing.contacts.flatMap((contact, at) => {
    const type = PHONE_TYPES[contact.channel];
    if (type === undefined) return [];
    return [
      {
        id: nameId(`${listing.id}/phone/${at}`),
        number: contact.value,
        type,
        description: wordsOf(contact.label, context),
        dial: contact.dial ?? undefined,
        dial_scope: contact.dialScope,
        ...toCareful(contact, context),
      },
    ];
  });
}

/** The first address of a channel that HSDS has one field for. */
export function firstOf(listing: PublishedListing, channel: "email" | "website"): string | undefined {
  return listing.contacts.find((contact) => contact.channel === channel)?.value;
}

/**
 * Every way to reach a service that is no number and that the fields `email` and `url` do not tell whole: messengers,
 * forms, further addresses, and a first address of which more is known.
 */
export function toContactPoints(listing: PublishedListing, context: HsdsContext): ContactPoint[] {
  return listing.contacts.flatMap((contact, at) => {
    const { channel, value } = contact;
    if (PHONE_TYPES[channel] !== undefined) return [];
    const careful = toCareful(contact, context);
    const label = wordsOf(contact.label, context);
    const isPlain = label === undefined && Object.values(careful).every((item) => item === undefined);
    const isFirst = (channel === "email" || channel === "website") && firstOf(listing, channel) === value;
    if (isFirst && isPlain) return [];
    return [{ id: nameId(`${listing.id}/contact-point/${at}`), channel, value, label, ...careful }];
  });
}

/** What a person should know before they use a contact. */
function toCareful(contact: PublishedContact, context: HsdsContext) {
  const { whoAnswers, recorded, free, tells, country } = contact;
  return {
    who_answers: whoAnswers ?? undefined,
    recorded: recorded ?? undefined,
    free: free ?? undefined,
    tells: Object.keys(tells).length === 0 ? undefined : { ...tells },
    hours: wordsOf(contact.hours, context),
    country: country ?? undefined,
  };
}
