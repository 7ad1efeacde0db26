import type { Published } from "#db/stores.ts";
import { readBookletWishes } from "#server/publication/booklets.ts";
import { drawApart } from "../../scripts/print/draw-apart.ts";
import { loadCompiler } from "../../scripts/print/load-compiler.ts";
import { makeBooklets } from "../../scripts/print/make-booklets.ts";

/**
 * Makes the ready booklets again that were taken away, one after the other, each drawn in a process apart so that
 * visitors are answered meanwhile. A call while another is at work does nothing. One that fails is left wished, which
 * the next minute tries again, and holds up no other. Where there is no compiler the wishes wait for a machine that has
 * one, or for the coordinator's browser.
 */
export function bookletRemaker(published: Published, site: string | undefined) {
  let working = false;
  return async (now: Date): Promise<void> => {
    if (working || loadCompiler() === null) return;
    working = true;
    try {
      let failed = 0;
      const today = now.toISOString().slice(0, 10);
      for (const wish of await readBookletWishes(published))
        await makeBooklets(published, [wish], { site, today, draw: drawApart }).catch(() => (failed += 1));
      if (failed > 0) throw new Error("Some booklets could not be made. They are tried again.");
    } finally {
      working = false;
    }
  };
}
