import { useSignal } from "@preact/signals";
import { AreaField } from "../../components/area-field.tsx";
import { SelectField, TextField } from "../../components/field.tsx";
import { t } from "../../words.ts";

const FORMATS = ["hsds-json", "csv", "xlsx", "geojson"] as const;

/** What is public, as a file for others: a link, because it is a file. */
export function TakeFile() {
  const format = useSignal<string>("xlsx");
  const area = useSignal("");
  const lang = useSignal("");
  const query = new URLSearchParams({ format: format.value, area: area.value, lang: lang.value });
  return (
    <section class="box pad">
      <h2>{t("take-file.title")}</h2>
      <p class="note">{t("take-file.sub")}</p>
      <div class="f2">
        <SelectField
          label={t("take-file.format")}
          value={format.value}
          options={FORMATS.map((name) => [name, t(`take-file.${name}`)] as const)}
          onChange={(name) => (format.value = name)}
        />
        <AreaField
          label={t("pass-on.area")}
          value={area.value}
          none={t("pass-on.whole")}
          onChange={(code) => (area.value = code)}
        />
        <TextField
          label={t("take-file.lang")}
          placeholder="en, th"
          value={lang.value}
          onChange={(value) => (lang.value = value)}
        />
      </div>
      <a class="btn" href={`/curate/api/exports?${query.toString()}`} download="">
        {t("take-file.download")}
      </a>
      <p class="note">{t("take-file.all")}</p>
    </section>
  );
}
