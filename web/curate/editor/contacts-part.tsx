import { ANSWERERS, AUDIENCES, CHANNELS, NUMBER_CHANNELS, type Tell, TELLS } from "#db/vocabulary.ts";
import type { ContactForm } from "#server/contract/curate/listing-form.ts";
import { CheckField, SelectField, TextField } from "../components/field.tsx";
import { Tri } from "../components/tri.tsx";
import { listLabel, t } from "../words.ts";
import { useEditor } from "./context.ts";
import { OutletsField } from "./outlets-field.tsx";

/** Every way to reach them: its own, of its organisation and of its places. */
export function ContactsPart() {
  const model = useEditor();
  const fields = model.fields("contact:");
  const add = () => {
    const fresh: ContactForm = {
      channel: "phone",
      value: "",
      dial: null,
      dialScope: "unknown",
      country: (model.value("areas") as readonly string[] | null)?.[0]?.slice(0, 2) ?? null,
      label: {},
      hours: {},
      whoAnswers: null,
      recorded: null,
      free: null,
      tells: {},
      audience: "public",
      keptFrom: [],
      released: false,
      owner: "service",
      position: fields.length,
    };
    model.set(`contact:${crypto.randomUUID()}`, fresh);
  };
  return (
    <div class="codes">
      <p class="lb">{t("contact.title")}</p>
      {fields.map((field) => (
        <Contact key={field} field={field} />
      ))}
      <button type="button" class="btn" onClick={add}>
        {t("contact.add")}
      </button>
    </div>
  );
}

function Contact({ field }: { readonly field: string }) {
  const model = useEditor();
  const contact = model.value(field) as ContactForm;
  const set = (change: Partial<ContactForm>) => model.set(field, { ...contact, ...change });
  const owner =
    contact.owner === "service" || contact.owner === "organization" ? contact.owner : ("place" as const);
  const language = model.detail.value?.language ?? "en";
  const put = (name: "label" | "hours") => (text: string) => {
    const { [language]: _old, ...rest } = contact[name];
    set({ [name]: text.trim() === "" ? rest : { ...rest, [language]: text } });
  };
  const isNumber = (NUMBER_CHANNELS as readonly string[]).includes(contact.channel);
  return (
    <details class="inset" open={contact.value === ""}>
      <summary>
        <b class="ltr num">{contact.value === "" ? t("contact.add") : contact.value}</b>
        <small>
          {listLabel("channel", contact.channel)} {t(`contact.owner.${owner}`)} ·{" "}
          {t(`contact.audience.${contact.audience}`)}
        </small>
      </summary>
      <div class="f2">
        <SelectField
          label={t("contact.channel")}
          value={contact.channel}
          options={CHANNELS.map((code) => [code, listLabel("channel", code)] as const)}
          onChange={(code) => set({ channel: code as ContactForm["channel"] })}
        />
        <TextField
          label={t("contact.value")}
          value={contact.value}
          wrong={model.wrong.value[field] ?? null}
          onChange={(value) => set({ value })}
        />
        {isNumber && (
          <>
            <TextField
              label={t("contact.country")}
              value={contact.country ?? ""}
              placeholder="TH"
              onChange={(text) => set({ country: text === "" ? null : text.toUpperCase() })}
            />
            <TextField
              label={t("contact.dial")}
              value={contact.dial ?? ""}
              onChange={(text) => set({ dial: text === "" ? null : text })}
            />
          </>
        )}
        <TextField label={t("contact.label")} value={contact.label[language] ?? ""} onChange={put("label")} />
        <TextField label={t("contact.hours")} value={contact.hours[language] ?? ""} onChange={put("hours")} />
        <SelectField
          label={t("contact.whoAnswers")}
          value={contact.whoAnswers ?? ""}
          options={[
            ["", t("field.choose")] as const,
            ...ANSWERERS.map((code) => [code, listLabel("answerer", code)] as const),
          ]}
          onChange={(code) => set({ whoAnswers: code === "" ? null : (code as ContactForm["whoAnswers"]) })}
        />
        <SelectField
          label={t("contact.audience")}
          value={contact.audience}
          options={AUDIENCES.map((code) => [code, t(`contact.audience.${code}`)] as const)}
          onChange={(code) => set({ audience: code as ContactForm["audience"] })}
        />
      </div>
      {contact.audience === "public" && (
        <OutletsField value={contact.keptFrom} onChange={(keptFrom) => set({ keptFrom })} />
      )}
      {owner !== "service" && (
        <CheckField
          label={t("contact.released")}
          checked={contact.released}
          onChange={(released) => set({ released })}
        />
      )}
      <Tri
        name={`${field}:recorded`}
        label={t("contact.recorded")}
        value={contact.recorded}
        onChange={(recorded) => set({ recorded })}
      />
      <Tri
        name={`${field}:free`}
        label={t("contact.free")}
        value={contact.free}
        onChange={(free) => set({ free })}
      />
      {TELLS.map((who) => (
        <Tri
          key={who}
          name={`${field}:${who}`}
          label={listLabel("tells", who)}
          value={contact.tells[who] ?? null}
          onChange={(answer) => set({ tells: told(contact.tells, who, answer) })}
        />
      ))}
      <button type="button" class="linkish" onClick={() => model.set(field, null)}>
        {t("field.remove")}
      </button>
    </details>
  );
}

function told(tells: ContactForm["tells"], who: Tell, answer: "yes" | "no" | null): ContactForm["tells"] {
  const { [who]: _old, ...rest } = tells;
  return answer === null ? rest : { ...rest, [who]: answer };
}
