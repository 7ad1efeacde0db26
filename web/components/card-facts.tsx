import type { MatchedListing } from "#server/contract/page.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import { checkedLine } from "#web/words/checked.ts";
import { costLine } from "#web/words/cost.ts";
import { languagesLine } from "#web/words/languages.ts";
import { hoursLine } from "#web/words/hours.ts";
import { placeLine } from "#web/words/place.ts";
import { whoItIsFor } from "#web/words/who-it-is-for.ts";
import { areaNameIn, useSite } from "./site-context.ts";
import { signInsteadOfNumber } from "./pin.tsx";

function placeSign({ facts }: MatchedListing["listing"]): IconName {
  const sign = signInsteadOfNumber(facts);
  if (sign !== null) return sign;
  return facts.places.some(({ privacy }) => privacy === "public") ? "map-pin" : "house";
}

/** Who it is for, where, cost and hours, languages, checked on. A missing fact says "not known". */
export function CardFacts({ item }: { readonly item: MatchedListing }) {
  const site = useSite();
  const { words, now } = site;
  const { facts, card, detail } = item.listing;
  const around = {
    city: card?.city?.text ?? null,
    distance: item.match.distance,
    areaName: (code: string) => areaNameIn(site, code),
  };
  const rows: readonly { icon: IconName; text: string; look?: string }[] = [
    { icon: "user", text: whoItIsFor(words, facts), look: "wide" },
    { icon: placeSign(item.listing), text: placeLine(words, facts, around), look: "wide" },
    { icon: "wallet", text: costLine(words, facts, card?.fee ?? null) },
    { icon: "clock", text: hoursLine(words, facts, now()) },
    { icon: "chat-centered-text", text: languagesLine(words, facts), look: "wide" },
    {
      icon: "calendar-check",
      text: checkedLine(words, facts, detail?.source ?? null),
      look: "wide checked",
    },
  ];
  return (
    <ul class="facts">
      {rows.map(({ icon, text, look }) => (
        <li key={icon} class={look}>
          <Icon name={icon} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
