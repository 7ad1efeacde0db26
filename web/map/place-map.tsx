// oxlint-disable-next-line import/no-unassigned-import -- the build makes the style sheet of it
import "./map-svg.css";
import { useSignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import type { AreaView } from "#server/contract/listing-view.ts";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { MapCredit } from "./map-credit.tsx";
import { useMapFiles } from "./map-files.ts";
import { toPixel, type View, viewOf } from "./mercator.ts";
import { placeLabels } from "./place-labels.ts";
import { boundsOf, type PreparedMap, type PreparedShape } from "./prepared-map.ts";
import { shapesToPathData } from "./svg-path.ts";

export interface PlaceMapProps {
  /** ISO 3166-1. */
  readonly country: string;
  /** The areas of the list: those of the country can be tapped. */
  readonly areas: readonly AreaView[];
  /** Code of the area that is chosen now. */
  readonly current: string | null;
  readonly onChoose: (area: AreaView) => void;
}

/** Pixels of the drawing at its first size; each step closer doubles it, and the box around it scrolls. */
const WIDTH = 440;
const STEPS = [1, 2, 4] as const;

function useView(map: PreparedMap, width: number): View {
  return useMemo(() => {
    const [south, west, north, east] = map.bounds;
    const shape = viewOf([south, west, north, east], { width, height: 1e6 }, 8);
    const tall = toPixel(shape, [south, west])[1] - toPixel(shape, [north, west])[1] + 16;
    return viewOf(map.bounds, { width, height: Math.ceil(tall) }, 8);
  }, [map, width]);
}

interface TapProps {
  readonly shape: PreparedShape;
  readonly area: AreaView;
  readonly view: View;
  readonly chosen: boolean;
  readonly onChoose: (area: AreaView) => void;
  /** Code of the area in focus, as far as the focus is to be seen. */
  readonly onFocus: (code: string | null) => void;
}

function Tap({ shape, area, view, chosen, onChoose, onFocus }: TapProps) {
  const choose = () => onChoose(area);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose();
  };
  return (
    <g
      role="button"
      tabindex={0}
      aria-label={area.name.text}
      aria-pressed={chosen}
      class={chosen ? "tap is-chosen" : "tap"}
      onClick={choose}
      onKeyDown={onKey}
      onFocus={({ currentTarget }) => onFocus(currentTarget.matches(":focus-visible") ? area.code : null)}
      onBlur={() => onFocus(null)}
    >
      <path fill-rule="evenodd" d={shapesToPathData([shape], view)} />
    </g>
  );
}

function Names({ map, view, areas }: { map: PreparedMap; view: View; areas: readonly AreaView[] }) {
  const labels = placeLabels(
    areas.map((area) => {
      const box = boundsOf(map, area.code);
      const rank = box === null ? 0 : (box[2] - box[0]) * (box[3] - box[1]);
      return { text: area.name.text, at: toPixel(view, area.point), rank, kind: "area" as const };
    }),
    {
      measure: ({ text }) => text.length * 7.4 + 6,
      height: 18,
      frame: [0, 0, view.width, view.height],
      taken: [],
      limit: areas.length,
    },
  );
  return (
    <g class="tap-names" aria-hidden="true">
      {labels.map(({ text, at }) => (
        <text key={text} x={at[0]} y={at[1] + 5} text-anchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}

function Drawing({ map, width, ...props }: PlaceMapProps & { map: PreparedMap; width: number }) {
  const { words } = useSite();
  const view = useView(map, width);
  const focused = useSignal<string | null>(null);
  const byCode = new Map(props.areas.map((area) => [area.code, area]));
  const taps = map.areas.flatMap((shape) => {
    const area = shape.codes.map((code) => byCode.get(code)).find((found) => found !== undefined);
    return area === undefined ? [] : [{ shape, area, chosen: shape.codes.includes(props.current ?? "") }];
  });
  const edge = (shapes: readonly PreparedShape[]) => shapesToPathData(shapes, view);
  return (
    <svg
      class="land-svg place-map__land"
      width={view.width}
      height={view.height}
      viewBox={`0 0 ${view.width} ${view.height}`}
      role="group"
      aria-label={words.t("place.tap-map")}
    >
      <path
        class="land-ground"
        fill-rule="evenodd"
        d={shapesToPathData([...map.neighbours, ...map.outline], view)}
      />
      <path class="land-edge" d={shapesToPathData(map.areas, view)} />
      {taps.map((tap) => (
        <Tap
          key={tap.area.code}
          {...tap}
          view={view}
          onChoose={props.onChoose}
          onFocus={(code) => (focused.value = code)}
        />
      ))}
      {/* Edges lie above all shapes, so that no neighbour covers them. */}
      <path class="tap-edge" d={edge(taps.filter(({ chosen }) => chosen).map(({ shape }) => shape))} />
      <path
        class="tap-edge tap-edge--focus"
        d={edge(taps.filter(({ area }) => area.code === focused.value).map(({ shape }) => shape))}
      />
      <Names map={map} view={view} areas={taps.map(({ area }) => area)} />
    </svg>
  );
}

function middleOf(box: HTMLElement | null): readonly [x: number, y: number] {
  if (box === null) return [0, 0];
  return [box.scrollLeft + box.clientWidth / 2, box.scrollTop + box.clientHeight / 2];
}

function scrollTo(box: HTMLElement | null, [x, y]: readonly [number, number], ratio: number): void {
  box?.scrollTo(x * ratio - box.clientWidth / 2, y * ratio - box.clientHeight / 2);
}

/** Provinces to tap. Each has a name for the keyboard and stands in the list too; without the file, the list stands. */
export default function PlaceMap(props: PlaceMapProps) {
  const { words } = useSite();
  const files = useMapFiles(props.country);
  const step = useSignal(0);
  const box = useRef<HTMLDivElement>(null);
  if (typeof files === "string" || files.map.areas.length === 0) return null;
  const move = (by: number) => {
    const next = Math.min(STEPS.length - 1, Math.max(0, step.value + by));
    const ratio = (STEPS[next] ?? 1) / (STEPS[step.value] ?? 1);
    const middle = middleOf(box.current);
    step.value = next;
    // After the larger drawing stands, what was in the middle is there again.
    requestAnimationFrame(() => scrollTo(box.current, middle, ratio));
  };
  return (
    <section class="tapmap">
      <h2>{words.t("place.tap-map")}</h2>
      <div class="place-map">
        <div class="place-map__box" dir="ltr" ref={box}>
          <Drawing {...props} map={files.map} width={WIDTH * (STEPS[step.value] ?? 1)} />
        </div>
        <div class="place-map__zoom">
          <button type="button" class="btn square" aria-label={words.t("map.closer")} onClick={() => move(1)}>
            <Icon name="plus" />
          </button>
          <button
            type="button"
            class="btn square"
            aria-label={words.t("map.further")}
            onClick={() => move(-1)}
          >
            <Icon name="minus" />
          </button>
        </div>
        <MapCredit />
      </div>
    </section>
  );
}
