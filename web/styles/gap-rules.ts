/** What one rule of a style sheet says of space; "" where it says nothing. */
export interface SpacedRule {
  readonly selector: string;
  /** Condition of the media query around it. */
  readonly media: string | null;
  readonly display: string;
  readonly direction: string;
  readonly wrap: string;
  readonly gap: string;
  readonly rowGap: string;
  readonly columnGap: string;
  /** Names of its margins that are `auto`: they push a part away and are no space that a gap stands for. */
  readonly autoMargins: readonly string[];
}

/** How the parts of a box stand apart. */
interface Box {
  readonly display: string;
  readonly direction: string;
  readonly wrap: string;
  readonly row: string;
  readonly column: string;
}

const PLAIN: Box = { display: "", direction: "", wrap: "", row: "", column: "" };

/** Parts of a list that stand between a sign and the next, brackets kept whole. */
const apart = (text: string, sign: "," | " "): readonly string[] =>
  (
    text.match(
      sign === ","
        ? /(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[^,()])+/gu
        : /(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()])+/gu,
    ) ?? []
  ).map((part) => part.trim());

/** What a box is once a rule is added to it. */
function withRule(box: Box, rule: SpacedRule): Box {
  const [row = "", column = row] = apart(rule.gap, " ");
  return {
    display: rule.display || box.display,
    direction: rule.direction || box.direction,
    wrap: rule.wrap || box.wrap,
    row: rule.rowGap || row || box.row,
    column: rule.columnGap || column || box.column,
  };
}

/** Margins that stand for the gaps of a box: which of its parts have them, and how wide. Empty where it needs none. */
function margins({
  display,
  direction,
  wrap,
  row,
  column,
}: Box): readonly [parts: string, side: string, width: string][] {
  if (!display.endsWith("flex")) return [];
  const wanted: readonly [string, string, string][] = direction.startsWith("column")
    ? [[">*+*", direction.endsWith("reverse") ? "block-end" : "block-start", row]]
    : wrap.startsWith("wrap")
      ? [
          [">:not(:last-child)", "inline-end", column],
          [">*", "block-end", row],
        ]
      : [
          [">*+*", direction.endsWith("reverse") ? "inline-end" : "inline-start", column],
          // Words beside a drawing are no element that a rule could name.
          [">svg:only-child", "inline-end", column],
        ];
  return wanted.filter(([, , width]) => width !== "" && width !== "normal");
}

/**
 * Writes rules with margins in place of the gaps of flexible boxes, for browsers that leave these out. Call it with the
 * rules of each sheet in turn: what it learned of a box holds for the next. What is set for a box by another selector
 * than the one that makes it flexible is not seen.
 */
export function createGapWriter(): (rules: readonly SpacedRule[]) => readonly string[] {
  const boxes = new Map<string, Box>();
  return (rules) => {
    const written: string[] = [];
    const pushing: string[] = [];
    for (const rule of rules) {
      const inMedia = (text: string) => (rule.media === null ? text : `@media ${rule.media}{${text}}`);
      if (rule.autoMargins.length > 0)
        pushing.push(
          inMedia(`${rule.selector}{${rule.autoMargins.map((name) => `${name}:auto`).join(";")}}`),
        );
      const says = [rule.display, rule.direction, rule.wrap, rule.gap, rule.rowGap, rule.columnGap];
      if (says.every((one) => one === "")) continue;
      for (const selector of apart(rule.selector, ",")) {
        if (selector.includes("::")) continue;
        const always = boxes.get(selector) ?? PLAIN;
        const key = rule.media === null ? selector : `${rule.media} ${selector}`;
        const before = boxes.get(key) ?? always;
        const after = withRule(before, rule);
        boxes.set(key, after);
        const now = margins(after);
        // What stood there before and no longer does is taken back.
        const gone = margins(before).filter(
          ([parts, side]) => !now.some((one) => one[0] === parts && one[1] === side),
        );
        for (const [parts, side, width] of [...gone.map((one) => [one[0], one[1], "0"] as const), ...now])
          written.push(inMedia(`${selector}${parts}{margin-${side}:${width}}`));
      }
    }
    return [...written, ...pushing];
  };
}
