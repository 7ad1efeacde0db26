import { countryOf } from "#server/domain/area-served.ts";

/** A part of a cell, without its bytes. */
export interface CellPart {
  readonly id: string;
  /** What its bytes are held by: its id, and the stamp of this content. */
  readonly name: string;
  /** `g…`, a cell of the grid, or `a…`, an area. */
  readonly key: string;
  readonly stamp: string;
  readonly listings: number;
  /** Areas of its listings that are found through the grid alone. */
  readonly areas: readonly string[];
}

/** The cells of one published version, as a search asks for them. */
export interface CellList {
  readonly version: string;
  readonly parts: readonly CellPart[];
  /** By number of the cell of the grid. */
  readonly grid: ReadonlyMap<number, readonly CellPart[]>;
  /** Of listings that are kept beside the grid, by the area that they serve. */
  readonly beside: ReadonlyMap<string, readonly CellPart[]>;
  /** Cells of the grid in which listings of an area lie that are found there alone. */
  readonly byArea: ReadonlyMap<string, readonly CellPart[]>;
  /** Areas with parts of either kind, by country. */
  readonly areasOf: ReadonlyMap<string, readonly string[]>;
}

/** Sorts the parts of a version into the ways to find them. */
export function toCellList(version: string, parts: readonly CellPart[]): CellList {
  const grid = new Map<number, CellPart[]>();
  const beside = new Map<string, CellPart[]>();
  const byArea = new Map<string, CellPart[]>();
  for (const part of parts) {
    if (part.key.startsWith("g")) add(grid, Number(part.key.slice(1)), part);
    else add(beside, part.key.slice(1), part);
    for (const area of part.areas) add(byArea, area, part);
  }
  const areasOf = new Map<string, string[]>();
  for (const area of new Set([...beside.keys(), ...byArea.keys()])) add(areasOf, countryOf(area), area);
  return { version, parts, grid, beside, byArea, areasOf };
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
