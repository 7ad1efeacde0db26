import { describe, expect, test } from "vitest";
import { preprocessCSS, resolveConfig } from "vite";
import { oldDirections } from "../../scripts/old-directions.ts";

/** What the build makes of a style. */
async function built(css: string): Promise<string> {
  const config = await resolveConfig(
    { configFile: false, css: { postcss: { plugins: [oldDirections] } } },
    "build",
  );
  return (await preprocessCSS(css, "page.css", config)).code.replace(/\s+/gu, " ");
}

describe("styles for browsers without logical insets", () => {
  test("what reaches both sides reaches both sides in every direction", async () => {
    const css = await built(".cover { inset-inline: 0; }");
    expect(css).toContain("left: 0");
    expect(css).toContain("right: 0");
    expect(css).not.toContain("rtl");
  });

  test("what lies at one side changes the side in right-to-left pages", async () => {
    const css = await built(".pin { inset-inline: auto 4px; }");
    expect(css).toContain('[dir="rtl"] .pin');
    expect(css).toContain("left: 4px");
  });
});
