import { FACETS } from "#db/vocabulary.ts";
import type { OfficeParts } from "#web/helper/office-parts.ts";
import { startWorker } from "../desk/print-worker.ts";
import { RestrictedEntry } from "../restricted/restricted-entry.tsx";
import { codeLabel, facetLabel, t } from "../words.ts";
import { GapButton } from "./gap-button.tsx";
import type { RestrictedTier } from "./restricted-tier.ts";
import { TierPanel } from "./tier-panel.tsx";

/** Forms that a person may name. "All" is an answer of a listing; who would rather not say ticks nothing. */
const FORMS = FACETS["exploitation-forms"].filter((code) => code !== "all" && code !== "not-stated");

/** What the office puts into the tools. */
export function officeParts(tier: RestrictedTier): OfficeParts {
  return {
    Tier: ({ tools }) => <TierPanel tools={tools} tier={tier} />,
    Beside({ code }) {
      const entry = tier.entryOf(code);
      if (entry === null) return null;
      return (
        <div class="beside">
          <p class="beside__head">{t("find.beside")}</p>
          <RestrictedEntry listing={entry} bare />
        </div>
      );
    },
    has: (code) => tier.entryOf(code) !== null,
    moreLabel: t("find.has-more"),
    besideLabel: t("find.beside"),
    Gap: GapButton,
    forms: FORMS.map((code) => ({ code, label: codeLabel(`exploitation-forms:${code}`) })),
    formsLabel: facetLabel("exploitation-forms"),
    startWorker,
  };
}
