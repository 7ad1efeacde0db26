import type { AreaView } from "#server/contract/listing-view.ts";
import { AreaList } from "#web/components/area-list.tsx";
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
        <section key={country} class="country">
          <h2>{areaNameIn(site, country) ?? country}</h2>
          <AreaList areas={areas.filter((area) => area.country === country)} onChoose={null} />
        </section>
      ))}
    </>
  );
}

export function AreasPage({ areas }: CountriesProps) {
  const { words } = useSite();
  return (
    <main class="plain" id="main">
      <h1>{words.t("place.question")}</h1>
      <p class="note">{words.t("pages.choose-place-first")}</p>
      <AreasByCountry areas={areas} />
    </main>
  );
}
