import type { RingRow } from "#server/contract/curate/workflow.ts";
import { Icon } from "#web/icons/icon.tsx";
import { get } from "../api.ts";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { useLoad } from "../load.ts";
import { to } from "../route.ts";
import { questionLabel, dayText, t, tOr } from "../words.ts";

/** Who to ring: late first, then by how much depends on it; what to ask is in the row. */
export function Todo() {
  const ring = useLoad("ring", () => get<{ rows: readonly RingRow[] }>("/api/desk/ring"));
  const rows = ring.value.value?.rows ?? null;
  const late = rows?.filter((row) => row.late > 0).length ?? 0;
  return (
    <>
      <PageHead
        title={t("todo.title")}
        sub={rows === null ? "" : t("todo.sub", { late, soon: rows.length - late })}
      />
      {ring.failed.value !== null && (
        <Notice kind="late" text={ring.failed.value} action={t("app.retry")} onAction={ring.reload} />
      )}
      <section class="box">
        <header>
          <h2>{t("todo.ring")}</h2>
          <span class="small">{t("todo.ring-note")}</span>
        </header>
        {rows?.length === 0 && <p class="pad note">{t("todo.none")}</p>}
        <ul class="rows ring">
          {(rows ?? []).map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      </section>
    </>
  );
}

function Row({ row }: { readonly row: RingRow }) {
  const { id, name, risk, every, late, numbers, ask, lastTry, state, unanswered, reports, urgent } = row;
  // The weightiest three; the listing itself has them all.
  const questions = ask.slice(0, 3).map(questionLabel).join(" ");
  return (
    <li>
      <span class="who">
        <a href={to("listings", id)}>
          <b>{name}</b>
        </a>
        <small>{t("todo.every", { risk: tOr(`todo.risk.${risk}`, risk), n: every })}</small>
      </span>
      <span class="when">
        <Late late={late} />
        <small class="ltr num">{numbers[0] ?? ""}</small>
        {state === "hidden" && <small>{t("todo.hidden")}</small>}
      </span>
      <span class="what">
        {ask.length === 0 ? t("todo.ask-all") : t("todo.ask", { what: questions })}
        {reports.length > 0 && (
          <b class={urgent === null ? "" : "late"}>
            {t("todo.reports", {
              what: reports
                .map(({ kind, count }) => `${tOr(`inbox.kind.${kind}`, kind)} ${count} ×`)
                .join(", "),
            })}
          </b>
        )}
        {urgent === "review" && <small>{t("inbox.review")}</small>}
        {urgent === "look" && <small>{t("todo.look")}</small>}
        {unanswered.unreachable && <b class="late">{t("todo.unreachable", { n: unanswered.tries })}</b>}
        {lastTry !== null && (
          <small>
            {t("call.tried", {
              outcome: tOr(`call.outcome.${lastTry.outcome}`, lastTry.outcome),
              date: dayText(lastTry.at),
            })}
          </small>
        )}
      </span>
      <a class="btn" href={to("listings", id, "checked")}>
        <Icon name="phone" />
        {t("todo.ring-button")}
      </a>
    </li>
  );
}

function Late({ late }: { readonly late: number }) {
  if (late > 0) return <b class="late">{t("todo.late", { n: late })}</b>;
  return <span>{late === 0 ? t("todo.today") : t("todo.soon", { n: -late })}</span>;
}
