import { areaNameIn, useSite } from "#web/components/site-context.ts";
import type { Tools } from "#web/helper/tools.ts";
import { receiverText } from "../restricted/receiver-text.ts";
import { t } from "../words.ts";
import type { RestrictedTier } from "./restricted-tier.ts";

/** Under the places: opens the intake contacts of each, says for whom, and puts them away again. */
export function TierPanel({ tools, tier }: { readonly tools: Tools; readonly tier: RestrictedTier }) {
  const site = useSite();
  const access = tier.access.value;
  if (access === null) return null;
  if (access.why !== "granted") return <p class="small">{t(`restricted.why.${access.why}`)}</p>;
  const here = tools.model.finding.value.where.areas?.[0];
  const wanted = [...new Set([here, tools.laterArea.value].filter((code) => typeof code === "string"))];
  const opened = tier.areas.value;
  const nameOf = (code: string) => areaNameIn(site, code) ?? code;
  const [first] = opened;
  return (
    <div class="tierpanel">
      {tier.failed.value !== null && <p role="alert">{tier.failed.value}</p>}
      {wanted
        .filter((code) => !opened.some(({ area }) => area === code))
        .map((code) =>
          access.areas.some((one) => one.code === code) ? (
            <button key={code} type="button" class="btn" onClick={() => void tier.open(code)}>
              {t("find.open", { area: nameOf(code) })}
            </button>
          ) : (
            <p key={code} class="small">
              {t("find.not-yours", { area: nameOf(code) })}
            </p>
          ),
        )}
      {first === undefined ? (
        <p class="small">{t("find.open-note")}</p>
      ) : (
        <>
          <p class="small" role="status">
            {t("find.opened", { areas: opened.map(({ area }) => nameOf(area)).join(", ") })}{" "}
            {receiverText(first.receiver)}
          </p>
          <button type="button" class="btn" onClick={() => tier.close()}>
            {t("find.close")}
          </button>
        </>
      )}
    </div>
  );
}
