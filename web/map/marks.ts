import { createGroups, FINGER } from "./group-pins.ts";
import { type Point, project, scaleOf } from "./mercator.ts";
import type { MapEntry, OnMap } from "./sort-onto-map.ts";

/** One thing to press on the map. */
export interface MapMark {
  /** Stays the same while the mark does, so that it keeps the focus. */
  readonly key: string;
  readonly kind: "pin" | "cluster" | "plate";
  readonly point: Point;
  /** In the order of the list, each listing once. */
  readonly entries: readonly MapEntry[];
  /** The zoom at which it comes apart; null: it opens as a list. */
  readonly opensAt: number | null;
  /** Plates: the area, and whether its addresses are not shown. */
  readonly area: string | null;
  readonly addressNotShown: boolean;
  /** Plates with a neighbour so near that only a count has room. */
  readonly short: boolean;
}

/** Pixels that a plate with its words takes. */
const PLATE = { width: 240, height: 48 };
/** Pixels from the middle of a plate within which a pin would cover its words. */
const PIN_BESIDE = { width: 120, height: 40 };

/** The marks of a list, by zoom, in the order of the list: the order in which the keyboard reaches them. */
export function createMarks({ pins, plates }: OnMap): (zoom: number) => readonly MapMark[] {
  const pinsAt = createGroups(pins, FINGER);
  const platesAt = createGroups(plates, FINGER * 1.6);
  return (zoom) => {
    const plain = { area: null, addressNotShown: false, short: false };
    const ofPins = pinsAt(zoom).map(({ point, marks, opensAt }): MapMark => {
      const entries = once(marks);
      const kind = entries.length === 1 ? "pin" : "cluster";
      return { ...plain, key: keyOf(kind, entries), kind, point, entries, opensAt };
    });
    const groups = platesAt(zoom);
    const ofPlates = groups.map(({ point, marks, opensAt }): MapMark => {
      const entries = once(marks.flatMap((plate) => plate.entries));
      return {
        key: keyOf("plate", entries),
        kind: "plate",
        point,
        entries,
        opensAt,
        area: marks.length === 1 ? (marks[0]?.area ?? null) : null,
        addressNotShown: marks.every((plate) => plate.addressNotShown),
        short:
          marks.length > 1 ||
          groups.some((other) => other.point !== point && isNear(other.point, point, zoom)) ||
          ofPins.some((pin) => isNear(pin.point, point, zoom, PIN_BESIDE)),
      };
    });
    return [...ofPins, ...ofPlates].sort((a, b) => firstOf(a) - firstOf(b));
  };
}

function once(entries: readonly MapEntry[]): readonly MapEntry[] {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  return [...byCode.values()].sort((a, b) => a.number - b.number);
}

const firstOf = ({ entries }: MapMark): number => entries[0]?.number ?? 0;
const keyOf = (kind: string, entries: readonly MapEntry[]): string =>
  `${kind} ${entries.map(({ code }) => code).join(" ")}`;

function isNear(a: Point, b: Point, zoom: number, room = PLATE): boolean {
  const [ax, ay] = project(a);
  const [bx, by] = project(b);
  const scale = scaleOf(zoom);
  return Math.abs(ax - bx) * scale < room.width && Math.abs(ay - by) * scale < room.height;
}
