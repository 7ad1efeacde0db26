import type { CSSOptions, Plugin } from "vite";

/**
 * Logical properties for browsers that lack them (Chrome before 87, Safari before 14.1), in a few bytes: shorthands
 * become their two longhands, block sides become top and bottom (nothing here is written downwards), and inline
 * insets and corners get one rule for right-to-left pages. The build's own way repeats every rule for a list of
 * languages, which was a quarter of the style sheet.
 */
/** What Vite takes as a PostCSS plugin. */
type PostcssPlugin = NonNullable<Exclude<NonNullable<CSSOptions["postcss"]>, string>["plugins"]>[number];

interface Declaration {
  readonly prop: string;
  readonly value: string;
  readonly important?: boolean;
  readonly parent?: Rule | undefined;
  /** The file and place that it came from. */
  readonly source?: unknown;
  cloneBefore(changes: { prop: string; value: string }): unknown;
  remove(): unknown;
}
interface Rule {
  readonly type: string;
  selector?: string;
  clone(changes: { selector: string; nodes: never[] }): RuleCopy;
  after(rule: RuleCopy): unknown;
}
interface RuleCopy {
  append(declaration: { prop: string; value: string; important: boolean; source: unknown }): unknown;
}

/** One value for both sides, or one for each. Values in brackets stay whole. */
function twoValues(value: string): readonly [string, string] {
  const parts = value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/gu) ?? [value];
  return [parts[0] ?? value, parts[1] ?? parts[0] ?? value];
}

const SIDES: Readonly<Record<string, readonly [string, string]>> = {
  "margin-inline": ["margin-inline-start", "margin-inline-end"],
  "padding-inline": ["padding-inline-start", "padding-inline-end"],
  "margin-block": ["margin-top", "margin-bottom"],
  "padding-block": ["padding-top", "padding-bottom"],
  "inset-block": ["top", "bottom"],
};
const RENAMED: Readonly<Record<string, string>> = {
  "inset-block-start": "top",
  "inset-block-end": "bottom",
};
/** Left to right, and right to left. */
const TURNED: Readonly<Record<string, readonly [string, string]>> = {
  "inset-inline-start": ["left", "right"],
  "inset-inline-end": ["right", "left"],
  "border-start-start-radius": ["border-top-left-radius", "border-top-right-radius"],
  "border-start-end-radius": ["border-top-right-radius", "border-top-left-radius"],
  "border-end-start-radius": ["border-bottom-left-radius", "border-bottom-right-radius"],
  "border-end-end-radius": ["border-bottom-right-radius", "border-bottom-left-radius"],
};
const UNSET: Readonly<Record<string, string>> = { left: "auto", right: "auto" };

function turn(declaration: Declaration, ltr: string, rtl: string): void {
  // What is new says which file it comes from, as Vite resolves an address in it from there.
  const { parent, value, source } = declaration;
  declaration.cloneBefore({ prop: ltr, value });
  if (parent?.type !== "rule" || parent.selector === undefined) return;
  const selector = parent.selector.split(",").map((one) => `[dir="rtl"] ${one.trim()}`);
  const copy = parent.clone({ selector: selector.join(","), nodes: [] });
  const important = declaration.important ?? false;
  copy.append({ prop: ltr, value: UNSET[ltr] ?? "0", important, source });
  copy.append({ prop: rtl, value, important, source });
  parent.after(copy);
}

const plugin = {
  postcssPlugin: "old-directions",
  Declaration(declaration: Declaration): void {
    const { prop, value } = declaration;
    const sides = SIDES[prop];
    const turned = TURNED[prop];
    const renamed = RENAMED[prop];
    if (sides !== undefined) {
      const values = twoValues(value);
      sides.forEach((side, i) => declaration.cloneBefore({ prop: side, value: values[i] ?? value }));
    } else if (prop === "inset-inline") {
      const [start, end] = twoValues(value);
      // The same on both sides is the same in both directions.
      const [left, right] = start === end ? ["left", "right"] : ["inset-inline-start", "inset-inline-end"];
      declaration.cloneBefore({ prop: left, value: start });
      declaration.cloneBefore({ prop: right, value: end });
    } else if (prop === "inset") {
      const [top, right] = twoValues(value);
      const all = value.trim().split(/\s+/u);
      if (all.length > 2 && value.includes("(")) return;
      const four = [top, right, all[2] ?? top, all[3] ?? right];
      ["top", "right", "bottom", "left"].forEach((side, i) =>
        declaration.cloneBefore({ prop: side, value: four[i] ?? value }),
      );
    } else if (turned !== undefined) turn(declaration, ...turned);
    else if (renamed !== undefined) declaration.cloneBefore({ prop: renamed, value });
    else return;
    declaration.remove();
  },
};

/** A PostCSS plugin, as Vite takes it; it sees of a declaration what stands in `Declaration` above. */
export const oldDirections = plugin as unknown as PostcssPlugin;

const FOUR = ["top", "right", "bottom", "left"];

/** Top, right, bottom and left of a shorthand of one to four values. */
function fourSides(value: string): string {
  const [top = value, right = top, bottom = top, left = right] =
    value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/gu) ?? [];
  return [top, right, bottom, left].map((one, i) => `${FOUR[i]}:${one}`).join(";");
}

/**
 * What the minifier joined again is taken apart: `inset` and the two sides of `-inline` and `-block` are shorthands that
 * browsers before Chrome 87 and Safari 14.1 do not know, so that they would leave out what it says. Works on minified
 * text.
 */
export const apart = (css: string): string =>
  css
    .replace(/(?<=[{;])border-(inline|block):([^;}]+)/gu, (_, way: string, value: string) =>
      way === "block"
        ? `border-top:${value};border-bottom:${value}`
        : `border-left:${value};border-right:${value}`,
    )
    .replace(/(?<=[{;])inset:([^;}]+)/gu, (_, value: string) => fourSides(value))
    .replace(
      /(?<=[{;])((?:margin|padding|inset)-(?:inline|block)):([^;}]+)/gu,
      (_, name: string, value: string) => {
        const important = value.endsWith("!important") ? "!important" : "";
        const [start, end] = twoValues(value.slice(0, value.length - important.length));
        return `${name}-start:${start}${important};${name}-end:${end}${important}`;
      },
    );

/** The plugin of it: after the minifier, before the files are listed and squeezed. */
export function shorthandsApart(): Plugin {
  return {
    name: "shorthands-apart",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === "asset" && file.fileName.endsWith(".css") && typeof file.source === "string")
          file.source = apart(file.source);
    },
  };
}
