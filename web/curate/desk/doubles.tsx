import type { DuplicatePair } from "#server/contract/curate/desk.ts";
import { get } from "../api.ts";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { useLoad } from "../load.ts";
import { to } from "../route.ts";
import { t, tOr } from "../words.ts";

/** Pairs that are probably the same service written twice, the likeliest first. */
export function Doubles() {
  const found = useLoad("doubles", () => get<{ pairs: readonly DuplicatePair[] }>("/api/desk/duplicates"));
  const pairs = found.value.value?.pairs ?? null;
  return (
    <>
      <PageHead title={t("doubles.title")} sub={t("doubles.sub")} />
      {found.failed.value !== null && <Notice kind="late" text={found.failed.value} />}
      <section class="box">
        {pairs?.length === 0 && <p class="pad note">{t("doubles.none")}</p>}
        <ul class="rows">
          {(pairs ?? []).map(({ a, b, score, signs }) => (
            <li key={`${a.id} ${b.id}`}>
              {[a, b].map(({ id, name, organization, code }) => (
                <span key={id} class="grow">
                  <a href={to("listings", id)}>
                    <b>{name}</b>
                  </a>
                  <small>
                    {organization} · {code}
                  </small>
                </span>
              ))}
              <span class="state">
                {Math.round(score * 100)} %
                <small>{signs.map((sign) => tOr(`doubles.sign.${sign}`, sign)).join(", ")}</small>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
