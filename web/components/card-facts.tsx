import type { MatchedListing } from "#server/contract/page.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import { checkedLine } from "#web/words/checked.ts";
import { costLine } from "#web/words/cost.ts";
import { languagesLine } from "#web/words/languages.ts";
import { hoursLine } from "#web/words/hours.ts";
import { placeLine } from "#web/words/place.ts";
import { whoItIsFor } from "#web/words/who-it-is-for.ts";
import { areaNameIn, useSite } from "./site-context.ts";
import type { Sentence } from "#web/words/sentence.ts";
import { SIGN } from "./answer-list.tsx";
import { signInsteadOfNumber } from "./pin.tsx";
import { TOPIC_SIGN } from "./topic-signs.ts";

function placeSign({ facts }: MatchedListing["listing"]): IconName {
  const sign = signInsteadOfNumber(facts);
  if (sign !== null) return sign;
  return facts.places.some(({ privacy }) => privacy === "public") ? "map-pin" : "house";
}

/** What decides for many: papers, staying, bringing a child. On a card only what is known; the rest is asked inside. */
const ON_CARD = ["papers", "staying", "children"];

function Known({ sentence: { topic, state, text } }: { readonly sentence: Sentence }) {
  const sign = TOPIC_SIGN[topic];
  return (
    <li class={`known ${state}`}>
      {sign !== undefined && <Icon name={sign} />}
      <Icon name={SIGN[state]} class="state" />
      <span>{text}</span>
    </li>
  );
}

/** Who it is for, where, cost and hours, languages, checked on. A missing fact says "not known". */
export function CardFacts({ item }: { readonly item: MatchedListing }) {
  const site = useSite();
  const { words, now, answering } = site;
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
  const known = (answering?.answers(words, facts) ?? []).filter(
    ({ topic, state }) => ON_CARD.includes(topic) && state !== "ask",
  );
  return (
    <ul class="facts">
      {known.map((sentence) => (
        <Known key={sentence.topic} sentence={sentence} />
      ))}
      {rows.map(({ icon, text, look }) => (
        <li key={icon} class={look}>
          <Icon name={icon} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
