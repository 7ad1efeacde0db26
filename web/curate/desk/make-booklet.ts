/** A ready booklet drawn in the coordinator's browser from published listings, and sent to be published. */
import type { BookletMaterial } from "#server/contract/curate/booklets.ts";
import type { BookletWish } from "#server/contract/bundle.ts";
import type { EditionSource } from "#server/edition/make-edition.ts";
import { loadServiceNames } from "#web/i18n/load-service-names.ts";
import { loadAllWords } from "#web/i18n/load.ts";
import { loadMapFiles } from "#web/map/map-files.ts";
import type { PrintProgress } from "#web/print/make-pdf.ts";
import { makeOwnEdition, printEdition } from "#web/print/print-edition.ts";
import { createWording } from "#web/print/wording.ts";
import { get, post } from "../api.ts";
import { startWorker } from "./print-worker.ts";

/** Makes and sends it; `site` is the address of the public side, for the codes. Rejects when any of it fails. */
export async function makeBooklet(
  wish: BookletWish,
  site: string,
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: PrintProgress) => void },
): Promise<number> {
  const material = await get<BookletMaterial>(`/api/booklets/material?area=${encodeURIComponent(wish.area)}`);
  const source = await toSource(wish, site, material);
  const edition = await makeOwnEdition(source);
  const { file, pages } = await printEdition(edition, source.wordings, { ...options, startWorker });
  const form = new FormData();
  form.set("file", file);
  form.set("area", wish.area);
  form.set("languages", wish.languages.join(","));
  form.set("paper", wish.paper);
  form.set("large", String(wish.large));
  form.set("generalOnly", String(wish.generalOnly));
  form.set("version", material.version);
  form.set("pages", String(pages));
  await post("/api/booklets", form);
  return pages;
}

async function toSource(
  { area, languages, paper, large, generalOnly }: BookletWish,
  site: string,
  { version, listings, settings, areas }: BookletMaterial,
): Promise<EditionSource> {
  const today = new Date().toISOString().slice(0, 10);
  const names = new Map(areas.map((one) => [one.code, one.names]));
  const [main, ...second] = await Promise.all(
    languages.map(async (lang) =>
      createWording({
        words: await loadAllWords(lang),
        services: await loadServiceNames(lang),
        areaName: (code) => {
          const own = names.get(code)?.[lang];
          if (own !== undefined) return { text: own, lang };
          const english = names.get(code)?.["en"];
          return english === undefined ? null : { text: english, lang: "en" };
        },
        today,
      }),
    ),
  );
  if (main === undefined) throw new Error("A booklet is in one or two languages");
  const map = await loadMapFiles(area.slice(0, 2)).catch(() => null);
  return {
    wishes: { form: "booklet", paper, large, bw: false, children: false, generalOnly },
    wordings: [main, ...second],
    listings,
    settings,
    areas: [area],
    version,
    printedOn: today,
    site,
    map: map?.base ?? null,
    since: null,
    later: null,
    shortlist: null,
    relatives: [],
  };
}
