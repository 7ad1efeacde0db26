/**
 * Whether this browser keeps the gaps between the parts of a flexible box. Chrome before 84 and Safari before 14.1 know
 * `gap` in grids alone, and no feature query can tell: only what two empty parts with one pixel between them measure.
 */
export function hasFlexGap(document: Document): boolean {
  const box = document.createElement("div");
  box.style.cssText = "display:flex;flex-direction:column;row-gap:1px;position:absolute";
  for (let part = 0; part < 2; part++) box.append(document.createElement("i"));
  document.body.append(box);
  const { scrollHeight } = box;
  box.remove();
  return scrollHeight === 1;
}
