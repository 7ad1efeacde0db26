import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * Asks axe for what is wrong alone, in the page itself: what passes is not listed, and no second page is opened for the
 * answer, which takes half of the time. Right where a page frames no other site.
 */
export const axeIn = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
