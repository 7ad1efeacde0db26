import type { ComponentChildren } from "preact";
import { TEXT_PAGES } from "#db/vocabulary.ts";
import { pathOf } from "./paths.ts";
import { type Screen, useSite } from "./site-context.ts";

interface SiteLinkProps {
  readonly to: Screen;
  readonly class?: string;
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** The list and the choice of a place belong to "Find help", pages of words to "Your rights". */
function isCurrent(to: Screen, screen: Screen | null): boolean {
  if (to === "guide") return screen === to || TEXT_PAGES.some((page) => page === screen);
  return screen === to || (to === "home" && (screen === "place" || screen === "results"));
}

/** A link that changes the screen in memory where there is a script, and is followed where there is none. */
export function SiteLink({ to, class: className, label, children }: SiteLinkProps) {
  const { words, go, screen, generalOnly } = useSite();
  const follow = (event: MouseEvent) => {
    if (go === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a
      class={className}
      href={pathOf(words.lang, to, generalOnly)}
      aria-label={label}
      aria-current={isCurrent(to, screen) ? "page" : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
