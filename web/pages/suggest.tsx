import { useSignal } from "@preact/signals";
import { NEEDS, SUGGESTED_CHANNELS } from "#db/vocabulary.ts";
import type { AreaView } from "#server/contract/listing-view.ts";
import { FormToken } from "#web/components/form-token.tsx";
import { baseOf } from "#web/components/paths.ts";
import { PRIVATE_INPUT } from "#web/components/private-input.ts";
import { NotSent } from "#web/components/not-sent.tsx";
import { areaNameIn, useSite } from "#web/components/site-context.ts";
import type { OutgoingMessage } from "#web/models/send-message.ts";

type Suggestion = Extract<OutgoingMessage, { to: "/api/suggestions" }>["body"];
type Field = keyof Suggestion;

interface Option {
  readonly value: string;
  readonly label: string;
}

interface FieldProps {
  readonly field: Field;
  readonly label: string;
}

/** With a script no field has a name that a form history would keep: the values are read by `data-field`. */
function useField(field: Field) {
  const { send } = useSite();
  return send === null ? { name: field } : { "data-field": field };
}

function Choice({ field, label, options }: FieldProps & { readonly options: readonly Option[] }) {
  const { words } = useSite();
  return (
    <label>
      <span>{label}</span>
      <select {...useField(field)} autocomplete="off" required>
        <option value="">{words.t("suggest.choose")}</option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Line({ field, label, most }: FieldProps & { readonly most: number }) {
  return (
    <label>
      <span>{label}</span>
      <input type="text" {...useField(field)} {...PRIVATE_INPUT} minLength={2} maxLength={most} required />
    </label>
  );
}

function Fields({ areas }: { readonly areas: readonly AreaView[] }) {
  const site = useSite();
  const { words } = site;
  const named = areas.map(({ code, country, name }) => ({
    value: code,
    label:
      code === country
        ? name.text
        : words.t("place.area-with-country", {
            area: name.text,
            country: areaNameIn(site, country) ?? country,
          }),
  }));
  return (
    <>
      <Line field="name" label={words.t("suggest.name")} most={120} />
      <Choice field="area" label={words.t("suggest.area")} options={named} />
      <Choice
        field="need"
        label={words.t("suggest.need")}
        options={NEEDS.map((need) => ({ value: need, label: words.t(`need.${need}`) }))}
      />
      <Choice
        field="channel"
        label={words.t("suggest.channel")}
        options={SUGGESTED_CHANNELS.map((channel) => ({
          value: channel,
          label: words.t(`channel.${channel}`),
        }))}
      />
      <Line field="contact" label={words.t("suggest.contact")} most={160} />
    </>
  );
}

/** What the fields say. Their own rules (required, lengths) are the browser's, and the server's again. */
function readFields(form: HTMLFormElement): Suggestion {
  const value = (field: Field) =>
    form.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-field="${field}"]`)?.value.trim() ?? "";
  return {
    name: value("name"),
    area: value("area"),
    need: value("need") as Suggestion["need"],
    channel: value("channel") as Suggestion["channel"],
    contact: value("contact"),
  };
}

/** "Suggest a service": five lines about it. Nothing about the person, and no place to write anything else. */
export function SuggestPage({ areas }: { readonly areas: readonly AreaView[] }) {
  const { words, send, generalOnly } = useSite();
  const state = useSignal<"open" | "sending" | "sent" | "failed">("open");
  const unsent = useSignal<OutgoingMessage | null>(null);
  const submit = (event: SubmitEvent) => {
    if (send === null || !(event.currentTarget instanceof HTMLFormElement)) return;
    event.preventDefault();
    state.value = "sending";
    const message = { to: "/api/suggestions", body: readFields(event.currentTarget) } as const;
    send(message).then((arrived) => {
      state.value = arrived ? "sent" : "failed";
      unsent.value = arrived ? null : message;
    });
  };
  return (
    <main class="plain suggest" id="main">
      <h1 tabIndex={-1}>{words.t("suggest.title")}</h1>
      <p class="txt">{words.t("suggest.lead")}</p>
      <p class="hint">{words.t("suggest.not-you")}</p>
      {state.value === "sent" ? (
        <p class="txt" role="status">
          {words.t("told.suggestion")} {words.t("told.no-answer")}
        </p>
      ) : (
        <form
          method="post"
          action={`${baseOf(words.lang, generalOnly)}/suggest`}
          autocomplete="off"
          onSubmit={submit}
        >
          <FormToken />
          <Fields areas={areas} />
          <NotSent message={unsent.value} text={words.t("suggest.not-sent")} />
          <p class="acts">
            <button class="btn go" disabled={state.value === "sending"}>
              {words.t(state.value === "sending" ? "tell.sending" : "suggest.send")}
            </button>
          </p>
        </form>
      )}
      <p class="small txt">
        {words.t("suggest.kept")} {words.t("told.many")}
      </p>
    </main>
  );
}
