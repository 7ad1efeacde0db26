import { toCellQuery, toCellTerms } from "#server/domain/cells/cell-query.ts";
import { cellKeys, toCellRow } from "#server/domain/cells/cell-row.ts";
import { createFoundRows } from "#server/domain/cells/found-rows.ts";
import { cellsInBox } from "#server/domain/cells/grid.ts";
import { type CellView, codeAt, openCell, packCell } from "#server/domain/cells/packed-cell.ts";
import { scanCell } from "#server/domain/cells/scan-cell.ts";
import { byCodePoint } from "#server/domain/match/match.ts";
import { type Engine, sumOf } from "./engine.ts";
import { TOP } from "./make-queries.ts";

/** The limit: the same columns, all of them in memory, by cell; no store, no listing is read. */
export function typedArrays(): Engine {
  const cells = new Map<string, CellView>();
  const names = new Map<string, string>();
  return {
    name: "typed arrays in memory",
    async load(listings) {
      const rows = new Map<string, ReturnType<typeof toCellRow>[]>();
      for (const listing of listings()) {
        names.set(listing.facts.code, listing.name["en"] ?? Object.values(listing.name)[0] ?? "");
        const row = toCellRow(listing);
        for (const key of cellKeys(listing.facts)) {
          const known = rows.get(key);
          if (known === undefined) rows.set(key, [row]);
          else known.push(row);
        }
      }
      let bytes = 0;
      for (const [key, own] of rows) {
        const view = openCell(packCell(own).body);
        bytes += view.bytes;
        cells.set(key, view);
      }
      return bytes;
    },
    async ask({ query, area }) {
      const asked = toCellQuery(query);
      const inBox = asked.circle === null ? [] : (cellsInBox(asked.circle) ?? []);
      const keys = [...inBox.map((cell) => `g${cell}`), `a${area}`, `a${area.slice(0, 2)}`, "a001"];
      const found = createFoundRows(false);
      const scanned: CellView[] = [];
      for (const key of keys) {
        const view = cells.get(key);
        const terms = view === undefined ? null : toCellTerms(asked, view);
        if (view === undefined || terms === null) continue;
        scanned.push(view);
        found.begin(view);
        scanCell(view, asked, terms, found);
      }
      const facetSum = sumOf(found.facets());
      const top = found.between(0, TOP).flatMap(({ rows }) => {
        const codes = rows.flatMap(({ cell, row }) => {
          const view = scanned[cell];
          return view === undefined ? [] : [codeAt(view, row)];
        });
        const nameOf = (code: string) => names.get(code) ?? "";
        return codes.sort((a, b) => byCodePoint(nameOf(a), nameOf(b)) || byCodePoint(a, b));
      });
      return { total: found.total(), top: top.slice(0, TOP), facetSum };
    },
    async close() {
      cells.clear();
    },
  };
}
