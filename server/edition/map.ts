/** The numbered map of a booklet: shapes as SVG, and where each number stands. */
import type { Block, Line, MapMark, Span, Wording } from "#server/contract/edition.ts";
import { type BaseMapShape, decodeBaseMap, type Line as MapLine } from "#server/domain/base-map.ts";
import { phrase } from "#server/domain/to-listing-view.ts";
import { wordsOf } from "./entry.ts";
import type { EditionSource, Numbered } from "./source.ts";
import { areaNames, line, say } from "./speak.ts";

/** Width of the drawing in its own units; the height follows from what is shown. */
const WIDTH = 1000;
/** No map is closer than this (degrees a side): closer would suggest that marks are exact. */
const CLOSEST = 0.5;
/** Marks nearer to each other than this share of the width are moved apart. */
const APART = 0.034;
/** Half the width of a letter of a name, as a share of the width. */
const LETTER = 0.007;

/** Attributes of each kind of path. */
type Ink = Readonly<
  Record<"sea" | "neighbours" | "land" | "area" | "areaBorders" | "lakes" | "rivers", string>
>;

const TINTED: Ink = {
  sea: 'fill="#e9eef0"',
  neighbours: 'fill="#f3f3f1" stroke="#9a9a96" stroke-width="1.5"',
  land: 'fill="#fbfbf9" stroke="#555" stroke-width="2.5"',
  area: 'fill="#fff" stroke="#000" stroke-width="3"',
  areaBorders: 'stroke="#888" stroke-width="1.2" stroke-dasharray="8 5"',
  lakes: 'fill="#cfdde2" stroke="none"',
  rivers: 'stroke="#a9c0c9" stroke-width="2.2"',
};

/** Lines alone, black and grey: it costs little ink and copies well. */
const LOW_INK: Ink = {
  sea: 'fill="none"',
  neighbours: 'fill="none" stroke="#777" stroke-width="1.2"',
  land: 'fill="none" stroke="#000" stroke-width="2"',
  area: 'fill="none" stroke="#000" stroke-width="4"',
  areaBorders: 'stroke="#777" stroke-width="1.2" stroke-dasharray="8 5"',
  lakes: 'fill="none" stroke="#777" stroke-width="1.2"',
  rivers: 'stroke="#777" stroke-width="1.2" stroke-dasharray="2 3"',
};

type Box = readonly [south: number, west: number, north: number, east: number];

interface Frame {
  readonly x: (lon: number) => number;
  readonly y: (lat: number) => number;
  readonly height: number;
}

/** The map with its legend; null when there is no base map or nothing to show on it. */
export function mapBlocks(source: EditionSource, entries: readonly Numbered[]): readonly Block[] {
  const { wordings, map } = source;
  const ink = source.wishes.bw ? LOW_INK : TINTED;
  const points = entries.flatMap((entry) => pointOf(entry) ?? []);
  if (map === null || points.length === 0) return [];
  const base = decodeBaseMap(map);
  const frame = frameOf(boxAround(points.map(({ point }) => point)));
  const areas = new Set(source.areas);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${frame.height}" width="${WIDTH}" height="${frame.height}">`,
    `<rect width="${WIDTH}" height="${frame.height}" ${ink.sea}/>`,
    shapes(base.neighbours, frame, ink.neighbours),
    shapes(base.outline, frame, ink.land),
    shapes(
      base.areas.filter(({ codes }) => codes.some((code) => areas.has(code))),
      frame,
      ink.area,
    ),
    lines(base.areaBorders, frame, ink.areaBorders),
    shapes(base.lakes, frame, ink.lakes),
    lines(base.rivers, frame, ink.rivers),
    "</svg>",
  ].join("");
  const marks = movedApart(
    points.map(({ number, point: [lat, lon], about }) => ({
      number,
      x: frame.x(lon) / WIDTH,
      y: frame.y(lat) / frame.height,
      about,
    })),
    frame.height / WIDTH,
  );
  return [
    { kind: "chapter", title: say(wordings, "print.map"), need: null, newPage: true },
    {
      kind: "map",
      svg,
      ratio: frame.height / WIDTH,
      alt:
        say(wordings, "print.map-alt", (wording) => ({ place: areaNames(wording, source.areas) }))[0]?.text ??
        "",
      marks,
      labels: labelsOf(source, points, marks),
      legend: entries
        .filter((entry) => pointOf(entry) !== null)
        .map((entry) => ({
          number: entry.number,
          name: line(wordsOf(wordings, entry).map(({ name }) => name)),
        })),
      credit: [
        say(wordings, "print.map-about"),
        say(wordings, "print.map-not-on"),
        say(wordings, "print.map-credit"),
      ],
    },
  ];
}

type Point = NonNullable<ReturnType<typeof pointOf>>;

/** The name of each town, and of each area whose addresses are not shown, under the lowest of its marks. */
function labelsOf({ wordings }: EditionSource, points: readonly Point[], marks: readonly MapMark[]) {
  const groups = new Map<string, { name: Line; marks: MapMark[] }>();
  for (const { number, name, at } of points) {
    const mark = marks.find((one) => one.number === number);
    const said = wordings.flatMap((wording) => name(wording) ?? []);
    if (mark === undefined || said.length === 0) continue;
    const key = said[0]?.text ?? at;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { name: line(said), marks: [mark] });
    else group.marks.push(mark);
  }
  const placed: Label[] = [];
  for (const { name, marks: own } of groups.values()) {
    const label = freeLabel(name, own, marks, placed);
    if (label !== null) placed.push(label);
  }
  return placed;
}

interface Label {
  readonly name: Line;
  readonly x: number;
  readonly y: number;
}

/** Under its marks, else above them; none where it would lie on a mark or another name. */
function freeLabel(
  name: Line,
  own: readonly MapMark[],
  marks: readonly MapMark[],
  placed: readonly Label[],
): Label | null {
  const x = own.reduce((sum, mark) => sum + mark.x, 0) / own.length;
  const half = (one: Line) => Math.max(...one.map(({ text }) => text.length)) * LETTER;
  const isFree = (y: number) =>
    marks.every(
      (mark) => Math.abs(mark.x - x) > half(name) + APART / 2 || Math.abs(mark.y - y) > APART * 0.8,
    ) &&
    placed.every(
      (other) => Math.abs(other.x - x) > half(name) + half(other.name) || Math.abs(other.y - y) > APART,
    );
  const under = Math.max(...own.map(({ y }) => y)) + APART;
  const above = Math.min(...own.map(({ y }) => y)) - APART * 1.2;
  const y = [under, above].find((one) => isFree(one));
  // The drawing hangs the name from its upper edge.
  return y === undefined ? null : { name, x, y: y - APART * 0.3 };
}

function pointOf({ number, listing }: Numbered) {
  const index = listing.facts.places.findIndex(
    ({ point, privacy }) => point !== null && privacy !== "withheld",
  );
  const place = listing.facts.places[index];
  if (place?.point == null) return null;
  const about = place.privacy === "area-only";
  const { area } = place;
  const city = listing.addresses.find((address) => address.place === index)?.city ?? {};
  // A point of its own for every town would repeat its name: about a tenth of a degree is one town.
  const at = about ? (area ?? "") : place.point.map((degrees) => degrees.toFixed(1)).join(" ");
  const name = (wording: Wording): Span | null =>
    about ? (area === null ? null : wording.area(area)) : phrase(city, wording.lang);
  return { number, point: place.point, about, at, name };
}

/** Around the places, leaving out what lies far from most of them (a national office in a provincial booklet). */
function boxAround(points: readonly (readonly [number, number])[]): Box {
  const middle = (values: readonly number[]) =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const lat = middle(points.map(([value]) => value));
  const lon = middle(points.map(([, value]) => value));
  const near = points.filter(([a, b]) => Math.hypot(a - lat, b - lon) < 1.5);
  const kept = near.length === 0 ? points : near;
  const lats = kept.map(([value]) => value);
  const lons = kept.map(([, value]) => value);
  const grow = (from: number, to: number): [number, number] => {
    const half = Math.max(to - from, CLOSEST) * 0.6;
    return [(from + to) / 2 - half, (from + to) / 2 + half];
  };
  const [south, north] = grow(Math.min(...lats), Math.max(...lats));
  const [west, east] = grow(Math.min(...lons), Math.max(...lons));
  return [south, west, north, east];
}

/** Flat, true to shape at the middle latitude. Between two thirds as high as wide and square. */
function frameOf([south, west, north, east]: Box): Frame {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const wide = (east - west) * squeeze;
  const high = north - south;
  const ratio = Math.min(1, Math.max(2 / 3, high / wide));
  // The side that is too short for the ratio shows more land around.
  const shownWide = Math.max(wide, high / ratio);
  const shownHigh = Math.max(high, wide * ratio);
  const scale = WIDTH / shownWide;
  const left = (west + east) / 2 - shownWide / squeeze / 2;
  const top = (south + north) / 2 + shownHigh / 2;
  return {
    x: (lon) => (lon - left) * squeeze * scale,
    y: (lat) => (top - lat) * scale,
    height: Math.round(shownHigh * scale),
  };
}

function path(ring: MapLine, { x, y }: Frame, close: boolean): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  const steps = ring.map(
    ([lon, lat], index) => `${index === 0 ? "M" : "L"}${round(x(lon))},${round(y(lat))}`,
  );
  return steps.join("") + (close ? "Z" : "");
}

/** Whether any of a line lies in or near the drawing. */
function isSeen(ring: MapLine, { x, y, height }: Frame): boolean {
  const xs = ring.map(([lon]) => x(lon));
  const ys = ring.map(([, lat]) => y(lat));
  return Math.max(...xs) > 0 && Math.min(...xs) < WIDTH && Math.max(...ys) > 0 && Math.min(...ys) < height;
}

function shapes(all: readonly BaseMapShape[], frame: Frame, style: string): string {
  return all
    .flatMap(({ polygons }) => polygons)
    .filter(([outer]) => outer !== undefined && isSeen(outer, frame))
    .map(
      (rings) =>
        `<path ${style} fill-rule="evenodd" d="${rings.map((ring) => path(ring, frame, true)).join("")}"/>`,
    )
    .join("");
}

function lines(all: readonly MapLine[], frame: Frame, style: string): string {
  return all
    .filter((one) => isSeen(one, frame))
    .map((one) => `<path fill="none" ${style} d="${path(one, frame, false)}"/>`)
    .join("");
}

/** Marks that lie on each other are moved sideways in order, so that each number can be read. Outside marks go. */
function movedApart(marks: readonly MapMark[], ratio: number): readonly MapMark[] {
  const placed: MapMark[] = [];
  for (const mark of marks.filter(({ x, y }) => x > 0 && x < 1 && y > 0 && y < 1)) {
    placed.push(freeSpot(mark, placed, ratio));
  }
  return placed;
}

function freeSpot(mark: MapMark, placed: readonly MapMark[], ratio: number): MapMark {
  const isFree = (x: number, y: number) =>
    placed.every((other) => Math.hypot(other.x - x, (other.y - y) * ratio) >= APART);
  for (let ring = 0; ring < 12; ring += 1) {
    for (let turn = 0; turn < Math.max(1, ring * 6); turn += 1) {
      const angle = (turn / Math.max(1, ring * 6)) * 2 * Math.PI;
      const x = mark.x + Math.cos(angle) * ring * APART;
      const y = mark.y + (Math.sin(angle) * ring * APART) / ratio;
      if (x > 0.02 && x < 0.98 && y > 0.02 && y < 0.98 && isFree(x, y)) return { ...mark, x, y };
    }
  }
  return mark;
}
