import { areaNameIn, useSite } from "#web/components/site-context.ts";
import { SiteLink } from "#web/components/site-link.tsx";
import { Icon } from "#web/icons/icon.tsx";
import { Pick } from "./chips.tsx";
import type { Tools } from "./tools.ts";

interface PlacesPanelProps {
  readonly tools: Tools;
  /** Name of the place now; null: none chosen. */
  readonly place: string | null;
}

/** Now, and later where somebody plans to be somewhere else: another part of the country, or another country. */
export function PlacesPanel({ tools, place }: PlacesPanelProps) {
  const site = useSite();
  const { words, areas } = site;
  const Tier = tools.office?.Tier;
  const country = (code: string) => areaNameIn(site, code.slice(0, 2)) ?? code.slice(0, 2);
  return (
    <section>
      <SiteLink to="place" class="rowlink nowplace">
        <Icon name="map-pin" />
        <span>
          <b>{words.t("helper.now")}</b>
          {place ?? words.t("home.choose-place")}
        </span>
      </SiteLink>
      <Pick
        label={words.t("helper.later")}
        value={tools.laterArea.value ?? ""}
        options={[
          { value: "", label: words.t("helper.no-later") },
          ...areas
            .filter(({ listings }) => listings > 0)
            .map(({ code, name }) => ({
              value: code,
              label: code.includes("-") ? `${name.text}, ${country(code)}` : name.text,
            })),
        ]}
        onPick={(code) => tools.chooseLater(code === "" ? null : code)}
      />
      {Tier !== undefined && <Tier tools={tools} />}
    </section>
  );
}
