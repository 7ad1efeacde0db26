import { Hono } from "hono";
import * as v from "valibot";
import type { CurateEnv } from "#server/curate-app.ts";
import { type BookletMaterial, type BookletsView, BookletUpload } from "#server/contract/curate/booklets.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { requirePublisher } from "#server/curation/context.ts";
import { takeBooklet } from "#server/curation/ready-booklets.ts";
import { listBooklets } from "#server/directory/booklets.ts";
import { findListings, getArea, getSettings, getVersion, listAreas } from "#server/directory/directory.ts";
import { readBookletWishes } from "#server/publication/booklets.ts";
import { readForm } from "../read-form.ts";
import { parseInput } from "../read-json.ts";

const Area = v.strictObject({ area: BookletUpload.entries.area });

/** Booklets made in the coordinator's browser, and what they are made from. */
export const booklets = new Hono<CurateEnv>()
  .get("/", async (c) => {
    requirePublisher(c.get("context"));
    const published = c.get("published");
    const view: BookletsView = {
      booklets: await listBooklets(published),
      missed: await readBookletWishes(published),
      areas: (await listAreas(published)).filter(({ listings }) => listings > 0),
      languages: (await getSettings(published)).languages,
    };
    return c.json(view);
  })
  .get("/material", async (c) => {
    const { area } = parseInput(Area, c.req.query());
    requirePublisher(c.get("context"));
    const published = c.get("published");
    await getArea(published, area);
    const material: BookletMaterial = {
      version: (await getVersion(published)).version,
      listings: await findListings(published, { areas: [area] }),
      settings: await getSettings(published),
      areas: await listAreas(published),
    };
    return c.json(material);
  })
  .post("/", async (c) => {
    requirePublisher(c.get("context"));
    const form = await readForm(c);
    const file = form.get("file");
    if (!(file instanceof File))
      throw new DirectoryError("bad_request", "The booklet is missing.", { file: "is missing" });
    const texts = Object.fromEntries([...form.entries()].filter(([, value]) => typeof value === "string"));
    const { pages, version, ...wish } = parseInput(BookletUpload, texts);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const published = c.get("published");
    await getArea(published, wish.area);
    const listings = await findListings(published, { areas: [wish.area] });
    await takeBooklet(c.get("context"), published, {
      listings: listings.map(({ id }) => id),
      wish,
      pages,
      version,
      bytes,
    });
    return c.json({ ok: true }, 201);
  });
