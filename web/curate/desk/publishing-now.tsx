import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PublishingView } from "#server/contract/curate/desk.ts";
import { get, saving } from "../api.ts";
import { readStanding } from "../standing.ts";
import { t } from "../words.ts";

/** How long to wait between two questions, in milliseconds: while something is published, while something is saved, else. */
const SOON = 1000;
const SELDOM = 30_000;

/** How far a publishing is that takes a while, whoever began it. Nothing while none goes on. */
export function PublishingNow() {
  const publishing = useSignal<PublishingView | null>(null);
  const isSaving = saving.value > 0;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const ask = async () => {
      const before = publishing.value;
      const { publishing: now } = await get<{ publishing: PublishingView | null }>(
        "/api/desk/publishing",
      ).catch(() => ({ publishing: null }));
      if (isOver) return;
      publishing.value = now;
      if (before !== null && now === null) void readStanding().catch(() => undefined);
      timer = setTimeout(() => void ask(), now !== null || isSaving ? SOON : SELDOM);
    };
    // What is quick is over before anybody would look.
    timer = setTimeout(() => void ask(), SOON);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isSaving]);
  if (publishing.value === null) return null;
  const { step, done, of } = publishing.value;
  const figures = { done: done.toLocaleString("en"), of: of.toLocaleString("en") };
  return (
    <section class="live warm publishing">
      <div>
        <p role="status">
          <b>{t("publishing.now")}</b> {t("publishing.until")}
        </p>
        <progress aria-label={t("publishing.now")} value={done} max={Math.max(of, 1)} />
        <p>{t(STEPS[step], figures)}</p>
      </div>
    </section>
  );
}

const STEPS = {
  listings: "publishing.listings",
  bundles: "publishing.bundles",
  cells: "publishing.cells",
  lists: "publishing.lists",
} as const;
