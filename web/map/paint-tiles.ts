import type { MapColours } from "./map-colours.ts";
import { type Box, unitsOf, type View } from "./mercator.ts";
import type { OwnTiles } from "./own-tiles.ts";
import { type Land, pathsOf, trace } from "./paint-land.ts";
import { shapesOf, type Path } from "./prepared-map.ts";
import type { TilePaths } from "./tile-paths.ts";

/**
 * Draws a deployment's own tiles in our colours, so that contrast, dark and forced colours hold for them too; the
 * chosen area and what a listing serves lie on them as on our own land.
 */
export function paintTiles(
  canvas: CanvasRenderingContext2D,
  view: View,
  land: Land,
  colours: MapColours,
  own: Pick<OwnTiles, "hasLand" | "hasBorders">,
  tiles: readonly TilePaths[],
): void {
  const shown = unitsOf(view);
  const fill = (paths: readonly Path[], colour: string, rule: CanvasFillRule) => {
    canvas.fillStyle = colour;
    trace(canvas, paths, view, shown);
    canvas.fill(rule);
  };
  const stroke = (paths: readonly Path[], colour: string, width: number) => {
    canvas.strokeStyle = colour;
    canvas.lineWidth = width;
    trace(canvas, paths, view, shown);
    canvas.stroke();
  };
  // Tiles overlap a little, and holes turn the other way round: each is drawn inside its own edges.
  const each = (draw: (tile: TilePaths) => void) => {
    for (const tile of tiles) {
      canvas.save();
      canvas.beginPath();
      canvas.rect(...rectOf(tile.box, view));
      canvas.clip();
      draw(tile);
      canvas.restore();
    }
  };
  const { map } = land;
  const here = pathsOf(shapesOf(map, land.here));
  const served = pathsOf(land.served.flatMap((code) => shapesOf(map, code)));
  const flat = colours.sea === colours.land;
  canvas.lineJoin = "round";
  canvas.fillStyle = own.hasLand ? colours.sea : colours.land;
  canvas.fillRect(0, 0, view.width, view.height);
  each(({ land: ground }) => fill(ground, colours.land, "nonzero"));
  fill(here, colours.here, "evenodd");
  fill(served, colours.shade, "evenodd");
  each(({ water, rivers, roads }) => {
    fill(water, colours.water, "nonzero");
    if (flat) stroke(water, colours.edge, 1);
    stroke(rivers, colours.water, 1.5);
    stroke(roads, colours.edge, 1.2);
  });
  canvas.setLineDash([4, 3]);
  if (!own.hasBorders) stroke(map.areaBorders, colours.edge, 1);
  canvas.setLineDash([]);
  if (own.hasBorders) each(({ borders }) => stroke(borders, colours.strong, 1.2));
  else stroke([...map.borders, ...pathsOf(map.outline)], colours.strong, 1.2);
  stroke(here, colours.strong, 2);
  stroke(served, colours.chosen, 3);
}

function rectOf([left, top, right, bottom]: Box, view: View): [x: number, y: number, w: number, h: number] {
  const [x, y] = [Math.floor(left * view.scale - view.left), Math.floor(top * view.scale - view.top)];
  return [x, y, Math.ceil(right * view.scale - view.left) - x, Math.ceil(bottom * view.scale - view.top) - y];
}
