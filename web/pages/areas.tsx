import type { AreaView } from "#server/contract/listing-view.ts";
import { AreaList } from "#web/components/area-list.tsx";
import { GeneralOnlyLink } from "#web/components/general-only-link.tsx";
import { pathOf } from "#web/components/paths.ts";
import { areaNameIn, useSite } from "#web/components/site-context.ts";

interface CountriesProps {
  readonly areas: readonly AreaView[];
}

/** Areas under their countries, as links: the way in without a script. */
export function AreasByCountry({ areas }: CountriesProps) {
  const site = useSite();
  const countries = [...new Set(areas.map(({ country }) => country))];
  return (
    <>
      {countries.map((country) => (
        <section key={country} class="country" id={country}>
          <h2>{areaNameIn(site, country) ?? country}</h2>
          <AreaList areas={areas.filter((area) => area.country === country)} onChoose={null} />
        </section>
      ))}
    </>
  );
}

/** The countries alone, each leading to its part of the list: short enough for the home page. */
export function CountryLinks({ areas }: CountriesProps) {
  const site = useSite();
  const countries = [...new Set(areas.map(({ country }) => country))];
  return (
    <p class="countries">
      {countries.map((country) => (
        <a
          key={country}
          class="askbtn"
          href={`${pathOf(site.words.lang, "place", site.generalOnly)}#${country}`}
        >
          {areaNameIn(site, country) ?? country}
        </a>
      ))}
    </p>
  );
}

export function AreasPage({ areas }: CountriesProps) {
  const { words } = useSite();
  return (
    <main class="plain" id="main">
      <h1>{words.t("place.question")}</h1>
      <p class="note">{words.t("pages.choose-place-first")}</p>
      <CountryLinks areas={areas} />
      <GeneralOnlyLink to="/areas" />
      <AreasByCountry areas={areas} />
    </main>
  );
}
