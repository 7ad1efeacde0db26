/** What `places-and-map.ts` measures, run inside a browser: the site's own code on the site's own files. */
import { decodeBaseMap } from "#server/domain/base-map.ts";
import type { BaseMapFile } from "#server/contract/base-map.ts";
import type { PlaceFile } from "#server/domain/place-file.ts";
import { createPlaceIndex } from "#server/domain/place-index.ts";
import { searchPlaces } from "#server/domain/place-search.ts";
import { chooseLabels } from "#web/map/choose-labels.ts";
import { readColours } from "#web/map/map-colours.ts";
import { mapNames } from "#web/map/map-names.ts";
import { viewOf } from "#web/map/mercator.ts";
import { labelMeasure, paintLabels } from "#web/map/paint-labels.ts";
import { paintLand } from "#web/map/paint-land.ts";
import { placeLabels } from "#web/map/place-labels.ts";
import { prepareMap } from "#web/map/prepared-map.ts";

/** Milliseconds, each the median of several runs. */
export interface LandTimes {
  readonly buildIndex: number;
  /** One search, over a name typed letter by letter with a slip in it. */
  readonly search: number;
  /** JSON text to rings, projected. */
  readonly decode: number;
  /** The country on a phone's screen (390 × 760 CSS pixels, two dots to a pixel, and a fifth beyond each edge). */
  readonly drawLand: number;
  /** Choosing, placing and writing the names on it. */
  readonly drawNames: number;
}

const RUNS = 5;
const PHONE = { width: 390, height: 760 };
const BEYOND = 1.4;

function median(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const before = performance.now();
    run();
    return performance.now() - before;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

/** The beginnings of a name, with two of its letters changed about: what is searched for while somebody types. */
function typings(name: string): readonly string[] {
  const slipped = name.length > 5 ? `${name.slice(0, 3)}${name[4]}${name[3]}${name.slice(5)}` : name;
  return Array.from({ length: slipped.length }, (_, index) => slipped.slice(0, index + 1));
}

/** Measures a country from the text of its two files. Needs an element that bears the map's style. */
export function measureCountry(placesText: string, mapText: string): LandTimes {
  const places = JSON.parse(placesText) as PlaceFile;
  const buildIndex = median(() => createPlaceIndex(JSON.parse(placesText) as PlaceFile));
  const index = createPlaceIndex(places);
  const typed = index.places.slice(0, 5).flatMap(({ name }) => typings(name));
  const search = median(() => typed.forEach((text) => searchPlaces(index, text))) / typed.length;
  const decode = median(() => prepareMap(decodeBaseMap(JSON.parse(mapText) as BaseMapFile)));
  const map = prepareMap(decodeBaseMap(JSON.parse(mapText) as BaseMapFile));

  const frame = document.querySelector<HTMLElement>(".map");
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [PHONE.width * BEYOND * 2, PHONE.height * BEYOND * 2];
  const context = canvas.getContext("2d");
  if (frame === null || context === null) throw new Error("The page has no map to draw on");
  document.body.append(canvas);
  const view = viewOf(map.bounds, { width: PHONE.width * BEYOND, height: PHONE.height * BEYOND }, 36);
  const colours = readColours(frame);
  context.scale(2, 2);
  // Reading a pixel back waits until everything before it is really drawn.
  const finish = () => context.getImageData(0, 0, 1, 1);
  const drawLand = median(() => {
    paintLand(context, view, { map, here: index.places[0]?.area ?? "", served: [] }, colours);
    finish();
  });
  const names = mapNames(places, "en");
  const drawNames = median(() => {
    const room = { height: 16, frame: [0, 0, view.width, view.height] as const, taken: [], limit: 40 };
    const labels = chooseLabels(names, map, view, null);
    paintLabels(context, placeLabels(labels, { ...room, measure: labelMeasure(context, colours) }), colours);
    finish();
  });
  canvas.remove();
  return { buildIndex, search, decode, drawLand, drawNames };
}

Object.assign(window, { measureCountry });
