/** Bytes to text, saying what was found instead of guessing in silence. */
import type { ProblemList } from "./problem-list.ts";
import type { SourceFile } from "./read-result.ts";

/**
 * Text of a file in UTF-8 (with or without a byte order mark) or, when it is not that, Windows-1252, which is noted.
 * Null bytes and UTF-16 are refused: an error is added and null comes back.
 */
export function decodeText(file: SourceFile, problems: ProblemList): string | null {
  const where = { file: file.name };
  const [first, second] = file.bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    problems.add("error", "encoding", where, "This file is UTF-16. Save it as UTF-8 and import it again.");
    return null;
  }
  if (file.bytes.includes(0)) {
    problems.add("error", "encoding", where, "This file holds null bytes: it is not a text file.");
    return null;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file.bytes);
  } catch {
    problems.add(
      "note",
      "windows-1252",
      where,
      "This file is not UTF-8; it was read as Windows-1252. Check names with accents.",
    );
    return Array.from(file.bytes, (byte) =>
      byte >= 0x80 && byte < 0xa0 ? HIGH.charAt(byte - 0x80) : String.fromCharCode(byte),
    ).join("");
  }
}

/**
 * Windows-1252 from 0x80 to 0x9F; the rest is Latin-1. Written out because Node 20 decodes `windows-1252` as
 * Latin-1. The five bytes without a letter become U+FFFD.
 */
const HIGH = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";
