import { useSignal } from "@preact/signals";
import { CALL_OUTCOMES, CRITICAL_FIELDS, type CriticalField } from "#db/vocabulary.ts";
import type { ContactForm } from "#server/contract/curate/listing-form.ts";
import { confirmedOn } from "#server/domain/freshness.ts";
import { post } from "../api.ts";
import { CheckField, SelectField, TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { reasonOf } from "../load.ts";
import { dayText, questionLabel, t, tOr } from "../words.ts";
import { OwnLink } from "./own-link.tsx";
import { useEditor } from "./context.ts";

/** The call: what to ask, what was confirmed field by field, and by whom. */
export function CallPanel() {
  const model = useEditor();
  const said = useSignal<{ kind: "good" | "late" | "warm"; text: string } | null>(null);
  const detail = model.detail.value;
  if (detail === null) return null;
  const phones = model
    .fields("contact:")
    .map((field) => model.value(field) as ContactForm)
    .filter(({ channel }) => channel === "phone");
  return (
    <>
      <p class="numbers">
        {phones.map(({ value, dial }) =>
          dial === null ? (
            <b key={value} class="ltr num">
              {value}
            </b>
          ) : (
            <a key={value} class="ltr num" href={`tel:${dial}`}>
              {value}
            </a>
          ),
        )}
      </p>
      <p class="say">{t("call.script.hello")}</p>
      <ul class="ask-list">
        {model.open().map((term) => (
          <li key={term}>{questionLabel(term)}</li>
        ))}
      </ul>
      {said.value !== null && <Notice kind={said.value.kind} text={said.value.text} />}
      <CallForm onSaid={(next) => (said.value = next)} />
      <OwnLink />
      <ul class="tl">
        {detail.calls.map((one) => (
          <li key={one.id}>
            <time>{dayText(one.at)}</time>
            <span>
              <b>{tOr(`call.outcome.${one.outcome}`, one.outcome)}</b>, {one.curator}
              {one.byRole !== null && ` · ${one.byRole}`}
              <small>{one.fields.map((field) => t(`call.field.${field}`)).join(", ")}</small>
              {one.note !== null && <small>{one.note}</small>}
            </span>
          </li>
        ))}
        {detail.verified.map(({ on, byRole, channel }) => (
          <li key={on}>
            <time>{dayText(on)}</time>
            <span>
              <b>{t("call.done", { date: dayText(on) })}</b> {byRole} · {channel}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface CallFormProps {
  readonly onSaid: (said: { kind: "good" | "late" | "warm"; text: string }) => void;
}

function CallForm({ onSaid }: CallFormProps) {
  const model = useEditor();
  const outcome = useSignal<string>("reached");
  const byRole = useSignal("");
  const byName = useSignal("");
  const note = useSignal("");
  const fields = useSignal<readonly CriticalField[]>([]);
  const known = confirmations(model);
  const tick = (field: CriticalField, on: boolean) => {
    fields.value = on ? [...fields.value, field] : fields.value.filter((one) => one !== field);
  };
  const save = (event: Event) => {
    event.preventDefault();
    const reached = outcome.value === "reached";
    post<{ checkedOn: string | null }>(`${model.path}/calls`, {
      outcome: outcome.value,
      fields: reached ? fields.value : [],
      ...(byRole.value === "" ? {} : { byRole: byRole.value }),
      ...(byName.value === "" ? {} : { byName: byName.value }),
      ...(note.value === "" ? {} : { note: note.value }),
    }).then(
      async ({ checkedOn }) => {
        fields.value = [];
        note.value = "";
        await model.load();
        if (!reached) onSaid({ kind: "warm", text: tOr(`call.outcome.${outcome.value}`, outcome.value) });
        else if (checkedOn !== null)
          onSaid({ kind: "good", text: t("call.done", { date: dayText(checkedOn) }) });
        else {
          const open = Object.entries(confirmations(model)).filter(([, on]) => on === null);
          const names = open.map(([field]) => tOr(`call.field.${field}`, field)).join(", ");
          onSaid({ kind: "warm", text: t("call.part", { fields: names }) });
        }
      },
      (error: unknown) => onSaid({ kind: "late", text: reasonOf(error) }),
    );
  };
  return (
    <form class="in" onSubmit={save}>
      <SelectField
        label={t("call.outcome")}
        value={outcome.value}
        options={CALL_OUTCOMES.map((code) => [code, t(`call.outcome.${code}`)] as const)}
        onChange={(code) => (outcome.value = code)}
      />
      {outcome.value === "reached" && (
        <>
          <fieldset>
            <legend>{t("call.fields")}</legend>
            {CRITICAL_FIELDS.map((field) => {
              const on = known[field];
              return (
                <CheckField
                  key={field}
                  label={t(`call.field.${field}`)}
                  note={on === null ? t("call.never") : t("call.confirmed", { date: dayText(on) })}
                  checked={fields.value.includes(field)}
                  onChange={(ticked) => tick(field, ticked)}
                />
              );
            })}
          </fieldset>
          <div class="f2">
            <TextField label={t("call.byRole")} value={byRole.value} onChange={(v) => (byRole.value = v)} />
            <TextField label={t("call.byName")} value={byName.value} onChange={(v) => (byName.value = v)} />
          </div>
        </>
      )}
      <TextField label={t("call.note")} rows={2} value={note.value} onChange={(v) => (note.value = v)} />
      <button type="submit" class="btn go">
        {t("call.save")}
      </button>
    </form>
  );
}

/** When each critical field was last confirmed. */
function confirmations(model: ReturnType<typeof useEditor>) {
  const detail = model.detail.value;
  return confirmedOn([
    ...(detail?.calls ?? []).map(({ at, fields }) => ({ on: at.slice(0, 10), fields })),
    ...(detail?.verified ?? []).map(({ on }) => ({ on, fields: CRITICAL_FIELDS })),
  ]);
}
