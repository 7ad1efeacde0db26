/** The maps that pages put in place: each comes after its page, and where it does not come the list stands alone. */
import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";

function later<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return function Later(props: Props) {
    const loaded = useSignal<{ readonly Map: ComponentType<Props> } | null>(null);
    useEffect(() => {
      load().then(
        ({ default: Map }) => (loaded.value = { Map }),
        () => undefined,
      );
    }, [loaded]);
    const Map = loaded.value?.Map;
    return Map === undefined ? null : <Map {...props} />;
  };
}

export const LazyPlaceMap = later(() => import("./place-map.tsx"));
export const LazySmallMap = later(() => import("./small-map.tsx"));
