import type { ListingFacts } from "#server/contract/listing.ts";
import type { Fit } from "#server/domain/query.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";

const delivers = (facts: ListingFacts, ways: readonly string[]) =>
  ways.some((way) => facts.answers["delivery"]?.[way] === "yes");

/** The sign of a listing without a point; null for one that has a point and so a number. */
export function signInsteadOfNumber(facts: ListingFacts): IconName | null {
  if (facts.places.some(({ point }) => point !== null)) return null;
  if (facts.places.some(({ privacy }) => privacy === "withheld")) return "lock-simple";
  return delivers(facts, ["home-visit", "mobile-team"]) ? "path" : "phone";
}

interface PinProps {
  readonly facts: ListingFacts;
  /** 0: no map stands beside, so the mark has no number. */
  readonly number: number;
  readonly fit: Fit;
}

/** The mark that a card shares with the map. */
export function Pin({ facts, number, fit }: PinProps) {
  const sign = signInsteadOfNumber(facts);
  const look = [
    "pin",
    facts.scope === "trafficking-specific" ? "special" : "",
    fit === "ask" ? "ask" : "",
    sign === null ? "" : "remote",
  ];
  return (
    <span class={look.filter((name) => name !== "").join(" ")}>
      {sign === null && number > 0 ? number : <Icon name={sign ?? "map-pin"} />}
    </span>
  );
}
