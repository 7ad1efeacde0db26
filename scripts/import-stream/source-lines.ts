import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { DirectoryError } from "#server/contract/errors.ts";

export interface SourceLine {
  /** 1-based, as an editor shows it. */
  readonly line: number;
  readonly text: string;
  /** Bytes up to here, and of the whole file. */
  readonly done: number;
  readonly of: number;
}

/** A line that is longer is no line of a table; it would fill the memory. */
const MOST_LETTERS = 10_000_000;

/** Lines of a UTF-8 file, one after the other. Throws `too_large`, and `bad_request` for bytes that are not UTF-8. */
export async function* sourceLines(file: string): AsyncGenerator<SourceLine> {
  const of = (await stat(file)).size;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new DirectoryError("bad_request", "A file that is read as a stream must be UTF-8.");
    }
  };
  let rest = "";
  let line = 0;
  let done = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    const bytes = chunk as Buffer;
    done += bytes.length;
    rest += decode(bytes);
    const parts = rest.split(/\r\n|\n/u);
    rest = parts.pop() ?? "";
    if (rest.length > MOST_LETTERS)
      throw new DirectoryError("too_large", `Line ${line + parts.length + 1} is too long.`);
    for (const text of parts) yield { line: ++line, text, done, of };
  }
  rest += decode();
  if (rest !== "") yield { line: ++line, text: rest, done: of, of };
}

/** Records of a CSV file: lines are joined while a quotation mark stands open. */
export async function* csvRecords(file: string): AsyncGenerator<SourceLine> {
  let open: SourceLine | undefined;
  for await (const next of sourceLines(file)) {
    const joined: SourceLine =
      open === undefined ? next : { ...next, line: open.line, text: `${open.text}\n${next.text}` };
    if (joined.text.length > MOST_LETTERS)
      throw new DirectoryError(
        "bad_request",
        `A quotation mark is opened on line ${joined.line} and never closed.`,
      );
    const isOpen = (joined.text.split('"').length - 1) % 2 === 1;
    open = isOpen ? joined : undefined;
    if (!isOpen && joined.text.trim() !== "") yield joined;
  }
  if (open !== undefined)
    throw new DirectoryError(
      "bad_request",
      `A quotation mark is opened on line ${open.line} and never closed.`,
    );
}
