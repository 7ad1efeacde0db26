import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { match } from "#server/domain/match/match.ts";
import { ListingCard } from "#web/components/listing-card.tsx";
import { ListingBody } from "#web/components/listing-body.tsx";
import { type Site, SiteContext } from "#web/components/site-context.ts";
import { ANSWERS } from "#web/words/answering.ts";
import { loadAllWords } from "#web/i18n/load.ts";
import type { Words } from "#web/i18n/words.ts";
import { SheetEntry } from "#web/print/sheet-entry.tsx";
import { RestrictedEntry } from "../restricted/restricted-entry.tsx";
import { facts } from "../session.ts";
import { t } from "../words.ts";
import { useEditor } from "./context.ts";

/** What the public and the printed sheet show, drawn by the very components that draw them there. */
export function PreviewPanel() {
  const model = useEditor();
  const words = useSignal<Words | null>(null);
  const tab = useSignal<"public" | "practitioner" | "print">("public");
  useEffect(() => {
    loadAllWords("en").then(
      (loaded) => (words.value = loaded),
      () => undefined,
    );
  }, []);
  const site = useMemo(() => toSite(words.value), [words.value, facts.value]);
  const preview = model.preview.value;
  if (preview === null || site === null) return null;
  const { view, paper, practitioner, obstacles } = preview;
  return (
    <section class="look" aria-label={t("preview.label")}>
      <p class="tabs" role="group">
        {(["public", "practitioner", "print"] as const).map((code) => (
          <button
            key={code}
            type="button"
            aria-pressed={tab.value === code}
            onClick={() => (tab.value = code)}
          >
            {t(`preview.${code}`)}
          </button>
        ))}
      </p>
      <SiteContext.Provider value={site}>
        {tab.value === "public" ? (
          <>
            <ul inert>
              <ListingCard
                item={{ listing: view, match: match(view.facts, {}) }}
                number={1}
                query={null}
                onOpen={() => undefined}
              />
            </ul>
            <details class="whole">
              <summary>{t("preview.public")}</summary>
              <div inert>
                <ListingBody listing={view} level={4} />
              </div>
            </details>
          </>
        ) : tab.value === "practitioner" ? (
          <div class="pad">
            {practitioner === null ? (
              <p class="note">{t("preview.practitioner-none")}</p>
            ) : (
              <>
                <RestrictedEntry listing={practitioner} />
                <p class="small">{t("preview.practitioner-note")}</p>
              </>
            )}
          </div>
        ) : (
          <ul class="on-paper" inert>
            <SheetEntry listing={paper} />
          </ul>
        )}
      </SiteContext.Provider>
      <div class="small">
        {obstacles.length === 0 ? (
          t("preview.clear")
        ) : (
          <>
            <b>{t("preview.obstacles")}</b>
            <ul class="obstacles">
              {obstacles.map(({ code, message }) => (
                <li key={`${code} ${message}`}>{message}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <p class="small">{t("preview.as-saved")}</p>
    </section>
  );
}

/** The surroundings that the public components ask for. Nothing in the preview can be pressed. */
function toSite(words: Words | null): Site | null {
  const known = facts.value;
  if (words === null || known === null) return null;
  return {
    words,
    settings: known.settings,
    areas: known.areas.map(({ code, name }) => ({
      code,
      name: { text: name, lang: "en" },
      country: code.slice(0, 2),
      point: [0, 0] as const,
      listings: 0,
    })),
    languages: known.settings.languages,
    country: null,
    answering: ANSWERS,
    screen: null,
    here: () => "#",
    now: () => null,
    local: () => null,
    localWords: null,
    back: null,
    go: null,
    generalOnly: false,
    formToken: null,
    send: null,
    sendLater: null,
    speak: null,
  };
}
