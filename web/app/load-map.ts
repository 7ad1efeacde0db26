import type { LoadMap } from "#web/components/map-slot.tsx";

/** The map comes after the list, as a file of its own. Null where there is none: the list takes the whole width. */
export const loadMap: LoadMap | null = async () => (await import("#web/map/results-map.tsx")).default;
