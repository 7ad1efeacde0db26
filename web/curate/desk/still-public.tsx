import { Icon } from "#web/icons/icon.tsx";
import { post } from "../api.ts";
import { to } from "../route.ts";
import { readStanding, standing } from "../standing.ts";
import { t } from "../words.ts";

/** On top of everything until it is gone: what was taken away and can still be found. */
export function StillPublic() {
  const n = standing.value?.states["still-public"] ?? 0;
  if (n === 0) return null;
  const tryNow = () =>
    post("/api/desk/carry")
      .then(readStanding)
      .catch(() => undefined);
  return (
    <section class="still" role="alert">
      <Icon name="wifi-slash" />
      <b class="h">{n === 1 ? t("public.still-public") : t("still.many", { n })}</b>
      <p>
        {t("still.one")} <a href={to("listings")}>{t("nav.listings")}</a>
      </p>
      <button type="button" class="btn" onClick={() => void tryNow()}>
        {t("still.try")}
      </button>
    </section>
  );
}
