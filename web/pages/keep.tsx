import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { CloseLink } from "#web/components/close-link.tsx";
import { Tick } from "#web/components/tick.tsx";
import { useSite } from "#web/components/site-context.ts";
import { dateText } from "#web/i18n/dates.ts";
import { sizeText } from "#web/i18n/sizes.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import { goneOn } from "#web/keep/kept-list.ts";
import { allOf, type Keeping, sizeOf } from "#web/keep/what-to-keep.ts";

interface KeepProps {
  readonly areaName: string;
  readonly countryName: string;
  readonly listings: number;
  /** Works out what will lie here. */
  readonly look: () => Promise<Keeping>;
  readonly onKeep: (keeping: Keeping, stays: boolean) => Promise<void>;
}

interface Row {
  readonly icon: IconName;
  readonly text: string;
  readonly bytes: number;
  readonly note?: string;
}

function Lies({ rows }: { readonly rows: readonly Row[] }) {
  const { words } = useSite();
  return (
    <ul class="lies">
      {rows.map(({ icon, text, bytes, note }, i) => (
        <li key={text} class={i === rows.length - 1 ? "all" : undefined}>
          <Icon name={icon} />
          <span>
            <b>{text}</b>
            {note !== undefined && <small>{note}</small>}
          </span>
          <span class="num">{sizeText(words, bytes)}</span>
        </li>
      ))}
    </ul>
  );
}

/** "Keep on this device": what will lie there, who could find it, one tick, the day it deletes itself. */
export function KeepPage({ areaName, countryName, listings, look, onKeep }: KeepProps) {
  const { words, settings, back } = useSite();
  const keeping = useSignal<Keeping | null>(null);
  const stays = useSignal(false);
  const state = useSignal<"looking" | "ready" | "keeping" | "failed" | "no-room">("looking");
  useEffect(() => {
    look().then(
      (found) => {
        keeping.value = found;
        state.value = "ready";
      },
      () => (state.value = "failed"),
    );
  }, [look, keeping, state]);
  const today = new Date().toISOString().slice(0, 10);
  const found = keeping.value;
  const press = () => {
    if (found === null) return;
    state.value = "keeping";
    onKeep(found, stays.value).catch((error: unknown) => {
      state.value =
        error instanceof DOMException && error.name === "QuotaExceededError" ? "no-room" : "failed";
    });
  };
  return (
    <main class="keep" id="main">
      <div class="hd">
        <div>
          <h1 tabIndex={-1}>{words.t("keep.title")}</h1>
          <p class="note">{words.t("keep.lead")}</p>
        </div>
        <CloseLink />
      </div>
      {state.value === "failed" && <p role="alert">{words.t("keep.failed")}</p>}
      {state.value === "no-room" && <p role="alert">{words.t("keep.no-room")}</p>}
      {state.value === "looking" && <p role="status">{words.t("site.loading")}</p>}
      {state.value === "keeping" && <p role="status">{words.t("keep.saving")}</p>}
      {found !== null && (
        <>
          <Lies
            rows={[
              {
                icon: "map-pin",
                text: words.t("keep.area", { area: areaName, n: listings }),
                bytes: sizeOf(found.area),
                note: words.t("keep.as-of", { date: dateText(words, today) }),
              },
              { icon: "info", text: words.t("keep.pages"), bytes: sizeOf(found.pages) },
              {
                icon: "map-trifold",
                text: words.t("keep.map", { country: countryName }),
                bytes: sizeOf(found.map),
              },
              { icon: "translate", text: words.t("keep.letters"), bytes: sizeOf(found.letters) },
              { icon: "device-mobile", text: words.t("keep.together"), bytes: sizeOf(allOf(found)) },
            ]}
          />
          <p class="hint">
            <Icon name="eye" />
            <span>{words.t("keep.found", { name: settings.publicName })}</span>
          </p>
          <Tick on={stays.value} onChange={(on) => (stays.value = on)} />
          <p class="small">{words.t("keep.renewed", { date: dateText(words, goneOn(today)) })}</p>
          <p class="acts">
            <button type="button" class="btn go" disabled={state.value === "keeping"} onClick={press}>
              {words.t("keep.do")}
            </button>
            <button type="button" class="btn" onClick={() => back?.()}>
              {words.t("site.not-now")}
            </button>
          </p>
        </>
      )}
    </main>
  );
}
