import { EVERYWHERE } from "#db/vocabulary.ts";
import { countryOf } from "#server/domain/area-served.ts";
import type { CellQuery } from "#server/domain/cells/cell-query.ts";
import { cellsInBox, isCellInBox } from "#server/domain/cells/grid.ts";
import type { CellList, CellPart } from "./cell-store.ts";

/**
 * The cells in which a search can find something, in the order of their names; each holds more than is found, none that
 * is left out holds anything that is (`cellKeys` says where a listing lies).
 */
export function chooseCells(list: CellList, { query, circle }: CellQuery): readonly CellPart[] {
  const { areas, near } = query;
  const chosen = [
    ...(areas === undefined || areas.length === 0 ? [] : [inAreas(list, areas)]),
    ...(circle === null ? [] : [new Set([...inCircle(list, circle), ...besideGrid(list, near?.areas)])]),
  ];
  const smallest = chosen.sort((a, b) => weight(a) - weight(b))[0];
  return smallest === undefined ? list.parts : [...smallest].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const weight = (parts: Iterable<CellPart>): number => {
  let listings = 0;
  for (const part of parts) listings += part.listings;
  return listings;
};

function inAreas(list: CellList, areas: readonly string[]): Set<CellPart> {
  const found = new Set<CellPart>(besideGrid(list, areas));
  for (const [area, parts] of list.byArea) {
    const wanted = areas.some(
      (one) => one === area || one === EVERYWHERE || (one.length === 2 && countryOf(area) === one),
    );
    if (wanted) for (const part of parts) found.add(part);
  }
  return found;
}

/** Cells of areas whose help reaches one of the wanted ones; every one of them when no area is named. */
function* besideGrid(list: CellList, areas: readonly string[] | undefined): Generator<CellPart> {
  for (const [key, parts] of list.byKey) {
    if (!key.startsWith("a")) continue;
    const area = key.slice(1);
    const reaches =
      areas === undefined ||
      areas.some(
        (wanted) =>
          area === wanted ||
          area === EVERYWHERE ||
          wanted === EVERYWHERE ||
          area === countryOf(wanted) ||
          (wanted.length === 2 && countryOf(area) === wanted),
      );
    if (reaches) yield* parts;
  }
}

function* inCircle(list: CellList, circle: NonNullable<CellQuery["circle"]>): Generator<CellPart> {
  const cells = cellsInBox(circle);
  if (cells !== null) {
    for (const cell of cells) yield* list.byKey.get(`g${cell}`) ?? [];
    return;
  }
  for (const [key, parts] of list.byKey)
    if (key.startsWith("g") && isCellInBox(circle, Number(key.slice(1)))) yield* parts;
}
