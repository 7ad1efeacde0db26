import type { View } from "./mercator.ts";
import { type PreparedMap, shapesOf } from "./prepared-map.ts";
import { shapesToPathData, toPathData } from "./svg-path.ts";

/** Fill and stroke of a layer where no style sheet colours it: on paper. */
interface Ink {
  readonly fill: string;
  readonly stroke?: string;
  readonly "stroke-width"?: number;
  readonly "stroke-dasharray"?: string;
}

export type LandInk = Readonly<
  Record<"sea" | "ground" | "here" | "lake" | "river" | "edge" | "coast" | "chosen", Ink>
>;

interface LandSvgProps {
  readonly map: PreparedMap;
  readonly view: View;
  /** Codes of areas that lie on white with a strong edge. */
  readonly here: readonly string[];
  readonly ink?: LandInk;
}

/** Land, borders and water as SVG paths, with classes that `map-svg.css` colours, or with ink of their own. */
export function LandSvg({ map, view, here, ink }: LandSvgProps) {
  const chosen = here.flatMap((code) => shapesOf(map, code));
  const edges = toPathData([...map.areaBorders, ...map.borders], view);
  const whole = shapesToPathData(map.outline, view);
  const inside = shapesToPathData(chosen, view);
  return (
    <g fill-rule="evenodd">
      <rect class="land-sea" width={view.width} height={view.height} {...ink?.sea} />
      <path class="land-ground" d={shapesToPathData(map.neighbours, view) + whole} {...ink?.ground} />
      <path class="land-here" d={inside} {...ink?.here} />
      <path class="land-lake" d={shapesToPathData(map.lakes, view)} {...ink?.lake} />
      <path class="land-river" d={toPathData(map.rivers, view)} {...ink?.river} />
      <path class="land-edge" d={edges} {...ink?.edge} />
      <path class="land-coast" d={whole} {...ink?.coast} />
      <path class="land-chosen" d={inside} {...ink?.chosen} />
    </g>
  );
}
