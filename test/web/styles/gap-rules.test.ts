import { describe, expect, it } from "vitest";
import { createGapWriter, type SpacedRule } from "#web/styles/gap-rules.ts";

const rule = (selector: string, said: Partial<SpacedRule>): SpacedRule => ({
  selector,
  media: null,
  display: "",
  direction: "",
  wrap: "",
  gap: "",
  rowGap: "",
  columnGap: "",
  autoMargins: [],
  ...said,
});
const write = (...rules: SpacedRule[]) => createGapWriter()(rules);

describe("margins in place of gaps that an old browser leaves out", () => {
  it("stand before each part but the first of a row and of a column, in the direction of the writing", () => {
    expect(write(rule(".row", { display: "flex", gap: "8px" }))).toEqual([
      ".row>*+*{margin-inline-start:8px}",
      ".row>svg:only-child{margin-inline-end:8px}",
    ]);
    expect(write(rule(".column", { display: "flex", direction: "column", gap: "8px 4px" }))).toEqual([
      ".column>*+*{margin-block-start:8px}",
    ]);
  });

  it("stand after each part of a row that wraps, and keep sizes that have a name or are worked out", () => {
    expect(
      write(rule(".tags", { display: "inline-flex", wrap: "wrap", gap: "0 calc(var(--s3) * (1 + 1))" })),
    ).toEqual([
      ".tags>:not(:last-child){margin-inline-end:calc(var(--s3) * (1 + 1))}",
      ".tags>*{margin-block-end:0}",
    ]);
  });

  it("are none in a grid or where there is no gap, and none for what has no parts", () => {
    expect(
      write(
        rule(".grid", { display: "grid", gap: "8px" }),
        rule(".flex", { display: "flex" }),
        rule(".a::before", { display: "flex", gap: "8px" }),
      ),
    ).toEqual([]);
  });

  it("follow a box whose direction, gap or kind is another on a wide screen", () => {
    const base = rule(".a, .b", { display: "flex", direction: "column", rowGap: "8px", columnGap: "6px" });
    const media = "(min-width: 700px)";
    expect(
      write(
        base,
        rule(".a", { media, direction: "row" }),
        rule(".b", { media, display: "grid" }),
        rule(".b", { media: "print", rowGap: "2mm" }),
      ),
    ).toEqual([
      ".a>*+*{margin-block-start:8px}",
      ".b>*+*{margin-block-start:8px}",
      "@media (min-width: 700px){.a>*+*{margin-block-start:0}}",
      "@media (min-width: 700px){.a>*+*{margin-inline-start:6px}}",
      "@media (min-width: 700px){.a>svg:only-child{margin-inline-end:6px}}",
      "@media (min-width: 700px){.b>*+*{margin-block-start:0}}",
      "@media print{.b>*+*{margin-block-start:2mm}}",
    ]);
  });

  it("leave what pushes a part to the far end, and remember a box from one sheet to the next", () => {
    const writer = createGapWriter();
    expect(
      writer([
        rule(".end", { autoMargins: ["margin-inline-start"] }),
        rule(".row", { display: "flex", columnGap: "8px" }),
      ]),
    ).toEqual([
      ".row>*+*{margin-inline-start:8px}",
      ".row>svg:only-child{margin-inline-end:8px}",
      ".end{margin-inline-start:auto}",
    ]);
    expect(writer([rule(".row", { columnGap: "2px" })])).toEqual([
      ".row>*+*{margin-inline-start:2px}",
      ".row>svg:only-child{margin-inline-end:2px}",
    ]);
  });
});
