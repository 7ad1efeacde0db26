import { useSignal } from "@preact/signals";
import { SelectField, TextField } from "../../components/field.tsx";
import { facts } from "../../session.ts";
import { t } from "../../words.ts";

/** The workbook to hand to a partner organisation: a link, because it is a file. */
export function GetWorkbook() {
  const organization = useSignal("");
  const country = useSignal("");
  const questions = useSignal("main");
  const countries = (facts.value?.areas ?? []).filter(({ code }) => code.length === 2);
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
        <SelectField
          label={t("workbook.country")}
          value={country.value}
          options={[
            ["", t("field.choose")] as const,
            ...countries.map(({ code, name }) => [code, name] as const),
          ]}
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
