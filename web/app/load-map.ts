import type { LoadMap } from "#web/components/map-slot.tsx";

/** The map comes after the list, as a file of its own. Null until there is one: the list takes the whole width. */
export const loadMap: LoadMap | null = null;
