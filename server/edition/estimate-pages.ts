/**
 * About how many pages an edition takes, before anyone has drawn it: for the first look, where "about" stands beside
 * the number. Counted in lines of text; the sizes are those of `typst/edition.typ`, the weights are measured on the
 * booklets of the demo.
 */
import type { Block, Edition, Line } from "#server/contract/edition.ts";

/** Lines on a page and letters in a line, of full-width text. */
interface PageSize {
  readonly lines: number;
  readonly letters: number;
}

const SIZES: Readonly<Record<"a4" | "a5", { readonly plain: PageSize; readonly large: PageSize }>> = {
  a4: { plain: { lines: 58, letters: 92 }, large: { lines: 36, letters: 50 } },
  a5: { plain: { lines: 46, letters: 66 }, large: { lines: 23, letters: 33 } },
};

export interface EstimatedPages {
  readonly pages: number;
  /** The page on which each chapter begins, in order. */
  readonly chapters: readonly number[];
}

/** Pages of an edition, sheets for stapling counted as the small pages on them. */
export function estimatePages({ blocks, wishes }: Edition): EstimatedPages {
  const own = SIZES[wishes.paper === "a4" ? "a4" : "a5"];
  const size = wishes.large ? own.large : own.plain;
  const chapters: number[] = [];
  let page = 1;
  let line = 0;
  const turn = () => {
    if (line > 0) page += 1;
    line = 0;
  };
  for (const block of blocks) {
    const breaks =
      block.kind === "page-break" || block.kind === "contents" || (block.kind === "chapter" && block.newPage);
    if (breaks) turn();
    if (block.kind === "chapter") chapters.push(page);
    line += linesOf(block, size);
    if (block.kind === "cover") line = size.lines;
    page += Math.floor(line / size.lines);
    line %= size.lines;
  }
  return { pages: line > 0 || page === 1 ? page : page - 1, chapters };
}

/** Lines that a text takes, each language on lines of its own. */
function wrapped(line: Line, letters: number): number {
  return line.reduce((sum, { text }) => sum + Math.max(1, Math.ceil(text.length / letters)), 0);
}

function linesOf(block: Block, size: PageSize): number {
  const { letters } = size;
  switch (block.kind) {
    case "entry": {
      const top = 3 + block.contacts.length * 1.4 + wrapped(block.name, letters * 0.7);
      const facts = block.rows.map(({ paragraphs }) =>
        paragraphs.reduce(
          (sum, spans) =>
            sum +
            Math.ceil(spans.reduce((count, { text }) => count + text.length + 1, 10) / (letters * 0.96)),
          0.25,
        ),
      );
      return Math.max(top, 7) + facts.reduce((sum, lines) => sum + lines, 0) + 1.5;
    }
    case "reference":
      return 1.6;
    case "chapter":
      return 3.5;
    case "section":
      return 2.4 + (block.about === null ? 0 : wrapped(block.about, letters));
    case "text":
      return wrapped(block.line, letters) + 0.5;
    case "list":
      return block.items.reduce((sum, item) => sum + wrapped(item, letters) + 0.5, 0);
    case "numbers":
      return 1.5 + block.items.reduce((sum, { label }) => sum + 2.4 + wrapped(label, letters), 0);
    case "index":
      return block.rows.length * 0.85;
    case "map":
      return size.lines * 0.55 + block.legend.length * 0.8;
    case "notes":
      if (block.title !== undefined) return 0;
      return block.lines * 2;
    case "fields":
      return (block.rows.length * 2.2) / block.columns;
    case "table":
      // Tables are set smaller.
      return (
        0.6 *
        block.rows.reduce(
          (sum, { cells }) =>
            sum +
            Math.max(
              ...cells.map(
                (cell) =>
                  1.2 + cell.reduce((lines, one) => lines + linesOf(one, narrow(size, cells.length)), 0),
              ),
            ),
          3,
        )
      );
    case "columns":
      return Math.max(...block.columns.map((cell) => cell.reduce((sum, one) => sum + linesOf(one, size), 0)));
    case "short":
      return (
        1.3 +
        wrapped(block.name, letters) +
        wrapped(block.who, letters) +
        wrapped(block.rest, letters) +
        (block.visit === null ? 0 : 2)
      );
    case "head":
      return 7;
    case "child-row":
      return 6;
    case "cards":
    case "poster":
      return size.lines - 1;
    case "speech":
      return block.lines.length * 2.5;
    case "qr":
      return 6;
    default:
      return 0;
  }
}

const narrow = ({ lines, letters }: PageSize, columns: number): PageSize => ({
  lines,
  letters: letters / columns,
});
