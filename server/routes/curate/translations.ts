import { Hono } from "hono";
import type { CurateEnv } from "#server/curate-app.ts";
import {
  InterfaceCheckInput,
  SaveTranslationInput,
  TranslationsInput,
} from "#server/contract/curate/translations.ts";
import { carry } from "#server/curation/move-listing.ts";
import {
  readListingTranslations,
  readTranslations,
} from "#server/curation/translations/read-translations.ts";
import { checkInterface, saveTranslation } from "#server/curation/translations/save-translation.ts";
import { parseInput, readJson } from "../read-json.ts";
import { publishing } from "./publishing.ts";

/** The translators' desk: where each text stands in a language, and writing it beside its source. */
export const translations = new Hono<CurateEnv>()
  .get("/", async (c) => {
    const { language } = parseInput(TranslationsInput, c.req.query());
    return c.json(await readTranslations(c.get("context"), language));
  })
  .post("/interface", async (c) => {
    const rules = { areas: c.get("areas"), origin: c.get("origin") };
    await checkInterface(c.get("context"), await readJson(c, InterfaceCheckInput), rules);
    return c.json({ carried: await carry(...publishing(c)) });
  })
  .get("/:id", async (c) => {
    const { language } = parseInput(TranslationsInput, c.req.query());
    return c.json(await readListingTranslations(c.get("context"), c.req.param("id"), language));
  })
  .post("/:id", async (c) => {
    const saved = await saveTranslation(
      c.get("context"),
      c.req.param("id"),
      await readJson(c, SaveTranslationInput),
    );
    return c.json({ ...saved, carried: await carry(...publishing(c)) });
  });
