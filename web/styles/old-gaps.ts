import { createGapWriter, type SpacedRule } from "./gap-rules.ts";

/** The rules of a sheet that say something of space, in their order; those inside a media query carry it. */
function spacedRules(rules: CSSRuleList, media: string | null = null): readonly SpacedRule[] {
  return Array.from(rules).flatMap((rule) => {
    if (rule instanceof CSSMediaRule) return spacedRules(rule.cssRules, rule.conditionText);
    if (!(rule instanceof CSSStyleRule)) return [];
    const say = (name: string) => rule.style.getPropertyValue(name);
    return [
      {
        selector: rule.selectorText,
        media,
        display: say("display"),
        direction: say("flex-direction"),
        wrap: say("flex-wrap"),
        gap: say("gap"),
        rowGap: say("row-gap"),
        columnGap: say("column-gap"),
        autoMargins: AUTO.filter((name) => say(name) === "auto"),
      },
    ];
  });
}

const SIDES = ["top", "right", "bottom", "left", "inline-start", "inline-end", "block-start", "block-end"];
const AUTO = SIDES.map((side) => `margin-${side}`);

/**
 * Gives the parts of flexible boxes margins in place of the gaps that this browser leaves out, in the sheets that are
 * there and in those that still come. Needs `hasFlexGap` to be false: elsewhere the space would be double.
 */
export function fillGaps(document: Document): void {
  const write = createGapWriter();
  const done = new Set<CSSStyleSheet>();
  const fill = (): void => {
    for (const sheet of Array.from(document.styleSheets)) {
      if (sheet.href === null || done.has(sheet)) continue;
      done.add(sheet);
      for (const rule of write(spacedRules(sheet.cssRules))) sheet.insertRule(rule, sheet.cssRules.length);
    }
  };
  fill();
  document.addEventListener("load", ({ target }) => target instanceof HTMLLinkElement && fill(), true);
}
