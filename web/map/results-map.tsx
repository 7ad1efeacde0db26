// oxlint-disable-next-line import/no-unassigned-import -- the build makes the style sheet of it
import "./map.css";
import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Bounds } from "#server/contract/base-map.ts";
import type { ResultsMapProps } from "#web/components/map-slot.tsx";
import { useSite } from "#web/components/site-context.ts";
import { firstBounds } from "./first-bounds.ts";
import type { LandMap } from "./leaflet-map.ts";
import { type MapFiles, useMapFiles } from "./map-files.ts";
import { MapFrame } from "./map-frame.tsx";
import { MapMarks } from "./map-marks.tsx";
import { MapPanel } from "./map-panel.tsx";
import { createMarks, type MapMark } from "./marks.ts";
import type { Point } from "./mercator.ts";
import { OffMapList } from "./off-map-list.tsx";
import type { OwnTiles } from "./own-tiles.ts";
import { paintResults } from "./paint-results.ts";
import { boundsOf } from "./prepared-map.ts";
import { type MapEntry, type OnMap, sortOntoMap } from "./sort-onto-map.ts";

/** The box of an area that has no shape: half a degree around its point, else the whole country. */
function boxWithoutShape({ map }: MapFiles, point: Point | null): Bounds {
  return point === null ? map.bounds : [point[0] - 0.5, point[1] - 0.5, point[0] + 0.5, point[1] + 0.5];
}

function useOnMap({ items, numbers }: ResultsMapProps): OnMap {
  const { areas } = useSite();
  return useMemo(() => {
    const fixed = new Map(areas.map(({ code, point }) => [code, point]));
    return sortOntoMap(items, numbers, fixed);
  }, [items, numbers, areas]);
}

/** The deployment's own tiles of a country; null without any, and until they have come. */
function useOwnTiles(country: string): OwnTiles | null {
  const { settings } = useSite();
  const state = useSignal<OwnTiles | null>(null);
  const has = settings.baseMaps?.includes(country) === true;
  useEffect(() => {
    let current = true;
    if (has) {
      import("./own-tiles.ts")
        .then(({ loadOwnTiles }) => loadOwnTiles(country))
        .then(
          (tiles) => {
            if (current) state.value = tiles;
          },
          () => undefined,
        );
    }
    return () => {
      current = false;
      state.value = null;
    };
  }, [country, has, state]);
  return state.value;
}

/** A listing wherever it stands: on the map or below it. */
function findEntry({ pins, plates, offMap }: OnMap, code: string): MapEntry | null {
  const all = [...pins, ...plates.flatMap(({ entries }) => entries), ...Object.values(offMap).flat()];
  return all.find((entry) => entry.code === code) ?? null;
}

/** Puts the focus on the mark that stands for a listing. */
function focusMark(land: LandMap | null, code: string | undefined): void {
  if (land === null || code === undefined) return;
  land.marks
    .querySelector<HTMLElement>(`[data-codes~="${CSS.escape(code)}"]`)
    ?.focus({ preventScroll: true });
}

function Land({ files, onMap, ...props }: ResultsMapProps & { files: MapFiles; onMap: OnMap }) {
  const { words, settings } = useSite();
  const { place, chosen, onChoose, onOpen } = props;
  const own = useOwnTiles(files.map.country);
  const opened = useSignal<MapMark | null>(null);
  const land = useRef<LandMap | null>(null);
  const marksAt = useMemo(() => createMarks(onMap), [onMap]);
  const area = boundsOf(files.map, place.area) ?? boxWithoutShape(files, place.point);
  const bounds = useMemo(
    () => firstBounds({ point: place.point, whole: place.area === files.map.country }, area, onMap),
    [place, files],
  );
  const press = (mark: MapMark) => {
    opened.value = null;
    const [first] = mark.entries;
    if (mark.opensAt === null && (mark.entries.length > 1 || props.covered)) land.current?.lift(mark.point);
    if (mark.opensAt !== null) {
      land.current?.zoomTo(mark.point, mark.opensAt);
      requestAnimationFrame(() => focusMark(land.current, first?.code));
    } else if (mark.entries.length === 1 && first !== undefined) onChoose(first.code);
    else opened.value = mark;
  };
  const one = chosen === null ? null : findEntry(onMap, chosen);
  const entries = opened.value?.entries ?? (one === null ? [] : [one]);
  const close = () => {
    const from = opened.peek()?.entries[0]?.code ?? entries[0]?.code;
    if (opened.peek() === null) onChoose(null);
    opened.value = null;
    focusMark(land.current, from);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || entries.length === 0) return;
    // What lies on top closes first, and the map itself only with the next press.
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <div class="map__stage" onKeyDown={onKey}>
      <MapFrame
        label={words.t("map.of", { place: props.placeName })}
        credit={own?.credit ?? null}
        bounds={bounds}
        extent={files.map.extent}
        paint={(canvas, view, seen, frame) =>
          paintResults(
            canvas,
            { view, seen, frame },
            { ...props, files, onMap, own, lang: words.lang, areaNames: settings.areaNames },
          )
        }
        paintedFrom={[files, onMap, chosen, words.lang, place, own, own?.arrived.value]}
        onLand={(map, point) => (opened.peek() === null ? map.centre(point) : (opened.value = null))}
      >
        {(map) => {
          land.current = map;
          return (
            <MapMarks
              land={map}
              marks={marksAt(map.zoom())}
              chosen={chosen}
              opened={opened.value?.key ?? null}
              onPress={press}
            />
          );
        }}
      </MapFrame>
      {entries.length > 0 && (
        <MapPanel
          entries={entries}
          onPress={(code) =>
            opened.peek() === null ? onOpen(code) : ((opened.value = null), onChoose(code))
          }
          onClose={close}
        />
      )}
    </div>
  );
}

/** The list's places on the land, numbered as the cards are, and below it what has no point. */
export default function ResultsMap(props: ResultsMapProps) {
  const { words } = useSite();
  const country = props.place.area.slice(0, 2);
  const files = useMapFiles(country);
  const onMap = useOnMap(props);
  return (
    <>
      {files === "waiting" && <p class="mapwrap__wait">{words.t("site.loading")}</p>}
      {files === "failed" && <p class="mapwrap__wait">{words.t("map.not-loaded")}</p>}
      {typeof files === "object" && <Land key={country} {...props} files={files} onMap={onMap} />}
      <OffMapList offMap={onMap.offMap} onChoose={props.onChoose} />
    </>
  );
}
