import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { CloseLink } from "#web/components/close-link.tsx";
import { Tick } from "#web/components/tick.tsx";
import { useSite } from "#web/components/site-context.ts";
import { dateText } from "#web/i18n/dates.ts";
import { sizeText } from "#web/i18n/sizes.ts";
import { Icon } from "#web/icons/icon.tsx";
import type { KeptArea } from "#web/keep/kept-cache.ts";
import { changeKept, kept, removeAll, removeArea } from "#web/keep/keep-model.ts";
import { dropPresets, presets, readPresets } from "#web/keep/kept-presets.ts";
import { dropMessages, waiting } from "#web/keep/waiting-messages.ts";
import { ageInDays, goneOn, OLD } from "#web/keep/kept-list.ts";

interface KeptProps {
  readonly onOpen: (area: string) => void;
}

function Area({ area, onOpen }: KeptProps & { readonly area: KeptArea }) {
  const { words } = useSite();
  const { code, name, lang, date, listings, bytes } = area;
  const days = ageInDays(date, new Date());
  return (
    <section class={days >= OLD ? "keptarea old" : "keptarea"}>
      <h2>
        <span lang={lang}>{name}</span>
        <span class="num">{sizeText(words, bytes)}</span>
      </h2>
      {days >= OLD ? (
        <p class="hint">
          <Icon name="clock-back" />
          <span>
            {words.t("kept.old", { date: dateText(words, date), n: days })} {words.t("kept.renew")}
          </span>
        </p>
      ) : (
        <p class="note">
          {words.t("kept.area", {
            n: listings,
            date: dateText(words, date),
            until: dateText(words, goneOn(date)),
          })}
        </p>
      )}
      <p class="acts">
        <button type="button" class="btn quiet" onClick={() => onOpen(code)}>
          {words.t("kept.open")}
        </button>
        <button type="button" class="btn quiet" onClick={() => void removeArea(area)}>
          {words.t("kept.remove")}
        </button>
      </p>
    </section>
  );
}

function Cannot() {
  const { words, settings } = useSite();
  const rows = ["kept.cannot-history", "kept.cannot-files", "kept.cannot-copies"] as const;
  return (
    <>
      <h2>{words.t("kept.cannot")}</h2>
      <ul class="answers">
        {rows.map((key) => (
          <li key={key} class="ask">
            <span class="m">
              <Icon name="eye" />
            </span>
            <span>{words.t(key, { name: settings.publicName })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What lies on this device, how old it is, and how to take it away; with what cannot be taken away. */
export function KeptPage({ onOpen }: KeptProps) {
  const { words } = useSite();
  const removed = useSignal(false);
  const list = kept.value;
  useEffect(() => void readPresets(), [list]);
  const sum = (list?.bytes ?? 0) + (list?.areas ?? []).reduce((all, { bytes }) => all + bytes, 0);
  const remove = () => removeAll().then(() => (removed.value = true));
  return (
    <main class="keep" id="main">
      <div class="hd">
        <div>
          <h1 tabIndex={-1}>{words.t("kept.title")}</h1>
          {list !== null && <p class="note">{words.t("kept.lead", { size: sizeText(words, sum) })}</p>}
        </div>
        <CloseLink />
      </div>
      {list === null && <p role="status">{words.t(removed.value ? "kept.removed" : "kept.nothing")}</p>}
      {list?.areas.map((area) => (
        <Area key={`${area.code} ${area.lang}`} area={area} onOpen={onOpen} />
      ))}
      {list !== null && waiting.value > 0 && (
        <p class="waits">
          <span>{words.t("kept.waiting", { n: waiting.value })}</span>
          <button type="button" class="btn quiet" onClick={() => void dropMessages()}>
            {words.t("kept.remove")}
          </button>
        </p>
      )}
      {list !== null && presets.value.length > 0 && (
        <p class="acts">
          <span>{words.t("kept.presets", { n: presets.value.length })}</span>
          <button type="button" class="btn quiet" onClick={() => void dropPresets()}>
            {words.t("kept.remove")}
          </button>
        </p>
      )}
      {list !== null && (
        <>
          <Tick on={list.stays} onChange={(on) => void changeKept((one) => ({ ...one, stays: on }))} />
          <button type="button" class="btn" onClick={() => void remove()}>
            <Icon name="trash" />
            {words.t("kept.remove-all")}
          </button>
        </>
      )}
      <Cannot />
    </main>
  );
}
