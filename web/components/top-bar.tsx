import { LanguageMenu } from "./language-menu.tsx";
import { LeaveLink } from "./leave-link.tsx";
import { SiteLink } from "./site-link.tsx";
import { useSite } from "./site-context.ts";

function Mark() {
  return (
    <svg viewBox="0 0 24 28" aria-hidden="true">
      <rect x="1" y="1" width="22" height="26" rx="5" fill="#17483B" />
      <rect x="8" y="6.5" width="8" height="15" rx="2" fill="#F4B740" />
    </svg>
  );
}

export function TopBar() {
  const { words, settings } = useSite();
  return (
    <header class="top">
      <SiteLink to="home" class="brand">
        <Mark />
        {settings.publicName}
      </SiteLink>
      <nav aria-label={words.t("site.main-menu")}>
        <SiteLink to="home">{words.t("site.find")}</SiteLink>
        <SiteLink to="sheet">{words.t("site.print")}</SiteLink>
        <SiteLink to="guide">{words.t("site.rights")}</SiteLink>
        <SiteLink to="safe">{words.t("site.safe")}</SiteLink>
      </nav>
      <LanguageMenu />
      <LeaveLink />
    </header>
  );
}
