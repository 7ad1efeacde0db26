import { Hono } from "hono";
import * as v from "valibot";
import type { CurateEnv } from "#server/curate-app.ts";
import { BookletUpload } from "#server/contract/curate/booklets.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { bookletMaterial, readyBooklets, takeBooklet } from "#server/curation/ready-booklets.ts";
import { parseInput } from "../read-json.ts";

const Area = v.strictObject({ area: BookletUpload.entries.area });

/** Booklets made in the coordinator's browser, and what they are made from. */
export const booklets = new Hono<CurateEnv>()
  .get("/", async (c) => c.json(await readyBooklets(c.get("context"), c.get("published"))))
  .get("/material", async (c) => {
    const { area } = parseInput(Area, c.req.query());
    return c.json(await bookletMaterial(c.get("context"), c.get("published"), area));
  })
  .post("/", async (c) => {
    const form = await c.req.formData();
    const file = form.get("file");
    if (!(file instanceof File))
      throw new DirectoryError("bad_request", "The booklet is missing.", { file: "is missing" });
    const texts = Object.fromEntries([...form.entries()].filter(([, value]) => typeof value === "string"));
    const { pages, version, ...wish } = parseInput(BookletUpload, texts);
    const bytes = new Uint8Array(await file.arrayBuffer());
    await takeBooklet(c.get("context"), c.get("published"), {
      wish: { ...wish, large: false, generalOnly: false },
      pages,
      version,
      bytes,
    });
    return c.json({ ok: true }, 201);
  });
