import type { ImportChoices, ImportReport } from "#server/contract/curate/import.ts";
import { valueText } from "../../values.ts";
import { fieldLabel, t } from "../../words.ts";
import { Choice, type Whose } from "./choice.tsx";
import { DifferenceHead } from "./difference-head.tsx";

interface DifferencesProps {
  readonly report: ImportReport;
  readonly choices: ImportChoices;
  readonly onChoose: (choices: ImportChoices) => void;
}

/** What files change of listings that were here before, field by field; whose version stands is chosen one by one. */
export function Differences({ report, choices, onChoose }: DifferencesProps) {
  const { differences, moreDifferences, taken } = report;
  if (differences.length === 0) return null;
  const open = differences.flatMap(({ id, fields }) =>
    fields.filter(({ field, conflict }) => conflict && choices[id]?.[field] === undefined),
  ).length;
  const choose = (id: string, field: string, whose: Whose): void =>
    onChoose({ ...choices, [id]: { ...choices[id], [field]: whose } });
  return (
    <section aria-labelledby="import-differences">
      <h2 id="import-differences">{t("import.differences")}</h2>
      <p class="note">{t("import.differences-sub", { n: open })}</p>
      {differences.map(({ id, code, name, fields }) => (
        <section key={id} class="box difference">
          <header>
            <h3>{name}</h3>
            <small>{code}</small>
          </header>
          <table class="found">
            <DifferenceHead />
            <tbody>
              {fields.map(({ field, ours, theirs, conflict, whose }) => (
                <tr key={field} class={conflict ? "held" : ""}>
                  <th scope="row">{fieldLabel(field)}</th>
                  <td data-label={t("workbook.ours")}>{valueText(field, ours)}</td>
                  <td data-label={t("workbook.theirs")}>{valueText(field, theirs)}</td>
                  <td>
                    {taken ? (
                      <small>{t(whose === "ours" ? "workbook.conflict" : "workbook.change")}</small>
                    ) : (
                      <>
                        {conflict && <small>{t("import.conflict")}</small>}
                        <Choice
                          name={`${id} ${field}`}
                          label={`${fieldLabel(field)}, ${name}`}
                          chosen={choices[id]?.[field] ?? whose}
                          onChoose={(chosen) => choose(id, field, chosen)}
                        />
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {moreDifferences > 0 && <p class="note">{t("import.more-differences", { n: moreDifferences })}</p>}
    </section>
  );
}
