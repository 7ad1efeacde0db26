import { useSignal } from "@preact/signals";
import { useCallback, useEffect } from "preact/hooks";
import { KeptLine } from "#web/components/kept-line.tsx";
import { SiteLink } from "#web/components/site-link.tsx";
import { areaNameIn, useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { canKeep, keep, kept, lookUpKept, renewKept } from "#web/keep/keep-model.ts";
import { type Keeping, whatToKeep } from "#web/keep/what-to-keep.ts";
import { KeepPage } from "#web/pages/keep.tsx";
import { KeptPage } from "#web/pages/kept.tsx";
import type { AppState } from "./state.ts";

interface ScreenProps {
  readonly state: AppState;
}

/** The copy of the chosen place: what will lie there, and keeping it. */
export function KeepScreen({ state }: ScreenProps) {
  const site = useSite();
  const { words } = site;
  const code = state.search.place.value?.area ?? "";
  const country = code.slice(0, 2);
  const name = areaNameIn(site, code) ?? code;
  const listings = state.directory.entries.value.length;
  const look = useCallback(
    async () => whatToKeep(code, words.lang, await state.readIndex(words.lang), state.fetch),
    [code, words.lang, state],
  );
  const onKeep = async (keeping: Keeping, stays: boolean) => {
    await keep({ code, name, lang: words.lang, listings }, keeping, stays, state.fetch);
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
  const online = useSignal(navigator.onLine);
  useEffect(() => {
    const look = () => (online.value = navigator.onLine);
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, [online]);
  return <KeptLine area={state.search.place.value?.area ?? null} online={online.value} />;
}

/** The way to keeping, under the list. */
function Link({ state }: ScreenProps) {
  const { words } = useSite();
  const area = state.search.place.value?.area;
  if (!canKeep(window) || kept.value?.areas.some(({ code }) => code === area)) return null;
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
export const KEEPING = { Line, Link } as const;
export type KeepingParts = typeof KEEPING;

/** Looks up what lies here; with internet it is renewed, and what was taken away goes first. */
export async function startKeeping(state: AppState): Promise<void> {
  await lookUpKept(new Date());
  if (kept.peek() === null) return;
  const { lang } = state.words.peek();
  const index = await state.readIndex(lang).catch(() => null);
  if (index !== null && navigator.onLine) await renewKept(index, lang, state.fetch, new Date());
}
