/**
 * Draws each sign once: a page with all listings of an area holds the same twenty signs thousands of times. Works
 * on HTML that our own components made, whose form is fixed by `web/icons/icon.tsx`.
 */
const ICON = /(<svg class="ic[^"]*" viewBox="0 0 256 256" aria-hidden="true">)<path d="([^"]+)"><\/path>/gu;

/** The same HTML with every sign as a reference, and the signs themselves before it. */
export function shareIcons(html: string): string {
  const names = new Map<string, string>();
  const shared = html.replace(ICON, (_whole, open: string, path: string) => {
    const name = names.get(path) ?? `i${names.size}`;
    names.set(path, name);
    return `${open}<use href="#${name}"></use>`;
  });
  const symbols = [...names].map(([path, name]) => `<path id="${name}" d="${path}"></path>`).join("");
  return `<svg class="signs" aria-hidden="true"><defs>${symbols}</defs></svg>${shared}`;
}
