import { describe, expect, test } from "vitest";
import { sayProgress } from "../../scripts/say-progress.ts";

/** Everything that was said on a stream while `work` went on, 100 ms between two reports. */
function said(isTTY: boolean, reports: number): readonly string[] {
  const written: string[] = [];
  let moment = 0;
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 };
  const progress = sayProgress(stream, () => moment);
  for (let done = 0; done < reports; done++) {
    moment += 100;
    progress.tell("listings", done * 1000, reports * 1000);
  }
  progress.end();
  return written;
}

describe("the progress of a long import or publishing", () => {
  test("is one line on a terminal, written over once a second at most, and gone at the end", () => {
    const written = said(true, 100);
    expect(written.length).toBeLessThanOrEqual(10);
    expect(written[0]).toBe("\r\u001B[2Klistings: 19,000 of 100,000 (19 %), 2 s");
    expect(written.at(-1)).toBe("\r\u001B[2K");
  });

  test("is a line in ten seconds in a file, and nothing at all when it is quick", () => {
    expect(said(false, 250).map((line) => line.split(",").at(-1))).toEqual([" 2 s\n", " 12 s\n", " 22 s\n"]);
    expect(said(true, 15)).toEqual([]);
    expect(said(false, 15)).toEqual([]);
  });
});
