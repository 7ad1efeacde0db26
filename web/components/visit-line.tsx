import { Icon } from "#web/icons/icon.tsx";
import { SiteLink } from "./site-link.tsx";
import { useSite } from "./site-context.ts";

/** The first line of every page: this visit can be seen. A demo says so here. Only a script counts presses of Shift. */
export function VisitLine() {
  const { words, settings, go } = useSite();
  return (
    <div class="first">
      <div class="visit">
        <Icon name="eye" />
        <p>
          <span class="narrow">{words.t("site.visit-phone")}</span>
          <span class="wide">{words.t(go === null ? "site.visit-plain" : "site.visit-wide")}</span>
        </p>
        <SiteLink to="safe" class="more">
          {words.t("site.more")}
        </SiteLink>
      </div>
      {settings.demo && <p class="example">{words.t("site.demo-short")}</p>}
    </div>
  );
}
