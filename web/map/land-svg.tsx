import type { View } from "./mercator.ts";
import { type PreparedMap, shapesOf } from "./prepared-map.ts";
import { shapesToPathData, toPathData } from "./svg-path.ts";

interface LandSvgProps {
  readonly map: PreparedMap;
  readonly view: View;
  /** Codes of areas that lie on white with a strong edge. */
  readonly here: readonly string[];
}

/** Land, borders and water as SVG paths, with classes that `map-svg.css` colours. */
export function LandSvg({ map, view, here }: LandSvgProps) {
  const chosen = here.flatMap((code) => shapesOf(map, code));
  const edges = toPathData([...map.areaBorders, ...map.borders], view);
  const whole = shapesToPathData(map.outline, view);
  const inside = shapesToPathData(chosen, view);
  return (
    <g fill-rule="evenodd">
      <rect class="land-sea" width={view.width} height={view.height} />
      <path class="land-ground" d={shapesToPathData(map.neighbours, view) + whole} />
      <path class="land-here" d={inside} />
      <path class="land-lake" d={shapesToPathData(map.lakes, view)} />
      <path class="land-river" d={toPathData(map.rivers, view)} />
      <path class="land-edge" d={edges} />
      <path class="land-coast" d={whole} />
      <path class="land-chosen" d={inside} />
    </g>
  );
}
