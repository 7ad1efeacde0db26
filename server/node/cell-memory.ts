import { totalmem } from "node:os";
import { holdCells } from "#server/directory/cell-store.ts";

/** A country is a few megabytes of cells, a million listings about a hundred; their names are half of that. */
const MOST = 256_000_000;

/** A process on a machine of its own holds more cells than an isolate may: a sixteenth of the memory, within reason. */
export function holdCellsByMemory(): void {
  const cells = Math.min(MOST, totalmem() / 16);
  holdCells(cells, cells / 2);
}
