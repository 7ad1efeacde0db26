import { SiteLink } from "./site-link.tsx";
import { useSite } from "./site-context.ts";
import { dateText } from "#web/i18n/dates.ts";
import { Icon } from "#web/icons/icon.tsx";
import { kept } from "#web/keep/keep-model.ts";
import { renewed } from "#web/keep/renew-kept.ts";
import { ageInDays, OLD } from "#web/keep/kept-list.ts";

/**
 * Under the top bar while something is kept. Without internet it says from when the copy is, in a warm tone from thirty
 * days on; so it does while a connection that seems to be there has not renewed the copy in this visit.
 */
export function KeptLine({ area }: { readonly area: string | null }) {
  const { words } = useSite();
  const list = kept.value;
  const online = renewed.value;
  if (list === null) return null;
  const dates = list.areas.filter(({ code }) => area === null || code === area).map(({ date }) => date);
  const [date] = (dates.length > 0 ? dates : list.areas.map((one) => one.date)).sort();
  const days = date === undefined ? 0 : ageInDays(date, new Date());
  const text = online
    ? words.t("kept.title")
    : date === undefined
      ? words.t("site.offline")
      : words.t(days >= OLD ? "site.offline-old" : "site.offline-copy", {
          n: days,
          date: dateText(words, date),
        });
  return (
    <p class={!online && days >= OLD ? "keptline old" : "keptline"} role="status">
      <Icon name={online ? "device-mobile" : "wifi-slash"} />
      <span>{text}</span>
      <SiteLink to="kept">{words.t("site.see")}</SiteLink>
    </p>
  );
}
