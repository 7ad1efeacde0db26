import type { AppState } from "#web/app/state.ts";
import { createDeviceSource, type ReadDeviceSource } from "../device-source.ts";

const readers = new WeakMap<AppState, ReadDeviceSource>();

/** The reader of a visit: what one form has fetched, the next one has. */
export function deviceSourceOf(state: AppState): ReadDeviceSource {
  const known = readers.get(state);
  if (known !== undefined) return known;
  const reader = createDeviceSource({
    readIndex: state.readIndex,
    fetch: state.fetch,
    settings: state.data.settings,
    site: location.origin,
    known: (area, lang) => {
      const shown = state.directory.whole.peek();
      return shown !== null && shown.area === area && shown.lang === lang ? shown.list : null;
    },
    today: () => new Date().toISOString().slice(0, 10),
  });
  readers.set(state, reader);
  return reader;
}
