import type { ContactView } from "#server/contract/listing-view.ts";
import type { MessageKey } from "#web/i18n/words.ts";
import type { IconName } from "#web/icons/icon.tsx";

export interface ContactLink {
  readonly href: string;
  readonly icon: IconName;
  readonly label: MessageKey;
}

/**
 * What a contact's button opens; null where there is none. A call or a message needs a dialable form, which
 * fictional and doubtful numbers do not have; there is no `mailto:` at all (safety D.4.8). `country` is that of the
 * chosen place, ISO 3166-1; null where none was chosen.
 */
export function contactLink(contact: ContactView, country: string | null): ContactLink | null {
  const { channel, dial, value } = contact;
  if (channel === "form" || channel === "website") {
    return /^https?:\/\//u.test(value)
      ? { href: value, icon: "link", label: channel === "form" ? "listing.open-form" : "listing.website" }
      : null;
  }
  if (dial === null) return null;
  // A short number reaches somebody else from another country: there it is text alone.
  if (contact.dialScope === "country" && country !== contact.country) return null;
  if (channel === "phone") return { href: `tel:${dial}`, icon: "phone", label: "listing.call" };
  if (channel === "sms") return { href: `sms:${dial}`, icon: "chat-text", label: "listing.text" };
  if (channel === "whatsapp") {
    return {
      href: `https://wa.me/${dial.replace(/\D/gu, "")}`,
      icon: "chat-text",
      label: "listing.write",
    };
  }
  return null;
}
