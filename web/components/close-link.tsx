import { Icon } from "#web/icons/icon.tsx";
import { SiteLink } from "./site-link.tsx";
import { useSite } from "./site-context.ts";

/** Back to what was there before; without a script, to the start. */
export function CloseLink() {
  const { words, back } = useSite();
  if (back === null) {
    return (
      <SiteLink to="home" class="btn square" label={words.t("site.close")}>
        <Icon name="x" />
      </SiteLink>
    );
  }
  return (
    <button type="button" class="btn square" aria-label={words.t("site.close")} onClick={back}>
      <Icon name="x" />
    </button>
  );
}
