import { Hono } from "hono";
import type { CurateEnv } from "#server/curate-app.ts";
import { AddToCellInput, CellInput, GridInput } from "#server/contract/curate/grid.ts";
import { addToCell, readGrid, sayNoneKnown, takeBackNoneKnown } from "#server/curation/start/grid.ts";
import { parseInput, readJson } from "../read-json.ts";

/** The grid of an area: need by column, filled cell by cell. What is typed here is a draft. */
export const grid = new Hono<CurateEnv>()
  .get("/", async (c) => {
    const { area } = parseInput(GridInput, c.req.query());
    return c.json(await readGrid(c.get("context"), c.get("areas"), area));
  })
  .post("/", async (c) =>
    c.json(await addToCell(c.get("context"), c.get("areas"), await readJson(c, AddToCellInput)), 201),
  )
  .post("/none", async (c) => {
    await sayNoneKnown(c.get("context"), c.get("areas"), await readJson(c, CellInput));
    return c.json({ ok: true }, 201);
  })
  .post("/none/undo", async (c) => {
    await takeBackNoneKnown(c.get("context"), await readJson(c, CellInput));
    return c.json({ ok: true });
  });
