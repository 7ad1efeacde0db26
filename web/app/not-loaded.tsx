import { areaPath } from "#web/components/paths.ts";
import { EmergencyCard } from "#web/components/emergency-card.tsx";
import { SiteLink } from "#web/components/site-link.tsx";
import { areaNameIn, useSite } from "#web/components/site-context.ts";
import type { AppState } from "./state.ts";

/** The list could not be loaded: trying again, the plain page, and the emergency numbers of the place. */
export function NotLoaded({ state }: { readonly state: AppState }) {
  const site = useSite();
  const { words, settings, generalOnly } = site;
  const place = state.search.place.value;
  const country = place?.area.slice(0, 2) ?? "";
  const numbers = settings.emergency.filter((one) => one.country === country);
  return (
    <>
      <section class="statenote" role="alert">
        <h1 tabIndex={-1}>{words.t("site.list-not-loaded")}</h1>
        <p>{words.t("site.list-not-loaded-what")}</p>
        <p class="acts">
          <button type="button" class="btn go" onClick={state.reload}>
            {words.t("site.try-again")}
          </button>
          {place !== null && (
            <a class="btn" href={areaPath(words.lang, place.area, generalOnly)}>
              {words.t("site.plain-page")}
            </a>
          )}
          <SiteLink to="emergency" class="btn">
            {words.t("home.emergency-numbers")}
          </SiteLink>
        </p>
      </section>
      <ul class="nums statenote__nums">
        {numbers.map((one) => (
          <EmergencyCard key={one.number} number={one} countryName={areaNameIn(site, country) ?? country} />
        ))}
      </ul>
    </>
  );
}
