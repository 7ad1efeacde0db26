import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { AreaView } from "#server/contract/listing-view.ts";
import { AreaList } from "#web/components/area-list.tsx";
import { PlaceField } from "#web/components/place-field.tsx";
import { PlaceHits } from "#web/components/place-hits.tsx";
import { Relied } from "#web/components/relied.tsx";
import { areaNameIn, useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { LazyPlaceMap } from "#web/map/lazy-maps.tsx";
import type { PlaceModel } from "#web/models/place-model.ts";
import type { ChosenPlace } from "#web/models/search-model.ts";

interface PlacePickerProps {
  readonly model: PlaceModel;
  readonly areas: readonly AreaView[];
  readonly current: ChosenPlace | null;
  readonly onChoose: (place: ChosenPlace) => void;
}

/** Wide: all countries. Phones: the one that is shown, and the others behind "Another country". */
function Countries({ model, areas }: Pick<PlacePickerProps, "model" | "areas">) {
  const site = useSite();
  const { words } = site;
  const all = useSignal(false);
  const countries = [...new Set(areas.map((area) => area.country))];
  const choose = (code: string) => {
    all.value = false;
    void model.show(code);
  };
  return (
    <section class={all.value ? "countries is-all" : "countries"} aria-label={words.t("place.country")}>
      {countries.map((code) => {
        const current = model.country.value === code;
        return (
          <button
            key={code}
            type="button"
            class={current ? "askbtn" : "askbtn other"}
            aria-current={current ? "true" : undefined}
            onClick={() => choose(code)}
          >
            {current && <Icon name="check" />}
            {areaNameIn(site, code) ?? code}
          </button>
        );
      })}
      {countries.length > 1 && (
        <button
          type="button"
          class="askbtn another"
          aria-expanded={all.value}
          onClick={() => (all.value = !all.value)}
        >
          <Icon name="globe-hemisphere-east" />
          {words.t("place.other-country")}
        </button>
      )}
    </section>
  );
}

function ByPhone({ name, onChoose }: { readonly name: string; readonly onChoose: () => void }) {
  const { words } = useSite();
  return (
    <section>
      <h2>{words.t("place.rather-not")}</h2>
      <ul class="pick">
        <li>
          <button type="button" onClick={onChoose}>
            <Icon name="phone" />
            <span class="t">
              <b>{words.t("place.by-phone-all", { country: name })}</b>
              <small>{words.t("place.no-place-needed")}</small>
            </span>
            <Icon name="caret-right" flip />
          </button>
        </li>
      </ul>
      <p class="small phone">
        <Relied say={(one) => one.t("place.nothing-saved")} />
      </p>
    </section>
  );
}

function Browse({ model, areas, current, onChoose }: PlacePickerProps) {
  const site = useSite();
  const { words } = site;
  const country = model.country.value;
  const name = areaNameIn(site, country) ?? country;
  const inside = areas.filter((area) => area.country === country && area.code !== country);
  const whole = areas.find((area) => area.code === country) ?? inside[0];
  const localName = (area: string) =>
    model.index.value?.places.find((place) => place.level === "province" && place.area === area)
      ?.localNames[0] ?? null;
  return (
    <>
      <Countries model={model} areas={areas} />
      <LazyPlaceMap
        key={country}
        country={country}
        areas={inside}
        current={current?.area ?? null}
        onChoose={(area) => onChoose({ area: area.code, name: null, point: null })}
      />
      <section class="all">
        <h2>{words.t("place.from-list")}</h2>
        <AreaList
          areas={inside}
          localName={localName}
          current={current?.area ?? null}
          onChoose={(area) => onChoose({ area: area.code, name: null, point: null })}
        />
      </section>
      {whole !== undefined && (
        <ByPhone name={name} onChoose={() => onChoose({ area: whole.code, name: null, point: null })} />
      )}
    </>
  );
}

/** Where do you want help? Typed in any writing, or chosen from the list. Never sensed, never remembered. */
export function PlacePicker(props: PlacePickerProps) {
  const { words } = useSite();
  const { model, areas, onChoose } = props;
  useEffect(() => void model.show(model.country.peek()), [model]);
  return (
    <main id="main">
      <section class="trail trail--place">
        <div class="in">
          <div>
            <h1 tabIndex={-1}>{words.t("place.question")}</h1>
            <p>
              <Relied say={(one) => one.t("home.you-choose")} />
            </p>
          </div>
          <PlaceField value={model.typed.value} onType={model.type} />
        </div>
      </section>
      <div class="places">
        {model.typed.value.trim() === "" ? (
          <Browse {...props} />
        ) : (
          <PlaceHits
            hits={model.hits.value}
            typed={model.typed.value}
            areas={areas}
            onChoose={(name, area, point) => onChoose({ area: area.code, name, point })}
          />
        )}
      </div>
    </main>
  );
}
