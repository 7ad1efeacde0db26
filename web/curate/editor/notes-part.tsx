import { AUDIENCES } from "#db/vocabulary.ts";
import type { NoteForm } from "#server/contract/curate/listing-form.ts";
import { LISTING_TEXTS } from "#server/contract/listing.ts";
import { SelectField, TextField } from "../components/field.tsx";
import { t, tOr } from "../words.ts";
import { useEditor } from "./context.ts";
import { OutletsField } from "./outlets-field.tsx";

/** Notes with an audience of their own: rules of entry for practitioners, hints for this office. */
export function NotesPart() {
  const model = useEditor();
  const fields = model.fields("note:");
  const add = () => {
    const fresh: NoteForm = {
      about: "rules",
      words: {},
      audience: "practitioner",
      keptFrom: [],
      position: fields.length,
    };
    model.set(`note:${crypto.randomUUID()}`, fresh);
  };
  return (
    <div class="codes">
      <p class="lb">{t("note.title")}</p>
      <p class="small">{t("note.help")}</p>
      {fields.map((field) => (
        <Note key={field} field={field} />
      ))}
      <button type="button" class="btn" onClick={add}>
        {t("note.add")}
      </button>
    </div>
  );
}

function Note({ field }: { readonly field: string }) {
  const model = useEditor();
  const note = model.value(field) as NoteForm;
  const language = model.detail.value?.language ?? "en";
  const set = (change: Partial<NoteForm>) => model.set(field, { ...note, ...change });
  const put = (text: string) => {
    const { [language]: _old, ...rest } = note.words;
    set({ words: text.trim() === "" ? rest : { ...rest, [language]: text } });
  };
  return (
    <div class="inset">
      <TextField label={t("note.text")} value={note.words[language] ?? ""} rows={2} onChange={put} />
      <div class="f2">
        <SelectField
          label={t("contact.audience")}
          value={note.audience}
          options={AUDIENCES.map((code) => [code, t(`contact.audience.${code}`)] as const)}
          onChange={(code) => set({ audience: code as NoteForm["audience"] })}
        />
        {note.audience === "public" && (
          <SelectField
            label={t("note.about")}
            value={note.about}
            options={LISTING_TEXTS.map((code) => [code, tOr(`text.${code}`, code)] as const)}
            onChange={(code) => set({ about: code as NoteForm["about"] })}
          />
        )}
      </div>
      {note.audience === "public" && (
        <OutletsField value={note.keptFrom} onChange={(keptFrom) => set({ keptFrom })} />
      )}
      <button type="button" class="linkish" onClick={() => model.set(field, null)}>
        {t("field.remove")}
      </button>
    </div>
  );
}
