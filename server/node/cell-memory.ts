import { totalmem } from "node:os";
import { holdCells } from "#server/directory/cell-store.ts";

/** A country is a few megabytes of cells, a million listings about a hundred. */
const MOST = 256_000_000;

/** A process on a machine of its own holds more cells than an isolate may: a sixteenth of the memory, within reason. */
export function holdCellsByMemory(): void {
  holdCells(Math.min(MOST, totalmem() / 16));
}
