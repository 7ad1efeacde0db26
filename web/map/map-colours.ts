/** Colours of the land, as the tokens give them now. */
export interface MapColours {
  readonly sea: string;
  readonly land: string;
  readonly here: string;
  readonly shade: string;
  readonly edge: string;
  readonly strong: string;
  readonly chosen: string;
  readonly water: string;
  readonly text: string;
  readonly halo: string;
  /** Font families, for names. */
  readonly font: string;
}

/** Custom properties of `map.css`, which takes them from the tokens and, in forced colours, from the system. */
const PROPERTIES = {
  sea: "--map-sea",
  land: "--map-land",
  here: "--map-here",
  shade: "--map-shade",
  edge: "--map-edge",
  strong: "--map-strong",
  chosen: "--map-chosen",
  water: "--map-water",
  text: "--map-text",
  halo: "--map-halo",
} as const satisfies Record<Exclude<keyof MapColours, "font">, string>;

/** Reads the colours that hold inside `element`, resolved: a canvas knows no custom properties. */
export function readColours(element: HTMLElement): MapColours {
  const probe = document.createElement("span");
  probe.className = "map__probe";
  element.append(probe);
  const resolve = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(
    Object.entries(PROPERTIES).map(([name, property]) => [name, resolve(property)]),
  );
  probe.remove();
  return { ...(colours as Omit<MapColours, "font">), font: getComputedStyle(element).fontFamily };
}

const LOOKS = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"];

/** Calls back when the system's colours change. Returns what stops it. */
export function watchColours(onChange: () => void): () => void {
  const queries = LOOKS.map((look) => matchMedia(look));
  for (const query of queries) query.addEventListener("change", onChange);
  return () => {
    for (const query of queries) query.removeEventListener("change", onChange);
  };
}
