import type { ListingView } from "#server/contract/listing-view.ts";
import { Said } from "#web/components/phrase.tsx";
import { areaNameIn, useSite } from "#web/components/site-context.ts";
import { contactLabel } from "#web/words/contact.ts";
import { checkedMonth } from "#web/words/checked-month.ts";
import { costLine } from "#web/words/cost.ts";
import { hoursLine } from "#web/words/hours.ts";
import { placeLine } from "#web/words/place.ts";
import { toldNotes } from "#web/words/told.ts";
import { whoItIsFor } from "#web/words/who-it-is-for.ts";

/** Longer than this a contact gets its own width on paper. */
const LONG = 18;

/** One listing in a cell: name and number on one line, who it is for and the month, then the rest. */
export function SheetEntry({ listing }: { readonly listing: ListingView }) {
  const site = useSite();
  const { words } = site;
  const { facts, card, detail } = listing;
  const contact = detail?.contacts.find(({ channel }) => channel === "phone") ?? detail?.contacts[0] ?? null;
  const around = {
    city: card?.city?.text ?? null,
    distance: null,
    areaName: (code: string) => areaNameIn(site, code),
  };
  const state = contact === null ? null : contactLabel(words, contact);
  // Room for one line: it goes to those who may be told, and the screen says the rest.
  const mayTell = Object.entries(contact?.tells ?? {}).some(
    ([who, answer]) => who !== "nobody" && answer === "yes",
  );
  const told =
    contact === null || !mayTell ? [] : toldNotes(words, contact).filter(({ kind }) => kind === "told");
  const rest = [
    placeLine(words, facts, around),
    hoursLine(words, facts, null),
    costLine(words, facts, card?.fee ?? null),
    ...(state === null ? [] : [state]),
    ...told.map(({ text }) => text.replace(/[.။។。]$/u, "")),
  ];
  return (
    <li>
      <p class="l">
        <b>{card === null ? facts.code : <Said phrase={card.name} />}</b>
        {contact !== null && (
          <b class={contact.value.length > LONG ? "ph long ltr" : "ph num ltr"}>{contact.value}</b>
        )}
      </p>
      <p class="l">
        <span>{whoItIsFor(words, facts)}</span>
        <span class="num k">{checkedMonth(words, facts)}</span>
      </p>
      <p class="rest">{rest.join("; ")}</p>
    </li>
  );
}
