import type { Channel } from "#db/vocabulary.ts";
import type { ContactView, Phrase } from "#server/contract/listing-view.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import { contactLabel, contactNotes, isAuthorityLine } from "#web/words/contact.ts";
import { contactLink } from "./contact-link.ts";
import { ContactNotes } from "./contact-notes.tsx";
import { OwnWords } from "./own-words.tsx";
import { Relied } from "./relied.tsx";
import { useSite } from "./site-context.ts";

/** What the value is, for those who do not read it. */
const SIGN: Readonly<Record<Channel, IconName>> = {
  phone: "phone",
  sms: "chat-text",
  whatsapp: "chat-text",
  line: "chat-text",
  messenger: "chat-text",
  zalo: "chat-text",
  telegram: "chat-text",
  viber: "chat-text",
  email: "note-pencil",
  form: "note-pencil",
  website: "link",
};

/** Longer than this a number or address does not fit the large type on a phone. */
const LARGE = 17;

interface ContactWayProps {
  readonly contact: ContactView;
  /** The listing's own sentences, which stand before the number too. */
  readonly told: Phrase | null;
  readonly care: Phrase | null;
}

function Value({ contact }: { readonly contact: ContactView }) {
  const { words } = useSite();
  const label = [
    contact.channel === "phone" ? null : words.t(`channel.${contact.channel}`),
    contactLabel(words, contact),
  ].filter((part) => part !== null);
  return (
    <div>
      {contact.label !== null && (
        <p class="label">
          <OwnWords phrase={contact.label} />
        </p>
      )}
      {label.length > 0 && <p class="label">{label.join(" · ")}</p>}
      <p class={contact.value.length > LARGE ? "tel long ltr" : "tel ltr num"}>
        <Icon name={SIGN[contact.channel]} />
        {contact.value}
      </p>
      {contact.hours !== null && (
        <p class="small">
          <OwnWords phrase={contact.hours} />
        </p>
      )}
    </div>
  );
}

/** One way to reach a service: notes, then the number as text, then the button. */
export function ContactWay({ contact, told, care }: ContactWayProps) {
  const { words, country } = useSite();
  const link = contactLink(contact, country);
  return (
    <div class="reach">
      {isAuthorityLine(contact) && (
        <p class="note">
          <Relied say={(one) => one.t("contact.you-choose-police")} />
        </p>
      )}
      <ContactNotes notes={(one) => contactNotes(one, contact, told)} />
      {care !== null && (
        <p class="note">
          <OwnWords phrase={care} />
        </p>
      )}
      <Value contact={contact} />
      {link !== null && (
        <a class="btn go" href={link.href} rel="noreferrer noopener">
          <Icon name={link.icon} />
          {words.t(link.label)}
        </a>
      )}
    </div>
  );
}
