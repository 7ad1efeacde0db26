import { COST_OPTIONS } from "#db/vocabulary.ts";
import type { CostForm } from "#server/contract/curate/listing-form.ts";
import { NumberField, SelectField, TextField } from "../components/field.tsx";
import { listLabel, t } from "../words.ts";
import { useEditor } from "./context.ts";

/** What it costs. */
export function CostsField() {
  const model = useEditor();
  const costs = (model.value("costs") ?? []) as readonly CostForm[];
  const set = (at: number, change: Partial<CostForm>) =>
    model.set(
      "costs",
      costs.map((one, i) => (i === at ? { ...one, ...change } : one)),
    );
  return (
    <div class="codes">
      <p class="lb">{t("field.costs")}</p>
      {costs.map((cost, at) => (
        <fieldset key={at} class="f2">
          <SelectField
            label={t("field.cost-option")}
            value={cost.option}
            options={COST_OPTIONS.map((code) => [code, listLabel("cost", code)] as const)}
            onChange={(option) => set(at, { option: option as CostForm["option"] })}
          />
          <NumberField
            label={t("field.amount")}
            decimals
            value={cost.amount}
            onChange={(amount) => set(at, { amount })}
          />
          <TextField
            label={t("field.currency")}
            value={cost.currency ?? ""}
            placeholder="THB"
            onChange={(text) => set(at, { currency: text === "" ? null : text.toUpperCase() })}
          />
          <button
            type="button"
            class="linkish"
            onClick={() =>
              model.set(
                "costs",
                costs.filter((_, other) => other !== at),
              )
            }
          >
            {t("field.remove")}
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        class="btn"
        onClick={() =>
          model.set("costs", [...costs, { option: "free", amount: null, currency: null, description: {} }])
        }
      >
        {t("field.costs.add")}
      </button>
    </div>
  );
}

/** Papers to bring, in words, in the language of the listing. */
export function DocumentsField() {
  const model = useEditor();
  const language = model.detail.value?.language ?? "en";
  const papers = (model.value("requiredDocuments") ?? []) as readonly Readonly<Record<string, string>>[];
  const set = (next: readonly Readonly<Record<string, string>>[]) => model.set("requiredDocuments", next);
  return (
    <div class="codes">
      <p class="lb">{t("field.requiredDocuments")}</p>
      {papers.map((paper, at) => (
        <div key={at} class="in-line">
          <TextField
            label={t("field.paper")}
            lang={language}
            value={paper[language] ?? Object.values(paper)[0] ?? ""}
            onChange={(text) => set(papers.map((one, i) => (i === at ? { ...one, [language]: text } : one)))}
          />
          <button type="button" class="linkish" onClick={() => set(papers.filter((_, i) => i !== at))}>
            {t("field.remove")}
          </button>
        </div>
      ))}
      <button type="button" class="btn" onClick={() => set([...papers, { [language]: "" }])}>
        {t("field.requiredDocuments.add")}
      </button>
    </div>
  );
}
