import { describe, expect, test } from "vitest";
import { preprocessCSS, resolveConfig } from "vite";
import { apart, oldDirections } from "../../scripts/old-directions.ts";

/** What the build makes of a style. */
async function built(css: string): Promise<string> {
  const config = await resolveConfig(
    { configFile: false, css: { postcss: { plugins: [oldDirections] } } },
    "build",
  );
  return (await preprocessCSS(css, "page.css", config)).code.replace(/\s+/gu, " ");
}

describe("shorthands that the minifier joined", () => {
  test("are sides again, each with its value", () => {
    expect(apart("a{inset:0}")).toBe("a{top:0;right:0;bottom:0;left:0}");
    expect(apart("a{color:red;inset:88px auto calc(1px + 2px)}")).toBe(
      "a{color:red;top:88px;right:auto;bottom:calc(1px + 2px);left:auto}",
    );
    expect(apart("a{padding-inline:7px 9px;margin-inline:auto!important}")).toBe(
      "a{padding-inline-start:7px;padding-inline-end:9px;margin-inline-start:auto!important;margin-inline-end:auto!important}",
    );
    expect(apart("a{border-block:1px solid var(--line)}")).toBe(
      "a{border-top:1px solid var(--line);border-bottom:1px solid var(--line)}",
    );
  });

  test("leave everything else as it is", () => {
    const css = "a{--inset:0;inset-inline-start:4px;padding-inline-start:1px;box-shadow:inset 0 0 1px red}";
    expect(apart(css)).toBe(css);
  });
});

test("what is new in a rule says which file it comes from, so that an address in it is found from there", async () => {
  const nowhere: string[] = [];
  const look = {
    postcssPlugin: "look",
    OnceExit(root: {
      walkDecls(each: (one: { prop: string; source?: { input: { file?: string } } }) => void): void;
    }) {
      root.walkDecls(({ prop, source }) => {
        if (source?.input.file === undefined) nowhere.push(prop);
      });
    },
  };
  const config = await resolveConfig(
    {
      configFile: false,
      css: { postcss: { plugins: [oldDirections, look as unknown as typeof oldDirections] } },
    },
    "build",
  );
  const css = "a { inset-inline: 1px 2px; inset: 0; padding-inline: 3px; border-start-end-radius: 4px }";
  expect((await preprocessCSS(css, "page.css", config)).code).toContain("border-top-right-radius");
  expect(nowhere).toEqual([]);
});

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
