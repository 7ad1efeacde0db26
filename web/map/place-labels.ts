import { type Box, overlaps } from "./mercator.ts";

/** A name that wants to stand on the map. */
export interface Label {
  readonly text: string;
  /** The pixel that it names. */
  readonly at: readonly [x: number, y: number];
  /** Higher ones are placed first. */
  readonly rank: number;
  /** A town has a dot and its name beside it; an area's name stands in its middle. */
  readonly kind: "town" | "area";
  /** The place that was chosen: written bold. */
  readonly strong?: boolean;
}

/** A label with its place: the text is drawn from `left`, its middle at `middle`. */
export interface PlacedLabel extends Label {
  readonly left: number;
  readonly middle: number;
  readonly box: Box;
}

interface Room {
  /** Width of a label in pixels as it will be drawn. */
  readonly measure: (label: Label) => number;
  /** Height of a line in pixels. */
  readonly height: number;
  /** Where labels may stand. */
  readonly frame: Box;
  /** What must stay free: pins, plates, buttons, the credit. */
  readonly taken: readonly Box[];
  /** How many labels at most. */
  readonly limit: number;
}

/** Pixels between a town's point and its name. */
const GAP = 7;
const DOT = 3;

/**
 * Places the names that fit, most important first; none covers another, a mark or the edge. A town's name stands at
 * the right of its dot, else left, below or above. The answer is the same for the same input.
 */
export function placeLabels(labels: readonly Label[], room: Room): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const taken = [...room.taken];
  const names = new Set<string>();
  for (const label of [...labels].sort((a, b) => b.rank - a.rank)) {
    if (placed.length >= room.limit) break;
    if (names.has(`${label.kind} ${label.text}`)) continue;
    const found = boxesFor(label, room).find(
      (box) => isWithin(box, room.frame) && !taken.some((other) => overlaps(box, other)),
    );
    if (found === undefined) continue;
    const dot: Box = [label.at[0] - DOT, label.at[1] - DOT, label.at[0] + DOT, label.at[1] + DOT];
    if (label.kind === "town" && taken.some((other) => overlaps(dot, other))) continue;
    taken.push(found, ...(label.kind === "town" ? [dot] : []));
    names.add(`${label.kind} ${label.text}`);
    placed.push({ ...label, left: found[0], middle: (found[1] + found[3]) / 2, box: found });
  }
  return placed;
}

function boxesFor(label: Label, { measure, height }: Room): readonly Box[] {
  const [x, y] = label.at;
  const width = measure(label);
  const at = (left: number, top: number): Box => [left, top, left + width, top + height];
  if (label.kind === "area") return [at(x - width / 2, y - height / 2)];
  return [
    at(x + GAP, y - height / 2),
    at(x - GAP - width, y - height / 2),
    at(x - width / 2, y + GAP),
    at(x - width / 2, y - GAP - height),
  ];
}

function isWithin(box: Box, frame: Box): boolean {
  return box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];
}
