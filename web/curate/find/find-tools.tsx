import { useComputed } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { pathOf } from "#web/components/paths.ts";
import { type Screen, type Site, SiteContext } from "#web/components/site-context.ts";
import { person } from "../session.ts";
// oxlint-disable-next-line import/no-unassigned-import -- the build makes a style sheet of it, which comes with this part
import "./find.css";
import type { LoadedTools } from "./load-tools.ts";
import { officeParts } from "./office-parts.tsx";
import { RestrictedTier } from "./restricted-tier.ts";

/** Screens of the app that stand inside the office. Every other one is opened as the public page that it is. */
const INSIDE: readonly Screen[] = ["helper", "place"];

/** The tools of the public site in the office, with what practitioners see beside the list. All of it goes with the page. */
export function FindTools({ state, toSite, HelperScreen, PlaceScreen, forgetTools }: LoadedTools) {
  const tier = useMemo(() => new RestrictedTier(), []);
  const office = useMemo(() => officeParts(tier), [tier]);
  const site = useComputed((): Site => ({
    ...toSite(state),
    office: true,
    go: (screen) => {
      if (INSIDE.includes(screen)) state.go(screen);
      else window.open(pathOf("en", screen), "_blank", "noopener,noreferrer");
    },
    send: null,
    sendLater: null,
    speak: null,
  }));
  const isPractitioner = person()?.role === "practitioner";
  useEffect(() => {
    state.screens.go("helper");
    // Without it the tools work all the same; the next press says what is wrong.
    if (isPractitioner) tier.readAccess().catch(() => undefined);
    return () => {
      tier.close();
      forgetTools();
    };
  }, [state, tier, isPractitioner, forgetTools]);
  const screen = state.screens.screen.value;
  useEffect(() => {
    window.scrollTo(0, 0);
    if (screen !== "home") document.querySelector<HTMLElement>(".finder h1")?.focus({ preventScroll: true });
  }, [screen]);
  const onPrint = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("[data-print]") !== null) window.print();
  };
  return (
    <div class="finder" onClick={onPrint}>
      <SiteContext.Provider value={site.value}>
        {screen === "place" ? <PlaceScreen state={state} /> : <HelperScreen state={state} office={office} />}
      </SiteContext.Provider>
    </div>
  );
}
