import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { NEEDS } from "#db/vocabulary.ts";
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
    const drawn = NEEDS.map((need) => render(<NeedIcon need={need} />));
    expect(new Set(drawn).size).toBe(NEEDS.length);
    for (const svg of drawn) expect(svg).toMatch(/^<svg class="pict".*<path class="tint" d="M.*<path d="M/u);
  });
});
