/** The small markup of public texts. It can hold words, lists and steps, and nothing else. */
export interface Step {
  readonly title: string;
  /** Empty when the step is one line. */
  readonly text: string;
}

export type TextBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "steps"; readonly items: readonly Step[] };

const ITEM = /^[-*]\s+(.+)$/u;
const STEP = /^\d{1,2}[.)]\s+(.+)$/u;
const HEADING = /^#{1,6}\s+(.+)$/u;

/**
 * Reads a body. An empty line ends a block. `## ` begins a heading, `- ` a line of a list, `1. ` a step; lines
 * after a step's first are its text. Everything else is a paragraph: nothing is refused, and nothing is HTML.
 */
export function readTextBlocks(body: string): readonly TextBlock[] {
  return body
    .replace(/\r\n?/gu, "\n")
    .split(/\n[ \t]*\n/u)
    .map((block) =>
      block
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .filter((lines) => lines.length > 0)
    .flatMap(toBlocks);
}

function toBlocks(lines: readonly string[]): readonly TextBlock[] {
  const [first = "", ...rest] = lines;
  const heading = HEADING.exec(first)?.[1];
  if (heading !== undefined)
    return [{ kind: "heading", text: heading }, ...(rest.length > 0 ? toBlocks(rest) : [])];
  if (STEP.test(first)) return [{ kind: "steps", items: toSteps(lines) }];
  const start = lines.findIndex((line) => ITEM.test(line));
  if (start === 0) return [{ kind: "list", items: toItems(lines) }];
  // A list may follow its paragraph without an empty line.
  if (start > 0)
    return [
      { kind: "paragraph", text: lines.slice(0, start).join(" ") },
      { kind: "list", items: toItems(lines.slice(start)) },
    ];
  return [{ kind: "paragraph", text: lines.join(" ") }];
}

function toItems(lines: readonly string[]): readonly string[] {
  const items: string[] = [];
  for (const line of lines) {
    const item = ITEM.exec(line)?.[1];
    if (item === undefined) items.push(`${items.pop() ?? ""} ${line}`);
    else items.push(item);
  }
  return items;
}

function toSteps(lines: readonly string[]): readonly Step[] {
  const steps: Step[] = [];
  for (const line of lines) {
    const title = STEP.exec(line)?.[1];
    const last = steps[steps.length - 1];
    if (title !== undefined || last === undefined) steps.push({ title: title ?? line, text: "" });
    else steps[steps.length - 1] = { title: last.title, text: `${last.text} ${line}`.trim() };
  }
  return steps;
}
