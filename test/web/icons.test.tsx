import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { NEEDS } from "#db/vocabulary.ts";
import { roundPath } from "../../scripts/icons/round-path.ts";
import { drawSigns } from "#web/icons/draw-signs.ts";
import { Icon } from "#web/icons/icon.tsx";
import { NeedIcon } from "#web/icons/need-icon.tsx";

describe("icons", () => {
  it("are hidden from screen readers: the word beside them speaks", () => {
    expect(render(<Icon name="phone" />)).toMatch(
      /^<svg class="ic" viewBox="0 0 256 256" aria-hidden="true">/u,
    );
  });

  it("mirror where they point", () => {
    expect(render(<Icon name="sign-out" flip class="big" />)).toContain('class="ic flip big"');
  });

  it("have a pictogram in two tones for every need, each its own", () => {
    const drawn = NEEDS.map((need) => drawSigns(render(<NeedIcon need={need} />)));
    expect(new Set(drawn).size).toBe(NEEDS.length);
    for (const svg of drawn)
      expect(svg).toMatch(/<g id="n-[a-z-]+"><path class="tint" d="M[^"]+"><\/path><path d="M/u);
  });

  it("stand once on a page, however often they are pointed at", () => {
    const page = render(
      <p>
        <Icon name="check" />
        <Icon name="phone" class="big" />
        <Icon name="check" />
      </p>,
    );
    const signs = drawSigns(page, ["i-check", "i-x"]);
    expect([...signs.matchAll(/<g id="([^"]+)">/gu)].map(([, id]) => id)).toEqual([
      "i-check",
      "i-phone",
      "i-x",
    ]);
  });

  it("keep their points where they were when their numbers are made short", () => {
    expect(roundPath("M10.4,10.4l.4,.4l.4.4l.4.4z")).toBe("M10 10l1 1l0 0l1 1z");
    expect(roundPath("M1.2.6a8,8,0,01.11,8.9")).toBe("M1 1a8 8 0 0 1 0 9");
  });
});
