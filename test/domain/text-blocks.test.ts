import { describe, expect, test } from "vitest";
import { readTextBlocks } from "#server/domain/text-blocks.ts";

describe("the markup of public texts", () => {
  test.each([
    ["One.\nTwo.", [{ kind: "paragraph", text: "One. Two." }]],
    [
      "One.\r\n\r\nTwo.",
      [
        { kind: "paragraph", text: "One." },
        { kind: "paragraph", text: "Two." },
      ],
    ],
    [
      "## Head\n- a\n- b",
      [
        { kind: "heading", text: "Head" },
        { kind: "list", items: ["a", "b"] },
      ],
    ],
    [
      "It can see:\n- a,\n  and more\n- b",
      [
        { kind: "paragraph", text: "It can see:" },
        { kind: "list", items: ["a, and more", "b"] },
      ],
    ],
    [
      "1. Write.\nDays and hours.\nThe place.\n2. Keep.",
      [
        {
          kind: "steps",
          items: [
            { title: "Write.", text: "Days and hours. The place." },
            { title: "Keep.", text: "" },
          ],
        },
      ],
    ],
    ["\n \n", []],
  ])("%j is read as blocks", (body, blocks) => {
    expect(readTextBlocks(body)).toEqual(blocks);
  });

  test("what looks like HTML or a link is words and nothing else", () => {
    const body = "<script>alert(1)</script> [go](https://example.org) **bold**";
    expect(readTextBlocks(body)).toEqual([{ kind: "paragraph", text: body }]);
  });

  test("a year at the start of a sentence is no step", () => {
    expect(readTextBlocks("2026. was the year")).toEqual([{ kind: "paragraph", text: "2026. was the year" }]);
  });
});
