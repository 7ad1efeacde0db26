import about from "./about.ts";
import accessibility from "./accessibility.ts";
import complaints from "./complaints.ts";
import court from "./court.ts";
import howToAsk from "./how-to-ask.ts";
import noRecommendation from "./no-recommendation.ts";
import papers from "./papers.ts";
import privacy from "./privacy.ts";
import reuse from "./reuse.ts";
import rights from "./rights.ts";
import sources from "./sources.ts";
import translations from "./translations.ts";
import usingThis from "./using-this.ts";
import wages from "./wages.ts";
import whatHappened from "./what-happened.ts";
import type { SeedTexts } from "../seed-text.ts";

/** Default texts in Thai; drafts that no native reader has checked. */
export const TH: SeedTexts = {
  rights,
  "what-happened": whatHappened,
  "how-to-ask": howToAsk,
  "using-this": usingThis,
  papers,
  court,
  wages,
  about,
  privacy,
  "no-recommendation": noRecommendation,
  complaints,
  accessibility,
  sources,
  reuse,
  translations,
};
