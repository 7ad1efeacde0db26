import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { openPublished } from "#db/client.ts";
import { listing as listingTable } from "#db/schema/published/index.ts";
import type { Published } from "#db/stores.ts";
import { listCells } from "#server/directory/cell-store.ts";
import { readPage, searchCodes } from "#server/directory/search-cells.ts";
import { holdCellsByMemory } from "#server/node/cell-memory.ts";
import { rebuildCells } from "#server/publication/write-cells.ts";
import { closeStore } from "../../../test/records/memory.ts";
import { type Engine, sumOf } from "./engine.ts";
import { TOP } from "./make-queries.ts";

/** Rows of one insert. */
const BATCH = 100;

/** Waymark's own search, over a file as it is deployed. */
export async function packedCells(): Promise<Engine & { readonly db: Published }> {
  holdCellsByMemory();
  const folder = mkdtempSync(join(tmpdir(), "waymark-bench-"));
  const db = await openPublished({ url: `file:${join(folder, "published.db")}` });
  return {
    name: "packed cells (Waymark)",
    db,
    async load(listings) {
      await db.transaction(async (tx) => {
        let rows: (typeof listingTable.$inferInsert)[] = [];
        for (const body of listings()) {
          rows.push({ id: body.id, code: body.facts.code, body });
          if (rows.length < BATCH) continue;
          await tx.insert(listingTable).values(rows);
          rows = [];
        }
        if (rows.length > 0) await tx.insert(listingTable).values(rows);
      });
      await rebuildCells(db);
      await db.run(sql`pragma wal_checkpoint(truncate)`);
      const [row] = await db.all<{ bytes: number }>(
        sql`select sum(length(body) + length(names) + length(grams)) as bytes from search_cell`,
      );
      return row?.bytes ?? 0;
    },
    async ask({ query }) {
      const cells = await listCells(db, "bench");
      if (cells === null) throw new Error("There are no cells");
      const search = { query, lang: "en", includeNo: false, from: 0, to: TOP };
      const { total, codes, facets } = await searchCodes(db, cells, search);
      return { total, top: codes, facetSum: sumOf(facets) };
    },
    async read(codes) {
      return (await readPage(db, codes)).length;
    },
    async close() {
      closeStore(db);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
