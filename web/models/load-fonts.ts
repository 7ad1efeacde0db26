/** Letters that only the face of a script has: asking for them makes the browser fetch its files. ISO 15924. */
const SAMPLES: Readonly<Record<string, readonly (readonly [family: string, letters: string])[]>> = {
  Latn: [
    ["WM Latin", "a\u0101"],
    ["WM Viet", "a\u1ea1"],
  ],
  Thai: [["WM Thai", "\u0e01"]],
  Laoo: [["WM Lao", "\u0e81"]],
  Khmr: [["WM Khmer", "\u1780"]],
  Mymr: [["WM Burmese", "\u1000"]],
  Arab: [["WM Arabic", "\u0628"]],
};

const wanted = (script: string) =>
  (SAMPLES[script] ?? []).filter(
    ([family]) => family !== "WM Viet" || document.documentElement.lang === "vi",
  );

export type LoadFonts = (scripts: readonly string[]) => Promise<void>;

/**
 * Fetches the faces of an area's scripts with the area, so that opening a listing in another writing fetches
 * nothing. What does not come is drawn in a face of the device.
 */
export async function loadFonts(scripts: readonly string[]): Promise<void> {
  if (typeof document === "undefined" || document.fonts === undefined) return;
  const faces = [...scripts, "Latn"].flatMap(wanted);
  const loads = faces.flatMap(([family, letters]) =>
    ["400", "700"].map((weight) => document.fonts.load(`${weight} 1em "${family}"`, letters)),
  );
  const rest = [document.fonts.load('1em "WM Digits"', "0"), ...namesOfLanguages()];
  await Promise.all([...loads, ...rest].map((load) => load.catch(() => [])));
}

/** The small faces of the language list, one letter of each. */
function namesOfLanguages(): Promise<FontFace[]>[] {
  return ["\u0e44", "\u0ea5", "\u1781", "\u1019", "\u1ebf", "\u4e2d", "\u0639"].map((letter) =>
    document.fonts.load('1em "WM Names"', letter),
  );
}
