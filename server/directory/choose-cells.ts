import { EVERYWHERE } from "#db/vocabulary.ts";
import { countryOf } from "#server/domain/area-served.ts";
import type { CellQuery } from "#server/domain/cells/cell-query.ts";
import { cellsInBox, type Circle, isCellInBox } from "#server/domain/cells/grid.ts";
import type { CellList, CellPart } from "./cell-list.ts";

/**
 * The cells in which a search can find something; together they hold more than is found, and none that is left out holds
 * anything that is (`cellKeys` says where a listing lies).
 */
export function chooseCells(list: CellList, { query, circle }: CellQuery): readonly CellPart[] {
  const { areas, near } = query;
  const inAreas = areas === undefined || areas.length === 0 ? null : servingAreas(list, areas);
  const around = circle === null ? null : [...inCircle(list, circle), ...besideGrid(list, near?.areas)];
  if (inAreas === null) return around ?? list.parts;
  return around === null || weight(inAreas) <= weight(around) ? inAreas : around;
}

const weight = (parts: readonly CellPart[]): number =>
  parts.reduce((listings, part) => listings + part.listings, 0);

function servingAreas(list: CellList, areas: readonly string[]): readonly CellPart[] {
  if (areas.includes(EVERYWHERE)) return list.parts;
  const found = new Set(besideGrid(list, areas));
  for (const area of areas)
    for (const own of area.length === 2 ? (list.areasOf.get(area) ?? []) : [area])
      for (const part of list.byArea.get(own) ?? []) found.add(part);
  return [...found];
}

/** Cells of areas whose help reaches one of the wanted ones; every one of them when no area is named. */
function besideGrid(list: CellList, wanted: readonly string[] | undefined): readonly CellPart[] {
  if (wanted === undefined || wanted.includes(EVERYWHERE)) return [...list.beside.values()].flat();
  // Without an area named on a listing it is found wherever one looks near, by its points or not at all.
  const areas = new Set([EVERYWHERE]);
  for (const area of wanted) {
    areas.add(area).add(countryOf(area));
    if (area.length === 2) for (const own of list.areasOf.get(area) ?? []) areas.add(own);
  }
  return [...areas].flatMap((area) => list.beside.get(area) ?? []);
}

function inCircle(list: CellList, circle: Circle): readonly CellPart[] {
  const cells = cellsInBox(circle);
  if (cells !== null) return cells.flatMap((cell) => list.grid.get(cell) ?? []);
  return [...list.grid].flatMap(([cell, parts]) => (isCellInBox(circle, cell) ? parts : []));
}
