import type { ComponentChildren } from "preact";
import type { ListingView } from "#server/contract/listing-view.ts";
import { languageName } from "#web/i18n/language-names.ts";
import { Icon } from "#web/icons/icon.tsx";
import { ContactCard } from "./contact-card.tsx";
import { ListingRest } from "./listing-rest.tsx";
import { ListingWho } from "./listing-who.tsx";
import { OwnWords } from "./own-words.tsx";
import { Said } from "./phrase.tsx";
import type { HeadingLevel } from "./section.tsx";
import { useSite } from "./site-context.ts";

interface ListingBodyProps {
  readonly listing: ListingView;
  /** Level of the section headings. */
  readonly level: HeadingLevel;
  /** Where "Contact" jumps to. */
  readonly contactId?: string;
  /** Name and organisation, where the page does not say them already. */
  readonly title?: ComponentChildren;
  /** Fit label of the search that led here. */
  readonly fit?: ComponentChildren;
}

/** Everything that is known of a listing, in the order of the design. */
export function ListingBody({ listing, level, contactId, title, fit }: ListingBodyProps) {
  const { words } = useSite();
  const { alert, description } = listing.detail?.texts ?? {};
  const foreign = description !== undefined && description.lang !== words.lang;
  return (
    <div class="listing">
      <div class="lead">
        {title}
        {alert !== undefined && (
          <p class="hint alert">
            <Icon name="info" />
            <span>
              <OwnWords phrase={alert} />
            </span>
          </p>
        )}
        {description !== undefined && (
          <p class="say">{foreign ? <Said phrase={description} /> : <OwnWords phrase={description} />}</p>
        )}
        {foreign && (
          <p class="small">
            {words.t("listing.not-translated", { language: languageName(words, description.lang) })}
          </p>
        )}
        {fit}
      </div>
      <ListingWho listing={listing} level={level} />
      <ContactCard listing={listing} level={level} {...(contactId === undefined ? {} : { id: contactId })} />
      <ListingRest listing={listing} level={level} />
    </div>
  );
}
