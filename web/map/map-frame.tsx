import { useComputed, useSignal } from "@preact/signals";
import { type ComponentChildren, render } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Bounds } from "#server/contract/base-map.ts";
import { SiteContext, useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { createLandMap, type LandMap } from "./leaflet-map.ts";
import { MapCredit } from "./map-credit.tsx";
import { watchColours } from "./map-colours.ts";
import type { Box, Point, View } from "./mercator.ts";

interface MapFrameProps {
  readonly label: string;
  /** Whom the makers of a deployment's own map ask to name. */
  readonly credit: string | null;
  /** What is shown first, and again when it changes. */
  readonly bounds: Bounds;
  readonly extent: Bounds;
  readonly paint: (canvas: CanvasRenderingContext2D, view: View, seen: Box, frame: HTMLElement) => void;
  /** Drawn again when one of these changes. */
  readonly paintedFrom: readonly unknown[];
  readonly onLand: (land: LandMap, point: Point) => void;
  /** The marks on the land, at its present zoom. */
  readonly children: (land: LandMap) => ComponentChildren;
}

/** Pixels that an arrow key moves the land by. */
const STEP = 80;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

function onKey(land: LandMap | null, event: KeyboardEvent): void {
  const move = MOVES[event.key];
  if (land === null || event.altKey || event.ctrlKey || event.metaKey) return;
  if (move !== undefined) land.panBy(...move);
  else if (event.key === "+" || event.key === "=") land.zoomBy(1);
  else if (event.key === "-") land.zoomBy(-1);
  else return;
  event.preventDefault();
}

/** Makes the map once and keeps it; gives it with a count that grows at every new view. */
function useLandMap({ bounds, extent, paint, paintedFrom, onLand }: MapFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const latest = useRef({ paint, onLand });
  latest.current = { paint, onLand };
  const made = useSignal<LandMap | null>(null);
  const views = useSignal(0);
  const box = bounds.join(" ");
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const land: LandMap = createLandMap(element, {
      bounds,
      extent,
      paint: (canvas, view, seen) => latest.current.paint(canvas, view, seen, element),
      onView: () => views.value++,
      onLand: (point) => latest.current.onLand(land, point),
    });
    made.value = land;
    const stop = watchColours(land.repaint);
    document.fonts?.addEventListener("loadingdone", land.repaint);
    return () => {
      stop();
      document.fonts?.removeEventListener("loadingdone", land.repaint);
      made.value = null;
      land.destroy();
    };
    // A new country makes a new frame (its key changes); new bounds only move it.
  }, []);
  useEffect(() => made.peek()?.show(bounds), [box]);
  useEffect(() => made.peek()?.repaint(), paintedFrom);
  return { frame, land: made, views };
}

/** Land that can be moved by finger, keys and buttons, with marks on it and the credit its makers ask for. */
export function MapFrame(props: MapFrameProps) {
  const site = useSite();
  const { words } = site;
  const { frame, land, views } = useLandMap(props);
  const view = useComputed(() => [land.value, views.value] as const);
  const [ready] = view.value;
  useLayoutEffect(() => {
    // Marks live inside the land, so that they move with it, and speak the site's words.
    if (ready !== null) {
      render(<SiteContext.Provider value={site}>{props.children(ready)}</SiteContext.Provider>, ready.marks);
    }
  });
  useEffect(() => () => void (ready !== null && render(null, ready.marks)), [ready]);
  return (
    <div class="map" onKeyDown={(event) => onKey(land.peek(), event)}>
      <div class="map__land" ref={frame} tabIndex={0} role="group" aria-label={props.label} />
      <div class="map__zoom">
        <button
          type="button"
          class="btn square"
          aria-label={words.t("map.closer")}
          onClick={() => ready?.zoomBy(1)}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          class="btn square"
          aria-label={words.t("map.further")}
          onClick={() => ready?.zoomBy(-1)}
        >
          <Icon name="minus" />
        </button>
      </div>
      <MapCredit own={props.credit} />
    </div>
  );
}
