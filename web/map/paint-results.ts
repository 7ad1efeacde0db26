import type { ResultsMapProps } from "#web/components/map-slot.tsx";
import type { AreaNames } from "#server/domain/area-names.ts";
import { chooseLabels } from "./choose-labels.ts";
import type { MapFiles } from "./map-files.ts";
import { readColours } from "./map-colours.ts";
import { type MapName, mapNames } from "./map-names.ts";
import { type Box, toPixel, type View } from "./mercator.ts";
import { paintLabels, labelMeasure } from "./paint-labels.ts";
import type { OwnTiles } from "./own-tiles.ts";
import { type Land, paintLand } from "./paint-land.ts";
import { paintTiles } from "./paint-tiles.ts";
import { placeLabels } from "./place-labels.ts";
import type { OnMap } from "./sort-onto-map.ts";

interface Painted extends Pick<ResultsMapProps, "place" | "chosen" | "items"> {
  readonly files: MapFiles;
  readonly onMap: OnMap;
  readonly lang: string;
  /** Names of areas that coordinators set. */
  readonly areaNames: AreaNames | undefined;
  /** The deployment's own tiles, where it has some. */
  readonly own: OwnTiles | null;
}

/** What is drawn, the part of it that is seen, and the element whose colours hold. */
interface Picture {
  readonly view: View;
  readonly seen: Box;
  readonly frame: HTMLElement;
}

/** Pixels that a mark keeps free of names. */
const PIN = 20;
const PLATE = { width: 100, height: 24 };
const LINE = 16;
/** Square pixels a label has to itself. */
const ROOM = 13_000;

const names = new WeakMap<object, Map<string, readonly MapName[]>>();

/** The names of a country in a language: made once, since the index of places takes some milliseconds. */
function namesOf({ places }: MapFiles, lang: string, own: AreaNames | undefined): readonly MapName[] {
  if (places === null) return [];
  const known = names.get(places) ?? new Map<string, readonly MapName[]>();
  names.set(places, known);
  const made = known.get(lang) ?? mapNames(places, lang, own);
  known.set(lang, made);
  return made;
}

/** Areas that the chosen listing serves, where it has no pin of its own that says where it is. */
function servedBy({ chosen, items, onMap }: Painted): readonly string[] {
  if (chosen === null || onMap.pins.some(({ code }) => code === chosen)) return [];
  return items.find(({ listing }) => listing.facts.code === chosen)?.listing.facts.areas ?? [];
}

/** The zoom buttons and the credit, which lie over the land. */
const fixedThings = ([, top, right, bottom]: Box): Box[] => [
  [right - 68, top, right, top + 124],
  [right - 174, bottom - 32, right, bottom],
];

const boxAt = (x: number, y: number, width: number, height: number): Box => [
  x - width,
  y - height,
  x + width,
  y + height,
];

function marked({ pins, plates }: OnMap, view: View): Box[] {
  return [
    ...pins.map(({ point }) => boxAt(...toPixel(view, point), PIN, PIN)),
    ...plates.map(({ point }) => boxAt(...toPixel(view, point), PLATE.width, PLATE.height)),
  ];
}

/** Draws the land of a list, and the names that find room beside its marks. */
export function paintResults(
  canvas: CanvasRenderingContext2D,
  { view, seen, frame }: Picture,
  painted: Painted,
): void {
  const { files, onMap, place, lang } = painted;
  const colours = readColours(frame);
  const land: Land = { map: files.map, here: place.area, served: servedBy(painted) };
  const tiles = painted.own?.at(view) ?? null;
  if (painted.own === null || tiles === null) paintLand(canvas, view, land, colours);
  else paintTiles(canvas, view, land, colours, painted.own, tiles);
  const { name, point } = place;
  const chosen = name === null || point === null ? null : { text: name, point };
  const labels = placeLabels(chooseLabels(namesOf(files, lang, painted.areaNames), files.map, view, chosen), {
    measure: labelMeasure(canvas, colours),
    height: LINE,
    frame: seen,
    taken: [...marked(onMap, view), ...fixedThings(seen)],
    limit: Math.ceil(((seen[2] - seen[0]) * (seen[3] - seen[1])) / ROOM),
  });
  paintLabels(canvas, labels, colours);
}
