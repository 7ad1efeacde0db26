import type { WorkbookChoices, WorkbookReport } from "#server/contract/curate/workbook.ts";
import { Notice } from "../../components/notice.tsx";
import { t } from "../../words.ts";
import { Choice, type Whose } from "./choice.tsx";
import { DifferenceHead } from "./difference-head.tsx";

interface DifferencesProps {
  readonly report: WorkbookReport;
  readonly choices: WorkbookChoices;
  readonly busy: boolean;
  readonly onChoose: (choices: WorkbookChoices) => void;
  readonly onTake: () => void;
}

/** What a workbook that came back would change, field by field; conflicts are chosen one by one. */
export function WorkbookDifferences({ report, choices, busy, onChoose, onTake }: DifferencesProps) {
  const { rows, counts, notes, taken } = report;
  const told = rows.filter(({ cells, message }) => cells.length > 0 || message !== null);
  const choose = (row: number, column: string, whose: Whose): void => {
    const line = String(row);
    onChoose({ ...choices, [line]: { ...choices[line], [column]: whose } });
  };
  const open = rows.flatMap(({ row, cells }) =>
    cells.filter(({ state, column }) => state === "conflict" && choices[String(row)]?.[column] === undefined),
  ).length;
  return (
    <>
      {taken && <Notice kind="good" text={t("workbook.taken")} />}
      {notes.map((note) => (
        <Notice key={note} kind="warm" text={note} />
      ))}
      <p class="lead">
        {t("workbook.counts", {
          new: counts.new,
          changed: counts.changed,
          unchanged: counts.unchanged,
          conflicts: counts.cells.conflict,
          errors: counts.cells.error,
        })}
      </p>
      {told.map(({ row, code, name, message, cells }) => (
        <section key={row} class="box difference">
          <header>
            <h2>{name === "" ? t("workbook.unnamed") : name}</h2>
            <small>
              {t("import.row")} {row} · {code ?? t("workbook.new")}
            </small>
          </header>
          {message !== null && <p class="pad late">{message}</p>}
          <table class="found">
            <DifferenceHead />
            <tbody>
              {cells.map((cell) => (
                <tr key={cell.column} class={cell.state === "conflict" ? "held" : cell.state}>
                  <th scope="row">{cell.header}</th>
                  <td data-label={t("workbook.ours")}>
                    {cell.ours === "" ? <i>{t("workbook.nothing")}</i> : cell.ours}
                  </td>
                  <td data-label={t("workbook.theirs")}>
                    {cell.theirs === "" ? <i>{t("workbook.nothing")}</i> : cell.theirs}
                  </td>
                  <td>
                    {(cell.state === "conflict" || cell.state === "chosen") && !taken ? (
                      <Choice
                        name={`${row} ${cell.column}`}
                        label={cell.header}
                        chosen={choices[String(row)]?.[cell.column]}
                        onChoose={(whose) => choose(row, cell.column, whose)}
                      />
                    ) : (
                      <small>{cell.message ?? t(`workbook.${cell.state}`)}</small>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {!taken && (
        <div class="box all0">
          <span>{open > 0 ? t("workbook.open", { n: open }) : t("workbook.all-or-none")}</span>
          <button type="button" class="btn go" disabled={busy} onClick={onTake}>
            {t("workbook.take", { n: counts.new + counts.changed + counts.conflict })}
          </button>
        </div>
      )}
    </>
  );
}
