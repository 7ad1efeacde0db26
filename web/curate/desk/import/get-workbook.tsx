import { useSignal } from "@preact/signals";
import { SelectField, TextField } from "../../components/field.tsx";
import { t } from "../../words.ts";
import { CountryField } from "./country-field.tsx";

/** The workbook to hand to a partner organisation: a link, because it is a file. */
export function GetWorkbook() {
  const organization = useSignal("");
  const country = useSignal("");
  const questions = useSignal("main");
  const query = new URLSearchParams({
    organization: organization.value,
    country: country.value,
    questions: questions.value,
  });
  return (
    <section class="box pad">
      <h2>{t("workbook.get")}</h2>
      <p class="note">{t("workbook.get-sub")}</p>
      <div class="f2">
        <TextField
          label={t("workbook.organization")}
          value={organization.value}
          onChange={(value) => (organization.value = value)}
        />
        <CountryField
          label={t("workbook.country")}
          value={country.value}
          onChange={(code) => (country.value = code)}
        />
        <SelectField
          label={t("workbook.questions")}
          value={questions.value}
          options={[
            ["main", t("workbook.questions.main")] as const,
            ["all", t("workbook.questions.all")] as const,
          ]}
          onChange={(value) => (questions.value = value)}
        />
      </div>
      <a class="btn" href={`/curate/api/workbooks?${query.toString()}`} download="services.xlsx">
        {t("workbook.download")}
      </a>
    </section>
  );
}
