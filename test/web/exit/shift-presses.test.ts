import { describe, expect, it } from "vitest";
import { createShiftPresses, PRESS_TIME } from "#web/exit/shift-presses.ts";

const shift = { key: "Shift", shiftKey: false };
const letter = { key: "a", shiftKey: false };
const capital = { key: "A", shiftKey: true };

/** Whether any of the keys, a second apart, left. */
const leaves = (keys: readonly { key: string; shiftKey: boolean }[], apart = 1000) => {
  const presses = createShiftPresses();
  return keys.map((key, i) => presses.keyup(key, i * apart)).includes(true);
};

describe("three presses of Shift", () => {
  it("leave", () => expect(leaves([shift, shift, shift])).toBe(true));
  it("do not leave when there are two", () => expect(leaves([shift, shift])).toBe(false));
  it("start again after another key", () => expect(leaves([shift, shift, letter, shift])).toBe(false));
  it("do not count Shift that made a capital", () =>
    expect(leaves([capital, shift, capital, shift, capital, shift])).toBe(false));
  it("count from each press anew, so that slow hands leave too", () =>
    expect(leaves([shift, shift, shift], PRESS_TIME - 1)).toBe(true));
  it("start again when a press is too old", () =>
    expect(leaves([shift, shift, shift], PRESS_TIME + 1)).toBe(false));
  it("are forgotten when the page comes back", () => {
    const presses = createShiftPresses();
    presses.keyup(shift, 0);
    presses.keyup(shift, 1);
    presses.reset();
    expect(presses.keyup(shift, 2)).toBe(false);
    expect(presses.count).toBe(1);
  });
});
