import { overlaps, unitsOf, type View } from "./mercator.ts";
import type { Path, PreparedShape } from "./prepared-map.ts";

/**
 * Lines as the `d` of an SVG path, in pixels to one decimal. Lines outside the view are left out, and points that
 * lie within `fine` pixels of the one before.
 */
export function toPathData(paths: readonly Path[], view: View, fine = 0.8): string {
  const shown = unitsOf(view);
  let data = "";
  for (const { units, box } of paths) {
    if (!overlaps(box, shown)) continue;
    let [lastX, lastY] = [-Infinity, -Infinity];
    for (let i = 0; i < units.length; i += 2) {
      const x = (units[i] ?? 0) * view.scale - view.left;
      const y = (units[i + 1] ?? 0) * view.scale - view.top;
      const isEnd = i === 0 || i === units.length - 2;
      if (!isEnd && Math.abs(x - lastX) < fine && Math.abs(y - lastY) < fine) continue;
      data += `${i === 0 ? "M" : "L"}${tenth(x)} ${tenth(y)}`;
      [lastX, lastY] = [x, y];
    }
  }
  return data;
}

/** The rings of shapes as one path, to be filled by the even-odd rule. */
export function shapesToPathData(shapes: readonly PreparedShape[], view: View, fine?: number): string {
  return toPathData(
    shapes.flatMap(({ paths }) => paths),
    view,
    fine,
  );
}

const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;
