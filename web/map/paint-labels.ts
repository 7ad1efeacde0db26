import type { MapColours } from "./map-colours.ts";
import type { Label, PlacedLabel } from "./place-labels.ts";

/** Pixels (design: map names 12). */
const SIZE = { town: 12.5, area: 13 } as const;

function fontOf({ kind, strong }: Label, font: string): string {
  return `${strong ? 700 : kind === "town" ? 600 : 400} ${SIZE[kind]}px ${font}`;
}

/** How wide a label will be, in pixels, with room for its halo. */
export function labelMeasure(
  canvas: CanvasRenderingContext2D,
  colours: MapColours,
): (label: Label) => number {
  return (label) => {
    canvas.font = fontOf(label, colours.font);
    return canvas.measureText(label.text).width + 4;
  };
}

/** Writes names with a halo of the ground's colour, and the dots of towns. */
export function paintLabels(
  canvas: CanvasRenderingContext2D,
  labels: readonly PlacedLabel[],
  colours: MapColours,
): void {
  canvas.textBaseline = "middle";
  canvas.textAlign = "left";
  canvas.lineJoin = "round";
  canvas.lineWidth = 3;
  canvas.strokeStyle = colours.halo;
  canvas.fillStyle = colours.text;
  for (const label of labels) {
    if (label.kind === "town") dot(canvas, label);
    canvas.font = fontOf(label, colours.font);
    canvas.strokeText(label.text, label.left + 2, label.middle);
    canvas.fillText(label.text, label.left + 2, label.middle);
  }
}

function dot(canvas: CanvasRenderingContext2D, { at: [x, y], strong }: Label): void {
  canvas.beginPath();
  canvas.arc(x, y, strong ? 3.5 : 2.6, 0, Math.PI * 2);
  canvas.fill();
}
