/** The characters that a font file has a drawing for, from its `cmap` (OpenType 1.9, formats 4 and 12). */
import wawoff2 from "wawoff2";

function tableAt(font: DataView, wanted: string): number {
  const name = (at: number) => String.fromCharCode(...[0, 1, 2, 3].map((i) => font.getUint8(at + i)));
  for (let i = 0; i < font.getUint16(4); i += 1) {
    const at = 12 + i * 16;
    if (name(at) === wanted) return font.getUint32(at + 8);
  }
  throw new Error(`The font has no table ${wanted}`);
}

function spansOfFormat4(font: DataView, at: number): [number, number][] {
  const count = font.getUint16(at + 6) / 2;
  return Array.from({ length: count }, (_, i): [number, number] => [
    font.getUint16(at + 16 + (count + i) * 2),
    font.getUint16(at + 14 + i * 2),
  ]);
}

function spansOfFormat12(font: DataView, at: number): [number, number][] {
  return Array.from({ length: font.getUint32(at + 12) }, (_, i): [number, number] => [
    font.getUint32(at + 16 + i * 12),
    font.getUint32(at + 20 + i * 12),
  ]);
}

/** Code points. Throws for what is no WOFF2 file. */
export async function lettersOf(woff2: Uint8Array): Promise<ReadonlySet<number>> {
  // Copied at once: the next file is unpacked into the same memory.
  const bytes = Uint8Array.from(await wawoff2.decompress(woff2));
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cmap = tableAt(font, "cmap");
  const letters = new Set<number>();
  for (let i = 0; i < font.getUint16(cmap + 2); i += 1) {
    const at = cmap + font.getUint32(cmap + 4 + i * 8 + 4);
    const format = font.getUint16(at);
    const spans = format === 4 ? spansOfFormat4(font, at) : format === 12 ? spansOfFormat12(font, at) : [];
    for (const [from, to] of spans)
      for (let point = from; point <= to && point < 0xffff; point += 1) letters.add(point);
  }
  return letters;
}
