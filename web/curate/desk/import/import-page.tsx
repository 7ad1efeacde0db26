import { useSignal } from "@preact/signals";
import * as v from "valibot";
import { SCOPES } from "#db/vocabulary.ts";
import type { ColumnsAnswer, ImportChoices, ImportReport } from "#server/contract/curate/import.ts";
import type { WorkbookChoices, WorkbookReport } from "#server/contract/curate/workbook.ts";
import { Mapping } from "#server/contract/mapping.ts";
import { ApiError, post } from "../../api.ts";
import { Field, SelectField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { reasonOf } from "../../load.ts";
import { t } from "../../words.ts";
import { CountryField } from "./country-field.tsx";
import { Differences } from "./differences.tsx";
import { GetWorkbook } from "./get-workbook.tsx";
import { MappingTable } from "./mapping-table.tsx";
import { TryOut } from "./try-out.tsx";
import { WorkbookDifferences } from "./workbook-differences.tsx";

/**
 * Files are read and reported first; nothing is written before the last button. A workbook of ours is compared field by
 * field; tables whose headers nobody knows ask what their columns are.
 */
export function ImportPage() {
  const files = useSignal<readonly File[]>([]);
  const country = useSignal("");
  const scope = useSignal("");
  const report = useSignal<ImportReport | null>(null);
  const workbook = useSignal<WorkbookReport | null>(null);
  const choices = useSignal<WorkbookChoices>({});
  const recordChoices = useSignal<ImportChoices>({});
  const columns = useSignal<ColumnsAnswer | null>(null);
  const mapping = useSignal<Mapping | null>(null);
  const busy = useSignal(false);
  const failed = useSignal<string | null>(null);

  const reset = (): void => {
    report.value = null;
    workbook.value = null;
    choices.value = {};
    recordChoices.value = {};
    columns.value = null;
    mapping.value = null;
    failed.value = null;
  };
  const formOf = (more: Readonly<Record<string, string>>): FormData => {
    const form = new FormData();
    for (const file of files.value) form.append("files", file, file.name);
    form.set("country", country.value);
    for (const [name, value] of Object.entries(more)) form.set(name, value);
    return form;
  };
  const during = (work: () => Promise<void>): void => {
    busy.value = true;
    failed.value = null;
    work()
      .catch((error: unknown) => (failed.value = reasonOf(error)))
      .finally(() => (busy.value = false));
  };
  const sendRecords = async (take: boolean, leaveOutErrors: boolean): Promise<void> => {
    report.value = await post<ImportReport>(
      "/api/imports",
      formOf({
        scope: scope.value,
        take: take ? "yes" : "no",
        leaveOutErrors: leaveOutErrors ? "yes" : "no",
        choices: JSON.stringify(recordChoices.value),
        ...(mapping.value === null ? {} : { mapping: JSON.stringify(mapping.value) }),
      }),
    );
  };
  const sendWorkbook = async (take: boolean): Promise<void> => {
    const more = { take: take ? "yes" : "no", choices: JSON.stringify(choices.value) };
    workbook.value = await post<WorkbookReport>("/api/workbooks", formOf(more));
  };
  const askColumns = async (): Promise<void> => {
    const answer = await post<ColumnsAnswer>("/api/imports/columns", formOf({}));
    columns.value = answer;
    mapping.value = answer.mapping;
    // What the headers are not is no news once somebody is asked what they are.
    if (answer.mapping !== null) report.value = null;
  };
  const look = async (): Promise<void> => {
    if (files.value.length === 1 && files.value[0]?.name.toLowerCase().endsWith(".xlsx")) {
      try {
        await sendWorkbook(false);
        return;
      } catch (error) {
        // A workbook of somebody else: its sheets are tables.
        if (!(error instanceof ApiError) || error.fields["files"] !== "is not ours") throw error;
      }
    }
    await sendRecords(false, false);
    if (report.value?.unknownHeaders === true && columns.value === null) await askColumns();
  };
  return (
    <>
      <PageHead title={t("import.title")} sub={t("import.sub")} />
      <form
        class="box pad"
        onSubmit={(event) => {
          event.preventDefault();
          during(look);
        }}
      >
        <Field label={t("import.files")}>
          {(id) => (
            <input
              id={id}
              type="file"
              multiple
              onChange={(event) => {
                reset();
                files.value = [...(event.currentTarget.files ?? [])];
              }}
            />
          )}
        </Field>
        <p class="note">{t("import.kinds")}</p>
        <div class="f2">
          <CountryField
            label={t("import.country")}
            value={country.value}
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
        {columns.value !== null && (
          <Field label={t("mapping.load")}>
            {(id) => (
              <input
                id={id}
                type="file"
                accept=".json"
                onChange={(event) => {
                  const [file] = [...(event.currentTarget.files ?? [])];
                  if (file === undefined) return;
                  during(async () => {
                    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Mapping), await file.text());
                    if (read.success) mapping.value = read.output;
                    else failed.value = t("mapping.wrong");
                  });
                }}
              />
            )}
          </Field>
        )}
        <button type="submit" class="btn go" disabled={files.value.length === 0 || busy.value}>
          {t(busy.value ? "import.reading" : "import.look")}
        </button>
      </form>
      <p class="sr" role="status">
        {report.value !== null &&
          t("import.looked", {
            n: report.value.counts.services,
            errors: report.value.counts.problems.error,
            held: report.value.counts.held,
          })}
      </p>
      {failed.value !== null && <Notice kind="late" text={failed.value} />}
      {columns.value !== null && mapping.value !== null && (
        <MappingTable
          answer={columns.value}
          mapping={mapping.value}
          onChange={(changed) => (mapping.value = changed)}
        />
      )}
      {workbook.value !== null && (
        <WorkbookDifferences
          report={workbook.value}
          choices={choices.value}
          busy={busy.value}
          onChoose={(chosen) => (choices.value = chosen)}
          onTake={() => during(() => sendWorkbook(true))}
        />
      )}
      {report.value !== null && (
        <Differences
          report={report.value}
          choices={recordChoices.value}
          onChoose={(chosen) => (recordChoices.value = chosen)}
        />
      )}
      {report.value !== null && (
        <TryOut
          report={report.value}
          busy={busy.value}
          onTake={(leave) => during(() => sendRecords(true, leave))}
        />
      )}
      {report.value === null && workbook.value === null && columns.value === null && <GetWorkbook />}
    </>
  );
}
