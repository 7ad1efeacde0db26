import { useEffect } from "preact/hooks";
import { PlaceModel } from "#web/models/place-model.ts";
import { PlacePicker } from "#web/pages/place.tsx";
import type { AppState } from "./state.ts";

/** The names of the places of a visit: a country's file is fetched once. */
let model: PlaceModel | null = null;

function placesOf({ data, fetch }: AppState): PlaceModel {
  const { countries, placeAliases, areaNames } = data.settings;
  model ??= new PlaceModel(countries[0] ?? "", fetch, placeAliases, areaNames);
  return model;
}

/** Fetches the names of the first country, so that they are there when the screen is. */
export async function readPlaces(state: AppState): Promise<void> {
  const [country] = state.data.settings.countries;
  if (country !== undefined) await placesOf(state).show(country);
}

/** Choosing a place. What was typed is gone when the screen is. */
export function PlaceScreen({ state }: { readonly state: AppState }) {
  const places = placesOf(state);
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
