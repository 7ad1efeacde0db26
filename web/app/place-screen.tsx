import { useEffect } from "preact/hooks";
import { PlaceModel } from "#web/models/place-model.ts";
import { PlacePicker } from "#web/pages/place.tsx";
import type { AppState } from "./state.ts";

/** The names of the places of a visit: a country's file is fetched once. */
let model: PlaceModel | null = null;

/** Choosing a place. What was typed is gone when the screen is. */
export function PlaceScreen({ state }: { readonly state: AppState }) {
  const { countries, placeAliases, areaNames } = state.data.settings;
  model ??= new PlaceModel(countries[0] ?? "", state.fetch, placeAliases, areaNames);
  const places = model;
  useEffect(() => () => places.type(""), [places]);
  return (
    <PlacePicker
      model={places}
      areas={state.areas.value}
      current={state.search.place.value}
      onChoose={state.choosePlace}
    />
  );
}
