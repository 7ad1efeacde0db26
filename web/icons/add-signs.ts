import { SIGNS, SIGNS_ID } from "./signs.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Adds the drawings that the page did not bring with it. Whatever points at one shows it from then on. */
export function addSigns(document: Document): void {
  const holder = document.getElementById(SIGNS_ID) ?? newHolder(document);
  for (const [id, { line, tint }] of SIGNS) {
    if (document.getElementById(id) !== null) continue;
    const group = document.createElementNS(SVG, "g");
    group.id = id;
    for (const [d, name] of [
      [tint, "tint"],
      [line, ""],
    ] as const) {
      if (d === null) continue;
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", d);
      if (name !== "") path.setAttribute("class", name);
      group.append(path);
    }
    holder.append(group);
  }
}

function newHolder(document: Document): Element {
  const holder = document.createElementNS(SVG, "svg");
  holder.id = SIGNS_ID;
  holder.setAttribute("class", "signs");
  holder.setAttribute("aria-hidden", "true");
  document.body.prepend(holder);
  return holder;
}
