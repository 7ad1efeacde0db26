/** A whole edition as HTML. */
import type { Edition } from "#server/contract/edition.ts";
import { Blocks, chapterId } from "./edition-blocks.tsx";
import { Flat } from "./edition-text.tsx";

interface EditionArticleProps {
  readonly edition: Edition;
  /** What to say of a chapter's page, by its place among the chapters; null: nothing is known of it. */
  readonly pageOf?: (chapter: number) => string | null;
}

/** The article of an edition, its contents as links. Printed by the browser it has no page numbers of its own. */
export function EditionArticle({ edition, pageOf }: EditionArticleProps) {
  const chapters = edition.blocks.filter((block) => block.kind === "chapter");
  const at = edition.blocks.findIndex((block) => block.kind === "contents");
  const contents = edition.blocks[at];
  const classes = [
    "edition",
    edition.wishes.large ? "large" : "",
    edition.wishes.bw ? "bw" : "",
    edition.wishes.paper,
  ];
  return (
    <article class={classes.filter((name) => name !== "").join(" ")}>
      <Blocks blocks={edition.blocks.slice(0, Math.max(0, at))} />
      {contents?.kind === "contents" && (
        <nav>
          <h2>
            <Flat line={contents.title} />
          </h2>
          <ul>
            {chapters.map(({ title }, index) => (
              <li key={chapterId(title)}>
                <a href={`#${chapterId(title)}`}>
                  <Flat line={title} />
                </a>
                {pageOf !== undefined && <small class="ed-page"> {pageOf(index)}</small>}
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Blocks blocks={edition.blocks.slice(at + 1)} />
      <footer class="ed-small">
        <Flat line={edition.foot} />
      </footer>
    </article>
  );
}
