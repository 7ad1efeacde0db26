import { SiteLink } from "./site-link.tsx";
import { type Screen, useSite } from "./site-context.ts";
import type { MessageKey } from "#web/i18n/words.ts";

const LINKS: readonly (readonly [Screen, MessageKey])[] = [
  ["guide", "guide.title"],
  ["about", "site.about"],
  ["suggest", "suggest.link"],
];

/** The foot of every page: that one may choose, that being listed is no promise, and where more is said. */
export function PageFoot() {
  const { words } = useSite();
  return (
    <footer class="pagefoot">
      <p>
        {words.t("rights.choose")} {words.t("about.no-promise")}
      </p>
      <nav aria-label={words.t("foot.title")}>
        {LINKS.map(([to, label]) => (
          <SiteLink key={to} to={to}>
            {words.t(label)}
          </SiteLink>
        ))}
      </nav>
    </footer>
  );
}
