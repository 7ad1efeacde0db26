import { useSignal } from "@preact/signals";
import type { ListingStanding } from "#server/contract/curate/governance.ts";
import type { Moved } from "#server/contract/curate/workflow.ts";
import { type Move, MOVES } from "#server/domain/workflow.ts";
import { get, post } from "../api.ts";
import { Dialog } from "../components/dialog.tsx";
import { CheckField, TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { ConsentFields } from "../standing/consent-fields.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { mayPublish } from "../session.ts";
import { readStanding } from "../standing.ts";
import { t, tOr } from "../words.ts";
import { useEditor } from "./context.ts";

/** Where the listing stands, and the steps that lead on. */
export function MovePanel() {
  const model = useEditor();
  const chosen = useSignal<Move | null>(null);
  const detail = model.detail.value;
  if (detail === null) return null;
  const steps = MOVES[detail.state].filter(({ who }) => who === "editor" || mayPublish());
  return (
    <section class="box pad steps-on">
      <h2>
        {t("move.title")}: {tOr(`state.${detail.state}`, detail.state)}
      </h2>
      {detail.stateReason !== null && <p class="note">{detail.stateReason}</p>}
      <p class="acts">
        {steps.map((step) => (
          <button
            key={step.to}
            type="button"
            class={step.to === "published" ? "btn go" : step.to === "suspended" ? "btn stop" : "btn"}
            onClick={() => (chosen.value = step)}
          >
            {tOr(`move.to.${step.to}`, step.to)}
          </button>
        ))}
      </p>
      {chosen.value !== null && <StepDialog step={chosen.value} onClose={() => (chosen.value = null)} />}
    </section>
  );
}

function StepDialog({ step, onClose }: { readonly step: Move; readonly onClose: () => void }) {
  const model = useEditor();
  const reason = useSignal("");
  const met = useSignal<readonly string[]>([]);
  const consent = useSignal({ byRole: "", how: "phone" });
  const failed = useSignal<string | null>(null);
  const waits = useSignal(false);
  const publishing = step.to === "published";
  const standing = useLoad(`standing ${model.id}`, () =>
    get<ListingStanding>(`/api/governance/listings/${encodeURIComponent(model.id)}`),
  ).value.value;
  const agreed = standing?.consent?.state === "given";
  const take = async (event: Event) => {
    event.preventDefault();
    try {
      if (model.unsaved.peek() > 0) await model.save();
      const moved = await post<Moved>(`${model.path}/move`, {
        to: step.to,
        ...(reason.value === "" ? {} : { reason: reason.value }),
        ...(publishing ? { criteria: met.value } : {}),
        ...(publishing && !agreed && consent.value.byRole !== "" ? { consent: consent.value } : {}),
      });
      if (moved.waits === true) {
        waits.value = true;
        return;
      }
      onClose();
      await Promise.all([model.load(), readStanding()]);
    } catch (error) {
      failed.value = reasonOf(error);
    }
  };
  const tick = (code: string, on: boolean) => {
    met.value = on ? [...met.value, code] : met.value.filter((one) => one !== code);
  };
  return (
    <Dialog title={tOr(`move.to.${step.to}`, step.to)} onClose={onClose}>
      <form class="in" onSubmit={(event) => void take(event)}>
        {failed.value !== null && <Notice kind="late" text={failed.value} />}
        {step.takesAway && <p class="note">{t("move.suspend.note")}</p>}
        {waits.value && <Notice kind="good" text={t("move.waits")} />}
        {publishing && standing !== null && (
          <>
            <p class="note">{t("move.publish.note", { version: standing.policy.version })}</p>
            {standing.policy.criteria.map(({ code, text }) => (
              <CheckField
                key={code}
                label={text ?? tOr(`criterion.${code}`, code)}
                checked={met.value.includes(code)}
                onChange={(on) => tick(code, on)}
              />
            ))}
            {!agreed && (
              <>
                <p class="note">{t("move.publish.consent")}</p>
                <ConsentFields value={consent.value} onChange={(value) => (consent.value = value)} />
              </>
            )}
          </>
        )}
        {step.reason && (
          <TextField label={t("move.reason")} value={reason.value} onChange={(v) => (reason.value = v)} />
        )}
        <button type="submit" class={step.takesAway ? "btn stop" : "btn go"}>
          {tOr(`move.to.${step.to}`, step.to)}
        </button>
      </form>
    </Dialog>
  );
}
