import { useSignal } from "@preact/signals";
import { SCOPES } from "#db/vocabulary.ts";
import type { ImportReport } from "#server/contract/curate/import.ts";
import { Icon } from "#web/icons/icon.tsx";
import { post } from "../api.ts";
import { Field, SelectField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf } from "../load.ts";
import { facts } from "../session.ts";
import { t } from "../words.ts";

const SIGN = { error: "x", held: "question", note: "check" } as const;

/** Files are read and reported first; nothing is written before the last button. */
export function ImportPage() {
  const files = useSignal<readonly File[]>([]);
  const country = useSignal("");
  const scope = useSignal("");
  const report = useSignal<ImportReport | null>(null);
  const busy = useSignal(false);
  const failed = useSignal<string | null>(null);
  const send = (take: boolean, leaveOutErrors: boolean) => {
    const form = new FormData();
    for (const file of files.value) form.append("files", file, file.name);
    form.set("country", country.value);
    form.set("scope", scope.value);
    form.set("take", take ? "yes" : "no");
    form.set("leaveOutErrors", leaveOutErrors ? "yes" : "no");
    busy.value = true;
    failed.value = null;
    post<ImportReport>("/api/imports", form)
      .then(
        (found) => (report.value = found),
        (error: unknown) => (failed.value = reasonOf(error)),
      )
      .finally(() => (busy.value = false));
  };
  const countries = (facts.value?.areas ?? []).filter(({ code }) => code.length === 2);
  return (
    <>
      <PageHead title={t("import.title")} sub={t("import.sub")} />
      <form
        class="box pad"
        onSubmit={(event) => {
          event.preventDefault();
          send(false, false);
        }}
      >
        <Field label={t("import.files")}>
          {(id) => (
            <input
              id={id}
              type="file"
              multiple
              onChange={(event) => {
                files.value = [...(event.currentTarget.files ?? [])];
                report.value = null;
              }}
            />
          )}
        </Field>
        <div class="f2">
          <SelectField
            label={t("import.country")}
            value={country.value}
            options={[
              ["", t("field.choose")] as const,
              ...countries.map(({ code, name }) => [code, name] as const),
            ]}
            onChange={(code) => (country.value = code)}
          />
          <SelectField
            label={t("import.scope")}
            value={scope.value}
            options={[
              ["", t("import.held-otherwise")] as const,
              ...SCOPES.map((code) => [code, t(`field.scope.${code}`)] as const),
            ]}
            onChange={(code) => (scope.value = code)}
          />
        </div>
        <button type="submit" class="btn go" disabled={files.value.length === 0 || busy.value}>
          {t(busy.value ? "import.reading" : "import.look")}
        </button>
      </form>
      {failed.value !== null && <Notice kind="late" text={failed.value} />}
      {report.value !== null && <Report report={report.value} busy={busy.value} onTake={send} />}
    </>
  );
}

interface ReportProps {
  readonly report: ImportReport;
  readonly busy: boolean;
  readonly onTake: (take: boolean, leaveOutErrors: boolean) => void;
}

function Report({ report, busy, onTake }: ReportProps) {
  const { services, counts, problems, more, taken } = report;
  const errors = counts.problems.error;
  return (
    <section class="box pad">
      <h2>{report.source}</h2>
      {taken && <Notice kind="good" text={t("import.taken")} />}
      {services === null ? (
        <Notice kind="late" text={t("import.refused")} />
      ) : (
        <p>{t("import.what", { ...services, held: counts.held })}</p>
      )}
      {!taken && services !== null && (
        <button type="button" class="btn go" disabled={busy} onClick={() => onTake(true, errors > 0)}>
          {errors > 0
            ? t("import.take-rest", { n: errors })
            : t("import.take", { n: services.new + services.changed })}
        </button>
      )}
      <ul class="rows problems">
        {problems.map(({ level, file, row, column, message }, at) => (
          <li key={at} class={level}>
            <Icon name={SIGN[level]} />
            <span class="grow">
              <b>{t(`import.${level}`)}</b>: {message}
              <small>
                {[file, row, column].filter((part) => part !== null && part !== "").join(" · ")} ·{" "}
                {t(`import.${level}-note`)}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="note">{t("import.more", { n: more })}</p>}
    </section>
  );
}
