import { useSignal } from "@preact/signals";
import type { ImportReport } from "#server/contract/curate/import.ts";
import { Icon } from "#web/icons/icon.tsx";
import { Notice } from "../../components/notice.tsx";
import { t } from "../../words.ts";

const SIGN = { error: "x", held: "question", note: "check" } as const;
const LEVELS = ["error", "held", "note"] as const;
type Level = (typeof LEVELS)[number];

interface TryOutProps {
  readonly report: ImportReport;
  readonly busy: boolean;
  readonly onTake: (leaveOutErrors: boolean) => void;
}

/** What files would do: four sums, then each thing that was found, by row and field, errors first. */
export function TryOut({ report, busy, onTake }: TryOutProps) {
  const { services, counts, problems, more, taken } = report;
  const only = useSignal<Level | null>(null);
  const errors = counts.problems.error;
  const shown = problems.filter(({ level }) => only.value === null || level === only.value);
  return (
    <>
      {taken && <Notice kind="good" text={t("import.taken")} />}
      {services === null && <Notice kind="late" text={t("import.refused")} />}
      <div class="sum">
        <button type="button" aria-pressed={only.value === null} onClick={() => (only.value = null)}>
          <b>{(services?.new ?? 0) + (services?.changed ?? 0)}</b>
          <span>{t("import.fine")}</span>
          <small>{t("import.fine-note", { new: services?.new ?? 0, changed: services?.changed ?? 0 })}</small>
        </button>
        {LEVELS.map((level) => (
          <button
            key={level}
            type="button"
            class={level}
            aria-pressed={only.value === level}
            onClick={() => (only.value = level)}
          >
            <b>{counts.problems[level]}</b>
            <span>{t(`import.${level}s`)}</span>
            <small>{t(`import.${level}-sum`)}</small>
          </button>
        ))}
      </div>
      <section class="box">
        <table class="found">
          <thead>
            <tr>
              <th scope="col">{t("import.state")}</th>
              <th scope="col">{t("import.row")}</th>
              <th scope="col">{t("import.field")}</th>
              <th scope="col">{t("import.found")}</th>
              <th scope="col">{t("import.happens")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ level, file, row, column, message, leftOut }, at) => (
              <tr key={at} class={level}>
                <td>
                  <span class="k">
                    <Icon name={SIGN[level]} />
                    {t(`import.${level}`)}
                  </span>
                </td>
                <td>
                  <span class="where">{t("import.row")} </span>
                  {row ?? ""}
                </td>
                <td>
                  <b>{column ?? ""}</b> <small>{file}</small>
                </td>
                <td>{message}</td>
                <td>
                  <small>{t(leftOut ? "import.left-out" : `import.${level}-note`)}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 && <p class="note pad">{t("import.more", { n: more })}</p>}
        {!taken && services !== null && (
          <div class="all0">
            <span>{t("import.all-or-none", { n: counts.services, errors })}</span>
            <button type="button" class="btn go" disabled={busy} onClick={() => onTake(errors > 0)}>
              {errors > 0
                ? t("import.take-rest", { n: errors })
                : t("import.take", { n: services.new + services.changed })}
            </button>
          </div>
        )}
      </section>
    </>
  );
}
