/** An edition as HTML text, outside a browser. */
import { render } from "preact-render-to-string";
import type { Edition } from "#server/contract/edition.ts";
import { EditionArticle } from "./edition-page.tsx";

/** The title, escaped, and the article. */
export function renderEdition(edition: Edition): { readonly title: string; readonly article: string } {
  return { title: render(<>{edition.title}</>), article: render(<EditionArticle edition={edition} />) };
}
