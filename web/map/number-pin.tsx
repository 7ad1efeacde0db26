import type { MapEntry } from "./sort-onto-map.ts";

interface NumberPinProps {
  readonly entry: MapEntry;
  readonly look?: string;
}

/** The number of a card, in the shape of its group: circle or square, filled or outlined. */
export function NumberPin({ entry, look = "" }: NumberPinProps) {
  const { listing, match } = entry.item;
  const looks = [
    "pin",
    listing.facts.scope === "trafficking-specific" ? "special" : "",
    match.fit === "ask" ? "ask" : "",
    look,
  ];
  return <span class={looks.filter((name) => name !== "").join(" ")}>{entry.number}</span>;
}
