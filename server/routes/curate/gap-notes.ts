import { Hono } from "hono";
import { GapNoteInput } from "#server/contract/curate/gap-note.ts";
import type { CurateEnv } from "#server/curate-app.ts";
import { noteGap, readGapNotes } from "#server/curation/gap-notes.ts";
import { readJson } from "../read-json.ts";

/** Gaps that practitioners noted: codes and the month. */
export const gapNotes = new Hono<CurateEnv>()
  .get("/", async (c) => c.json(await readGapNotes(c.get("context"), c.get("areas"))))
  .post("/", async (c) => {
    await noteGap(c.get("context"), c.get("areas"), await readJson(c, GapNoteInput));
    return c.json({ ok: true }, 201);
  });
