import { describe, expect, test } from "vitest";
import { wordDifference } from "#server/domain/word-difference.ts";

const marked = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ text, isNew }) => (isNew ? `[${text}]` : text))
    .join("");

describe("what is new in a text", () => {
  test.each([
    ["Call first.", "Call first.", "Call first."],
    [
      "Call first. Someone may call.",
      "Call, or walk in. Someone may call.",
      "[Call, or walk in.] Someone may call.",
    ],
    ["Open on Monday", "Open on Monday and Friday", "Open on Monday[ and Friday]"],
    ["Bring papers and food", "Bring food", "Bring food"],
    ["", "New", "[New]"],
    ["เปิดวันจันทร์", "เปิดวันศุกร์", "เปิดวัน[ศุก]ร์"],
  ])("%j → %j is %j", (before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
    expect(
      wordDifference(before, after)
        .map(({ text }) => text)
        .join(""),
    ).toBe(after);
  });
});
