import type { Bounds } from "#server/contract/base-map.ts";
import type { BaseMap } from "#server/domain/base-map.ts";
import { type LandInk, LandSvg } from "./land-svg.tsx";
import { MapCredit } from "./map-credit.tsx";
import type { MapName } from "./map-names.ts";
import { type Box, overlaps, type Point, type Size, toPixel, viewOf } from "./mercator.ts";
import { type Label, placeLabels } from "./place-labels.ts";
import { boundsOf, prepareMap } from "./prepared-map.ts";

/** A number on paper: the same as beside the listing. */
export interface PrintPoint {
  readonly number: number;
  readonly point: Point;
  readonly special: boolean;
  /** The fixed point of an area: a dashed edge says that the address is not shown. */
  readonly addressNotShown: boolean;
}

interface PrintMapProps {
  readonly map: BaseMap;
  /** Code of the area that is printed. */
  readonly area: string;
  /** The part of it that is drawn, where its points lie close together; all of it when absent. */
  readonly part?: Bounds;
  readonly points: readonly PrintPoint[];
  readonly names?: readonly MapName[];
  /** In CSS pixels: 96 to an inch. */
  readonly size: Size;
  /** What the drawing is, for those who do not see it. */
  readonly label: string;
}

/** Numbers that stand at one spot share a mark. */
interface Stack {
  readonly at: readonly [x: number, y: number];
  readonly points: readonly PrintPoint[];
}

/** Black and grey lines, nothing filled: it costs little ink and copies well. */
const INK: LandInk = {
  sea: { fill: "none" },
  ground: { fill: "none", stroke: "#999", "stroke-width": 0.6 },
  here: { fill: "none" },
  lake: { fill: "none", stroke: "#888", "stroke-width": 0.6 },
  river: { fill: "none", stroke: "#888", "stroke-width": 0.8 },
  edge: { fill: "none", stroke: "#aaa", "stroke-width": 0.6, "stroke-dasharray": "3 2" },
  coast: { fill: "none", stroke: "#555", "stroke-width": 1 },
  chosen: { fill: "none", stroke: "#000", "stroke-width": 1.8 },
};

/** White around a name, so that no line strikes it out. */
const HALO = { stroke: "#fff", "stroke-width": 3, "paint-order": "stroke" } as const;
const MARGIN = 18;
const HIGH = 18;
/** Width of a character of names and of numbers, in pixels: there is no canvas to measure with. */
const CHARACTER = 6.2;

const widthOf = ({ points }: Stack): number =>
  8 + points.map(({ number }) => `${number}`).join(" ").length * 6.6;

function boxOf(stack: Stack): Box {
  const half = Math.max(HIGH, widthOf(stack)) / 2;
  const [x, y] = stack.at;
  return [x - half, y - HIGH / 2, x + half, y + HIGH / 2];
}

/** Puts marks that would cover one another into one, in the order of their numbers. */
function stackPoints(
  points: readonly PrintPoint[],
  at: (point: Point) => [number, number],
): readonly Stack[] {
  const stacks: Stack[] = [];
  for (const point of [...points].sort((a, b) => a.number - b.number)) {
    const alone: Stack = { at: at(point.point), points: [point] };
    const found = stacks.findIndex((stack) => overlaps(boxOf(stack), boxOf(alone)));
    const stack = stacks[found];
    if (stack === undefined) stacks.push(alone);
    else stacks[found] = { ...stack, points: [...stack.points, point] };
  }
  return stacks;
}

function Mark({ stack }: { readonly stack: Stack }) {
  const [left, top, right, bottom] = boxOf(stack);
  const special = stack.points.every((point) => point.special);
  return (
    <g>
      <rect
        x={left}
        y={top}
        width={right - left}
        height={bottom - top}
        rx={special ? 4 : HIGH / 2}
        fill="#fff"
        stroke="#000"
        stroke-width="1.4"
        {...(stack.points.some((point) => point.addressNotShown) ? { "stroke-dasharray": "3 2" } : {})}
      />
      <text x={stack.at[0]} y={stack.at[1] + 4} text-anchor="middle" font-size="11" font-weight="700">
        {stack.points.map(({ number }) => number).join(" ")}
      </text>
    </g>
  );
}

/**
 * The map of an area for paper: black lines on white, land without a tint, so that it costs little ink and copies
 * well. Pure: the same input gives the same drawing. No nearer than the screen's map. The credit stands under it.
 */
export function PrintMap({ map, area, part, points, names = [], size, label }: PrintMapProps) {
  const land = prepareMap(map);
  const bounds: Bounds = part ?? boundsOf(land, area) ?? map.bounds;
  const view = viewOf(bounds, size, MARGIN);
  const frame: Box = [0, 0, size.width, size.height];
  const isInside = ([x, y]: readonly [number, number]) => x > 0 && y > 0 && x < size.width && y < size.height;
  const shown = points.filter(({ point }) => isInside(toPixel(view, point)));
  const stacks = stackPoints(shown, (point) => toPixel(view, point));
  const towns = names
    .filter(({ kind, area: inside }) => kind === "town" && (inside === area || area === map.country))
    .map((name): Label => ({
      text: name.text,
      at: toPixel(view, name.point),
      rank: name.rank,
      kind: "town",
    }));
  const labels = placeLabels(towns, {
    measure: ({ text }) => text.length * CHARACTER,
    height: 14,
    frame,
    taken: stacks.map(boxOf),
    limit: 14,
  });
  return (
    <figure class="print-map">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        width={size.width}
        height={size.height}
        role="img"
        aria-label={label}
        fill="none"
        stroke-linejoin="round"
        font-size="11"
      >
        <LandSvg map={land} view={view} here={[area]} ink={INK} />
        {labels.map(({ text, at, left, middle }) => (
          <g key={`${text} ${left}`}>
            <circle cx={at[0]} cy={at[1]} r="2" fill="#000" />
            <text x={left} y={middle + 4} fill="#000" {...HALO}>
              {text}
            </text>
          </g>
        ))}
        <g fill="#000">
          {stacks.map((stack) => (
            <Mark key={stack.points[0]?.number} stack={stack} />
          ))}
        </g>
      </svg>
      <figcaption>
        <MapCredit />
      </figcaption>
    </figure>
  );
}
