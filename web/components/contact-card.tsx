import type { ListingView } from "#server/contract/listing-view.ts";
import { Icon } from "#web/icons/icon.tsx";
import { checkedLine, sourceText } from "#web/words/checked.ts";
import { easierWays } from "#web/words/entry.ts";
import { languageSentences } from "#web/words/language-sentences.ts";
import { toldNotes } from "#web/words/told.ts";
import { AddressRows } from "./address-rows.tsx";
import { ContactNotes } from "./contact-notes.tsx";
import { ContactWay } from "./contact-way.tsx";
import { HoursRow } from "./hours-row.tsx";
import { type HeadingLevel, Heading } from "./section.tsx";
import { ShortCode } from "./short-code.tsx";
import { useSite } from "./site-context.ts";

interface ContactCardProps {
  readonly listing: ListingView;
  readonly level: HeadingLevel;
  readonly id?: string;
}

function Ways({ listing }: Pick<ContactCardProps, "listing">) {
  const { words } = useSite();
  const { facts, detail } = listing;
  const easier = easierWays(words, facts);
  const contacts = detail?.contacts ?? [];
  return (
    <>
      {easier.length > 0 && <p class="note">{easier.join(" ")}</p>}
      {contacts.length === 0 && (
        <ContactNotes notes={(one) => toldNotes(one, { tells: {}, whoAnswers: null })} />
      )}
      {contacts.map((contact) => (
        <ContactWay
          key={`${contact.channel} ${contact.value}`}
          contact={contact}
          told={detail?.texts.whoIsTold ?? null}
          care={detail?.texts.contactCare ?? null}
        />
      ))}
    </>
  );
}

function Checked({ listing }: Pick<ContactCardProps, "listing">) {
  const { words } = useSite();
  const source = listing.detail?.source ?? null;
  return (
    <>
      <Icon name="calendar-check" />
      <div>
        <b>{checkedLine(words, listing.facts)}</b>
        {source !== null && sourceText(words, source)}
      </div>
    </>
  );
}

/** How to reach them: what to know first, then number, hours, place, languages, checked on, short code. */
export function ContactCard({ listing, level, id }: ContactCardProps) {
  const { words } = useSite();
  const { facts } = listing;
  const [spoken, ...advice] = languageSentences(words, facts);
  return (
    <aside class="contact" id={id} aria-label={words.t("listing.reach")}>
      <Heading level={level}>{words.t("listing.reach")}</Heading>
      <Ways listing={listing} />
      <hr class="line" />
      <div class="kv">
        <HoursRow facts={facts} />
        <AddressRows listing={listing} />
        <Icon name="chat-centered-text" />
        <div>
          <b>{spoken}</b>
          {advice.join(" ")}
        </div>
        <Checked listing={listing} />
      </div>
      <hr class="line" />
      <ShortCode facts={facts} />
    </aside>
  );
}
