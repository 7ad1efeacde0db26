import { renderToStaticMarkup } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { decodeBaseMap } from "#server/domain/base-map.ts";
import { mapNames } from "#web/map/map-names.ts";
import { PrintMap, type PrintPoint } from "#web/map/print-map.tsx";
import { readBaseMap, readPlaces } from "../../geo/read-built.ts";

const land = decodeBaseMap(readBaseMap("TH"));
const point = (number: number, at: [number, number], changes: Partial<PrintPoint> = {}): PrintPoint => ({
  number,
  point: at,
  special: false,
  addressNotShown: false,
  ...changes,
});

function draw(points: readonly PrintPoint[]): string {
  return renderToStaticMarkup(
    <PrintMap
      map={land}
      area="TH-50"
      points={points}
      names={mapNames(readPlaces("TH"), "en")}
      size={{ width: 420, height: 560 }}
      label="Map of Chiang Mai"
    />,
  );
}

describe("the map on paper", () => {
  test("shows each number once, with the names around it and the credit under it", () => {
    const html = draw([point(3, [18.79, 98.98]), point(12, [19.92, 99.21])]);
    expect(html).toContain(">3</text>");
    expect(html).toContain(">12</text>");
    expect(html).toMatch(/Fang|Chom Thong|Hang Dong/u);
    expect(html).toContain("Natural Earth · GeoNames");
  });

  test("numbers that would cover one another share a mark, in their order", () => {
    const html = draw([point(9, [18.79, 98.98]), point(2, [18.791, 98.981])]);
    expect(html).toContain(">2 9</text>");
  });

  test("an address that is not shown has a dashed edge, and a place outside the area is not drawn", () => {
    expect(draw([point(1, [19.304, 98.972], { addressNotShown: true })])).toMatch(
      /<rect [^>]*stroke-dasharray="3 2"[^>]*>\s*<\/rect><text|<rect [^>]*stroke-dasharray="3 2"[^>]*\/?>/u,
    );
    expect(draw([point(77, [7.0, 100.5])])).not.toContain("77</text>");
  });

  test("takes little ink: white or no ground, lines in black and grey, and the same drawing each time", () => {
    const html = draw([point(1, [18.79, 98.98])]);
    const fills = new Set([...html.matchAll(/ fill="([^"]+)"/gu)].map(([, fill]) => fill));
    expect([...fills].sort()).toEqual(["#000", "#fff", "none"]);
    expect(draw([point(1, [18.79, 98.98])])).toBe(html);
    expect(html.length).toBeLessThan(120_000);
  });
});
