/**
 * What a person must know before they call or write: who answers, whether it is recorded, who will be told, from
 * where it works, what it leaves on the phone. What is not known is said, with what can be done about it.
 */
import type { Phrase, ContactView } from "#server/contract/listing-view.ts";
import type { Words } from "#web/i18n/words.ts";
import { toldNotes, type ContactNote } from "./told.ts";
import { countryName } from "./place.ts";

export type { ContactNote } from "./told.ts";

const MESSAGES = ["sms", "whatsapp", "line", "messenger", "zalo", "telegram", "viber", "email", "form"];
const isMessage = (contact: ContactView): boolean => MESSAGES.includes(contact.channel);
const isNumber = (contact: ContactView): boolean => contact.channel === "phone" || contact.channel === "sms";

function whoAnswers(words: Words, contact: ContactView): ContactNote {
  const text = words.t(`who-answers.${contact.whoAnswers ?? "unknown"}`);
  return contact.whoAnswers === null
    ? { kind: "not-known", label: words.t("contact.not-known"), text }
    : { kind: "who-answers", label: words.t("contact.who-answers"), text };
}

function recorded(words: Words, contact: ContactView): ContactNote {
  const answer = contact.recorded ?? "unknown";
  const text = words.t(
    isMessage(contact) ? `contact.messages-recorded-${answer}` : `contact.recorded-${answer}`,
  );
  return answer === "unknown"
    ? { kind: "not-known", label: words.t("contact.not-known"), text }
    : { kind: "recorded", label: words.t("contact.recorded"), text };
}

/** "This number works only inside Thailand." Null for what is not a number. */
function whereWorks(words: Words, contact: ContactView): ContactNote | null {
  if (!isNumber(contact)) return null;
  const note = (text: string): ContactNote => ({
    kind: "where-works",
    label: words.t("contact.where-works"),
    text,
  });
  if (contact.dialScope === "international") return note(words.t("contact.from-abroad"));
  if (contact.dialScope === "unknown") return note(words.t("contact.abroad-unknown"));
  const country = contact.country === null ? null : countryName(words, contact.country);
  return note(
    country === null ? words.t("contact.only-in-country") : words.t("contact.only-in", { country }),
  );
}

function price(words: Words, contact: ContactView): ContactNote | null {
  if (contact.channel !== "phone") return null;
  const text = words.t(`contact.free-${contact.free ?? "unknown"}`);
  return { kind: "price", label: words.t("contact.price"), text };
}

const CARE = {
  phone: "contact.call-log",
  sms: "contact.message-log",
  email: "contact.email-care",
  form: "contact.form-care",
  website: "contact.form-care",
} as const;

/** How to be careful with a way of reaching somebody: what it leaves behind. */
export function careText(words: Words, channel: ContactView["channel"]): string {
  return words.t(CARE[channel as keyof typeof CARE] ?? "contact.app-log");
}

/**
 * The notes that stand above a number or a button, in the order of the emergency card. A website has only the
 * note on care.
 * @param whoIsTold the listing's own sentence about who is told; it stands beside the coded answers
 */
export function contactNotes(
  words: Words,
  contact: ContactView,
  whoIsTold: Phrase | null = null,
): ContactNote[] {
  const care: ContactNote = {
    kind: "care",
    label: words.t("contact.before-you-call"),
    text: careText(words, contact.channel),
  };
  if (contact.channel === "website") return [care];
  const own: ContactNote[] =
    whoIsTold === null
      ? []
      : [{ kind: "told", label: words.t("contact.told"), text: whoIsTold.text, own: whoIsTold }];
  return [
    whoAnswers(words, contact),
    recorded(words, contact),
    ...own,
    ...toldNotes(words, contact, whoIsTold !== null),
    ...[whereWorks(words, contact), price(words, contact)].filter((note) => note !== null),
    care,
  ];
}

/** "State · police", "State · immigration" or "State": who stands behind a line; null for all others. */
export function contactLabel(words: Words, contact: ContactView): string | null {
  if (contact.whoAnswers === "police") return words.t("contact.police-label");
  if (contact.whoAnswers === "immigration") return words.t("contact.immigration-label");
  return contact.whoAnswers === "state" ? words.t("contact.state-label") : null;
}

/** Whether a line belongs under "You can choose the police. You don't have to." */
export function isAuthorityLine(contact: ContactView): boolean {
  return contact.whoAnswers === "police" || contact.whoAnswers === "immigration";
}
