/** The only file that knows Leaflet (style: trap 12), so that its next version changes nothing else. */
import { DomUtil, LatLngBounds, Map as LeafletMap } from "leaflet/dist/leaflet-src.esm.js";
import type { Bounds } from "#server/contract/base-map.ts";
import { type Box, CLOSEST_ZOOM, type Point, scaleOf, type View } from "./mercator.ts";

/** A map that can be moved. It draws nothing itself: `paint` is called for every new picture. */
export interface LandMap {
  /** Where marks are put: it moves with the land. Positions come from `markAt`. */
  readonly marks: HTMLElement;
  readonly zoom: () => number;
  readonly view: () => View;
  /** Pixel inside `marks` of a point, at the present zoom. */
  readonly markAt: (point: Point) => readonly [x: number, y: number];
  readonly isShown: (point: Point) => boolean;
  readonly show: (bounds: Bounds) => void;
  readonly zoomBy: (steps: number) => void;
  readonly zoomTo: (point: Point, zoom: number) => void;
  readonly centre: (point: Point) => void;
  /** Brings a point above what lies over the foot of the map. */
  readonly lift: (point: Point) => void;
  /** Pixels to the right and down. */
  readonly panBy: (x: number, y: number) => void;
  readonly repaint: () => void;
  readonly destroy: () => void;
}

interface LandMapOptions {
  readonly bounds: Bounds;
  /** Moving further shows nothing. */
  readonly extent: Bounds;
  /** Draws the view, which is larger than what is `seen` of it (pixels), so that a drag shows no empty edge. */
  readonly paint: (canvas: CanvasRenderingContext2D, view: View, seen: Box) => void;
  /** After each new zoom or place. */
  readonly onView: () => void;
  /** A press on land where no mark is. */
  readonly onLand: (point: Point) => void;
}

/** Part of the width and height that is drawn beyond each edge. */
const BEYOND = 0.2;
/** Pixels that stay free around what is shown first: half a mark and its ring. */
const MARGIN = 36;

/** Part of the height that the panel at the foot leaves free, with room for a mark. */
const FREE = 0.3;

const toBox = ([south, west, north, east]: Bounds) => new LatLngBounds([south, west], [north, east]);

/** Makes an element a map. Nothing slides: `design.md` §4 knows no movement but the person's own. */
export function createLandMap(element: HTMLElement, options: LandMapOptions): LandMap {
  const map = new LeafletMap(element, {
    zoomControl: false,
    attributionControl: false,
    keyboard: false,
    scrollWheelZoom: false,
    boxZoom: false,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
    inertia: false,
    zoomSnap: 0.25,
    maxZoom: CLOSEST_ZOOM,
    maxBounds: toBox(options.extent),
    maxBoundsViscosity: 1,
    bounceAtZoomLimits: false,
  });
  const marks = DomUtil.create("div", "map__marks", map.getPane("markerPane"));
  const layer = createCanvasLayer(map, options.paint);
  const still = { animate: false } as const;
  const show = (bounds: Bounds): void => {
    map.setMinZoom(Math.min(CLOSEST_ZOOM, map.getBoundsZoom(toBox(options.extent), true)));
    map.fitBounds(toBox(bounds), { ...still, padding: [MARGIN, MARGIN] });
  };
  map.on("zoom viewreset moveend", () => {
    layer.draw();
    options.onView();
  });
  map.on("click", ({ latlng, originalEvent }) => {
    const pressed = originalEvent.target;
    if (pressed instanceof Element && pressed.closest("button") !== null) return;
    options.onLand([latlng.lat, latlng.lng]);
  });
  show(options.bounds);
  const watcher = new ResizeObserver(() => map.invalidateSize(still));
  watcher.observe(element);
  return {
    marks,
    zoom: () => map.getZoom(),
    view: () => viewNow(map),
    markAt: ([lat, lon]) => {
      const { x, y } = map.latLngToLayerPoint([lat, lon]);
      return [x, y];
    },
    isShown: ([lat, lon]) => map.getBounds().contains([lat, lon]),
    show,
    zoomBy: (steps) => map.setZoom(map.getZoom() + steps, still),
    zoomTo: ([lat, lon], zoom) => map.setView([lat, lon], zoom, still),
    centre: ([lat, lon]) => map.panTo([lat, lon], still),
    lift: ([lat, lon]) => {
      const { y } = map.latLngToContainerPoint([lat, lon]);
      const height = map.getSize().y;
      if (y > height * FREE) map.panBy([0, Math.round(y - height * FREE)], still);
    },
    panBy: (x, y) => map.panBy([x, y], still),
    repaint: layer.draw,
    destroy: () => {
      watcher.disconnect();
      map.remove();
    },
  };
}

function viewNow(map: LeafletMap): View {
  const { min } = map.getPixelBounds();
  const { x: width, y: height } = map.getSize();
  return { scale: scaleOf(map.getZoom()), left: min?.x ?? 0, top: min?.y ?? 0, width, height };
}

function createCanvasLayer(map: LeafletMap, paint: LandMapOptions["paint"]): { draw: () => void } {
  const canvas = DomUtil.create("canvas", "map__canvas", map.getPane("overlayPane"));
  canvas.setAttribute("aria-hidden", "true");
  return {
    draw: () => {
      const seen = viewNow(map);
      const [x, y] = [Math.round(seen.width * BEYOND), Math.round(seen.height * BEYOND)];
      const view = {
        ...seen,
        left: seen.left - x,
        top: seen.top - y,
        width: seen.width + 2 * x,
        height: seen.height + 2 * y,
      };
      const dense = Math.min(window.devicePixelRatio || 1, 2);
      canvas.width = Math.round(view.width * dense);
      canvas.height = Math.round(view.height * dense);
      canvas.style.width = `${view.width}px`;
      canvas.style.height = `${view.height}px`;
      DomUtil.setPosition(canvas, map.containerPointToLayerPoint([-x, -y]));
      const context = canvas.getContext("2d");
      if (context === null || view.width === 0) return;
      context.scale(dense, dense);
      paint(context, view, [x, y, x + seen.width, y + seen.height]);
    },
  };
}
