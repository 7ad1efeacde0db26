import { loadMoreWords } from "#web/i18n/load.ts";

let styles: Promise<unknown> | null = null;
let signs: Promise<unknown> | null = null;

/** Adds a style sheet; settles when it is there, or when it will not come: the words can be read without it. */
function addStyle(document: Document, href: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => resolve());
    document.head.append(link);
  });
}

/**
 * What the screens after the first ones need beside their script: their words, styles and signs. The same for
 * everybody, fetched once. Rejects when the words do not come.
 */
export async function loadRest(document: Document, lang: string, sheets: readonly string[]): Promise<void> {
  styles ??= Promise.all(sheets.map((href) => addStyle(document, href)));
  signs ??= import("#web/icons/add-signs.ts").then(({ addSigns }) => addSigns(document));
  signs.catch(() => (signs = null));
  await Promise.all([loadMoreWords(lang), styles]);
}
