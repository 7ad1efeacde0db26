import { useSignal } from "@preact/signals";
import type { DuplicatePair } from "#server/contract/curate/desk.ts";
import { get, post } from "../api.ts";
import { Dialog } from "../components/dialog.tsx";
import { TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { mayPublish } from "../session.ts";
import { MergeDialog } from "./merge-dialog.tsx";
import { to } from "../route.ts";
import { t, tOr } from "../words.ts";

/** Pairs that are probably the same service written twice, the likeliest first. */
export function Doubles() {
  const found = useLoad("doubles", () => get<{ pairs: readonly DuplicatePair[] }>("/api/desk/duplicates"));
  const pairs = found.value.value?.pairs ?? null;
  const merging = useSignal<DuplicatePair | null>(null);
  const parting = useSignal<DuplicatePair | null>(null);
  const done = () => {
    merging.value = null;
    parting.value = null;
    found.reload();
  };
  return (
    <>
      <PageHead title={t("doubles.title")} sub={t("doubles.sub")} />
      {found.failed.value !== null && <Notice kind="late" text={found.failed.value} />}
      <section class="box">
        {pairs?.length === 0 && <p class="pad note">{t("doubles.none")}</p>}
        <ul class="rows">
          {(pairs ?? []).map((pair) => {
            const { a, b, score, signs } = pair;
            return (
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
                {mayPublish() && (
                  <span class="acts">
                    <button type="button" class="btn" onClick={() => (merging.value = pair)}>
                      {t("doubles.merge")}
                    </button>
                    <button type="button" class="btn" onClick={() => (parting.value = pair)}>
                      {t("doubles.distinct")}
                    </button>
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      {merging.value !== null && (
        <MergeDialog pair={merging.value} onClose={() => (merging.value = null)} onDone={done} />
      )}
      {parting.value !== null && (
        <DistinctDialog pair={parting.value} onClose={() => (parting.value = null)} onDone={done} />
      )}
    </>
  );
}

interface DistinctProps {
  readonly pair: DuplicatePair;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Two that look alike and are not the same: said once, with how they differ. */
function DistinctDialog({ pair: { a, b }, onClose, onDone }: DistinctProps) {
  const reason = useSignal("");
  const failed = useSignal<string | null>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    post("/api/governance/distinct", { a: a.id, b: b.id, reason: reason.value }).then(
      onDone,
      (error: unknown) => (failed.value = reasonOf(error)),
    );
  };
  return (
    <Dialog title={t("doubles.distinct")} onClose={onClose}>
      <form class="in" onSubmit={submit}>
        {failed.value !== null && <Notice kind="late" text={failed.value} />}
        <TextField
          label={t("doubles.distinct-why")}
          value={reason.value}
          onChange={(v) => (reason.value = v)}
        />
        <button type="submit" class="btn go">
          {t("doubles.distinct")}
        </button>
      </form>
    </Dialog>
  );
}
