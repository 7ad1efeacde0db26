import { describe, expect, test } from "vitest";
import { type Box, overlaps } from "#web/map/mercator.ts";
import { type Label, placeLabels } from "#web/map/place-labels.ts";

const town = (text: string, at: [number, number], rank: number): Label => ({ text, at, rank, kind: "town" });
const place = (labels: readonly Label[], changes: { taken?: Box[]; limit?: number } = {}) =>
  placeLabels(labels, {
    measure: ({ text }) => text.length * 7,
    height: 16,
    frame: [0, 0, 300, 200],
    taken: changes.taken ?? [],
    limit: changes.limit ?? 50,
  });
const texts = (labels: readonly Label[]) => labels.map(({ text }) => text);

describe("labels", () => {
  test("the larger town keeps its name where two have no room", () => {
    const crowd = [1, 2, 3, 4, 5].map((n) => town(`Village ${n}`, [150 + n, 100 + n], n));
    expect(texts(place([...crowd, town("Chiang Mai", [150, 100], 10)]))[0]).toBe("Chiang Mai");
    expect(place(crowd).length).toBeLessThan(crowd.length);
  });

  test("no two names cover one another, a mark, or the edge", () => {
    const taken: Box[] = [[100, 60, 160, 120]];
    const labels = Array.from({ length: 60 }, (_, n) =>
      town(`Town ${n}`, [(n * 53) % 300, (n * 37) % 200], n % 7),
    );
    const placed = place(labels, { taken });
    expect(placed.length).toBeGreaterThan(3);
    for (const [index, { box }] of placed.entries()) {
      expect(box[0] >= 0 && box[1] >= 0 && box[2] <= 300 && box[3] <= 200).toBe(true);
      const others = [...taken, ...placed.slice(index + 1).map((other) => other.box)];
      expect(others.filter((other) => overlaps(box, other))).toEqual([]);
    }
  });

  test("a name goes to the left of its dot where there is no room at the right", () => {
    const [label] = place([town("Nakhon", [290, 100], 1)]);
    expect(label?.box[2]).toBeLessThan(290);
  });

  test("no more than the limit, and no name twice", () => {
    expect(
      place([town("A", [20, 20], 1), town("B", [20, 80], 1), town("C", [20, 140], 1)], { limit: 2 }),
    ).toHaveLength(2);
    expect(texts(place([town("Fang", [20, 20], 1), town("Fang", [200, 150], 1)]))).toEqual(["Fang"]);
  });
});
