import { useSignal } from "@preact/signals";
import type { AppealView } from "#server/contract/curate/governance.ts";
import { get, post } from "../api.ts";
import { TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { to } from "../route.ts";
import { t } from "../words.ts";

/** Appeals that wait for an answer; nothing while there are none. */
export function Appeals() {
  const found = useLoad("appeals", () => get<{ appeals: readonly AppealView[] }>("/api/governance/appeals"));
  const appeals = found.value.value?.appeals ?? [];
  if (appeals.length === 0) return null;
  return (
    <section class="box">
      <header>
        <h2>{t("appeal.list")}</h2>
      </header>
      <ul class="rows">
        {appeals.map((appeal) => (
          <Appeal key={appeal.id} appeal={appeal} onDone={found.reload} />
        ))}
      </ul>
    </section>
  );
}

function Appeal({ appeal, onDone }: { readonly appeal: AppealView; readonly onDone: () => void }) {
  const answer = useSignal("");
  const failed = useSignal<string | null>(null);
  const { id, listing, byRole, what, left } = appeal;
  const decide = (outcome: "upheld" | "declined") => {
    failed.value = null;
    post(`/api/governance/appeals/${id}`, { outcome, answer: answer.value }).then(
      onDone,
      (error: unknown) => (failed.value = reasonOf(error)),
    );
  };
  return (
    <li>
      <span class="grow">
        <a href={to("listings", listing.id)}>
          <b>{listing.name}</b>
        </a>
        <small>
          {listing.code} · {byRole}
        </small>
        {what}
      </span>
      <span class={left < 0 ? "late" : ""}>
        {left < 0 ? t("appeal.late", { n: -left }) : t("appeal.left", { n: left })}
      </span>
      <TextField label={t("appeal.answer")} value={answer.value} onChange={(v) => (answer.value = v)} />
      {failed.value !== null && <Notice kind="late" text={failed.value} />}
      <span class="acts">
        {(["upheld", "declined"] as const).map((outcome) => (
          <button
            key={outcome}
            type="button"
            class="btn"
            disabled={answer.value.trim() === ""}
            onClick={() => decide(outcome)}
          >
            {t(`appeal.${outcome}`)}
          </button>
        ))}
      </span>
    </li>
  );
}
