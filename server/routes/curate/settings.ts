import { Hono } from "hono";
import type { CurateEnv } from "#server/curate-app.ts";
import {
  AddTermInput,
  ChangeSettingsInput,
  FinishInput,
  RenameTermInput,
  StepInput,
  TextInput,
  TextKey,
} from "#server/contract/curate/settings.ts";
import { carry } from "#server/curation/move-listing.ts";
import { changeSettings } from "#server/curation/settings/change-settings.ts";
import { readOfficeSettings } from "#server/curation/settings/read-settings.ts";
import { exportSettings, importSettings } from "#server/curation/settings/settings-file.ts";
import { addTerm, listTerms, removeTerm, renameTerm } from "#server/curation/settings/taxonomy-terms.ts";
import {
  checkText,
  listTexts,
  readText,
  removeText,
  writeText,
} from "#server/curation/settings/text-desk.ts";
import { answerStep, finishStart } from "#server/curation/start/guided-start.ts";
import * as v from "valibot";
import { parseInput, readJson } from "../read-json.ts";
import { publishing } from "./publishing.ts";

const AnyObject = v.record(v.string(), v.unknown());

/** Settings of the directory, the guided start, the kinds of help, the pages of words. What changes is carried over at once. */
export const settings = new Hono<CurateEnv>()
  .get("/", async (c) =>
    c.json(
      await readOfficeSettings(c.get("context"), c.get("areas"), { mail: (c.get("mail") ?? null) !== null }),
    ),
  )
  .post("/", async (c) => {
    const rules = { areas: c.get("areas"), origin: c.get("origin") };
    const changed = await changeSettings(c.get("context"), await readJson(c, ChangeSettingsInput), rules);
    return c.json({ settings: changed, carried: await carry(...publishing(c)) });
  })
  .get("/file", async (c) => {
    c.header("Content-Disposition", 'attachment; filename="settings.json"');
    return c.json(await exportSettings(c.get("context")));
  })
  .post("/file", async (c) => {
    const rules = { areas: c.get("areas"), origin: c.get("origin") };
    const changed = await importSettings(c.get("context"), await readJson(c, AnyObject), rules);
    return c.json({ settings: changed, carried: await carry(...publishing(c)) });
  })
  .post("/start", async (c) => {
    const rules = { areas: c.get("areas"), origin: c.get("origin") };
    const changed = await answerStep(c.get("context"), await readJson(c, StepInput), rules);
    return c.json({ settings: changed, carried: await carry(...publishing(c)) });
  })
  .post("/finish", async (c) => {
    const done = await finishStart(c.get("context"), await readJson(c, FinishInput));
    return c.json({ ...done, carried: await carry(...publishing(c)) });
  })
  .get("/terms", async (c) => c.json({ terms: await listTerms(c.get("context")) }))
  .post("/terms", async (c) => {
    await addTerm(c.get("context"), await readJson(c, AddTermInput));
    return c.json({ carried: await carry(...publishing(c)) }, 201);
  })
  .post("/terms/:code", async (c) => {
    await renameTerm(c.get("context"), c.req.param("code"), await readJson(c, RenameTermInput));
    return c.json({ carried: await carry(...publishing(c)) });
  })
  .delete("/terms/:code", async (c) => {
    await removeTerm(c.get("context"), c.req.param("code"));
    return c.json({ carried: await carry(...publishing(c)) });
  })
  .get("/texts", async (c) => c.json({ texts: await listTexts(c.get("context")) }))
  .get("/texts/one", async (c) =>
    c.json(await readText(c.get("context"), parseInput(TextKey, c.req.query()))),
  )
  .post("/texts", async (c) => {
    await writeText(c.get("context"), await readJson(c, TextInput));
    return c.json({ carried: await carry(...publishing(c)) });
  })
  .post("/texts/checked", async (c) => {
    await checkText(c.get("context"), await readJson(c, TextKey));
    return c.json({ carried: await carry(...publishing(c)) });
  })
  .post("/texts/removed", async (c) => {
    await removeText(c.get("context"), await readJson(c, TextKey));
    return c.json({ carried: await carry(...publishing(c)) });
  });
