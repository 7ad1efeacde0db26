import { useCallback } from "preact/hooks";
import { KeptLine } from "#web/components/kept-line.tsx";
import { SiteLink } from "#web/components/site-link.tsx";
import { areaNameIn, useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { canKeep, keep, kept, lookUpKept } from "#web/keep/keep-model.ts";
import { renewed, renewKept } from "#web/keep/renew-kept.ts";
import { countMessages, leaveMessage, sendWaiting } from "#web/keep/waiting-messages.ts";
import { type Keeping, readFiles, whatToKeep } from "#web/keep/what-to-keep.ts";
import { KeepPage } from "#web/pages/keep.tsx";
import { KeptPage } from "#web/pages/kept.tsx";
import { createIndexReader } from "#web/models/bundle-index.ts";
import type { AppState } from "./state.ts";

interface ScreenProps {
  readonly state: AppState;
}

/** Those of the countries for which the directory has a base map of its own. */
const baseMapsOf = ({ data }: AppState, countries: readonly string[]): readonly string[] =>
  (data.settings.baseMaps ?? []).filter((country) => countries.includes(country));

/** The copy of the chosen place: what will lie there, and keeping it. */
export function KeepScreen({ state }: ScreenProps) {
  const site = useSite();
  const { words } = site;
  const code = state.search.place.value?.area ?? "";
  const country = code.slice(0, 2);
  const name = areaNameIn(site, code) ?? code;
  const listings = state.directory.entries.value.length;
  const look = useCallback(async () => {
    const [index, files] = await Promise.all([
      state.readIndex(words.lang),
      // Of this country alone: of the others nothing is kept.
      readFiles(state.fetch, baseMapsOf(state, [country])),
    ]);
    const found = whatToKeep(code, words.lang, index, files);
    if (found === null) throw new Error("This area is not listed");
    return found;
  }, [code, country, words.lang, state]);
  const onKeep = async (keeping: Keeping, stays: boolean) => {
    await keep({ code, name, lang: words.lang, listings }, keeping, stays, state.fetch);
    renewed.value = true;
    state.screens.replace("kept");
  };
  return (
    <KeepPage
      areaName={name}
      countryName={areaNameIn(site, country) ?? country}
      listings={listings}
      look={look}
      onKeep={onKeep}
    />
  );
}

export function KeptScreen({ state }: ScreenProps) {
  return <KeptPage onOpen={(area) => state.show({ area, name: null, point: null })} />;
}

/** The line under the top bar. */
function Line({ state }: ScreenProps) {
  return <KeptLine area={state.search.place.value?.area ?? null} />;
}

/** The way to keeping, under the list. */
function Link({ state }: ScreenProps) {
  const { words } = useSite();
  const area = state.search.place.value?.area;
  const has = kept.value?.areas.some(({ code, lang }) => code === area && lang === words.lang);
  if (!canKeep(window) || has === true) return null;
  return (
    <p class="keeplink">
      <SiteLink to="keep" class="rowlink">
        <Icon name="device-mobile" />
        <span>
          <b>{words.t("home.no-internet-later")}</b>
          {words.t("keep.title")}
        </span>
      </SiteLink>
    </p>
  );
}

/** What the first screens show of keeping, once its script is here. */
export const KEEPING = { Line, Link, sendLater: () => (kept.value === null ? null : leaveMessage) } as const;
export type KeepingParts = typeof KEEPING;

/** With internet: what was taken away goes first, then the copy is renewed. */
async function renew(state: AppState): Promise<void> {
  const { fetch, readIndex, words, reload } = state;
  const shown = await readIndex(words.peek().lang).catch(() => null);
  // Past the worker, which may give the copy where a connection is slow.
  const readNow = createIndexReader((url, init) => fetch(url, { ...init, cache: "reload" }));
  const countries = (kept.peek()?.areas ?? []).map(({ code }) => code.slice(0, 2));
  const files = await readFiles(fetch, baseMapsOf(state, countries));
  await renewKept({ readIndex: readNow, builtFiles: files, fetch, now: new Date() });
  if (kept.peek() !== null && shown?.version !== kept.peek()?.version) {
    await readIndex(words.peek().lang, true);
    reload();
  }
}

/**
 * Looks up what lies here and renews it when there is internet, now or later in this visit; a list that was drawn from
 * an older copy is then drawn anew.
 */
export async function startKeeping(state: AppState): Promise<void> {
  await lookUpKept(new Date());
  const now = async () => {
    if (kept.peek() === null) return;
    await renew(state).catch(() => undefined);
    await sendWaiting(state.send);
  };
  window.addEventListener("offline", () => (renewed.value = false));
  window.addEventListener("online", () => void now());
  if (kept.peek() === null) return;
  await countMessages();
  if (navigator.onLine) await now();
}
