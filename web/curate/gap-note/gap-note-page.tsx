import { useSignal } from "@preact/signals";
import { NEEDS, type Need, SERVICES_BY_NEED } from "#db/vocabulary.ts";
import type { CountedGap, GapNoteInput, GapNotePage as Page } from "#server/contract/curate/gap-note.ts";
import { COVERAGE_GROUPS, type CoverageGroup } from "#server/domain/coverage.ts";
import { get, post } from "../api.ts";
import { SelectField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { humanized, t } from "../words.ts";

const GROUPS = Object.keys(COVERAGE_GROUPS) as readonly CoverageGroup[];

/** A practitioner notes what is missing: chosen from lists, shown as it will be sent, sent by one press. */
export function GapNotePage() {
  const page = useLoad("gap-notes", () => get<Page>("/api/gap-notes"));
  const chosen = useSignal<GapNoteInput>({ need: "housing", service: null, area: "", group: "everyone" });
  const done = useSignal(false);
  const failed = useSignal<string | null>(null);
  const view = page.value.value;
  const set = (changed: Partial<GapNoteInput>) => {
    done.value = false;
    chosen.value = { ...chosen.value, ...changed };
  };
  const note = { ...chosen.value, area: chosen.value.area || (view?.areas[0]?.code ?? "") };
  const send = (event: Event) => {
    event.preventDefault();
    failed.value = null;
    post("/api/gap-notes", note).then(
      () => {
        done.value = true;
        page.reload();
      },
      (error: unknown) => (failed.value = reasonOf(error)),
    );
  };
  return (
    <>
      <PageHead title={t("gap-note.title")} sub={t("gap-note.sub")}>
        <a class="btn" href="/" target="_blank" rel="noreferrer noopener">
          {t("gap-note.tools")}
        </a>
      </PageHead>
      {page.failed.value !== null && <Notice kind="late" text={page.failed.value} />}
      {failed.value !== null && <Notice kind="late" text={failed.value} />}
      {view !== null && (
        <form class="box pad in" onSubmit={send}>
          <Fields note={note} areas={view.areas} onChange={set} />
          <h2>{t("gap-note.sent")}</h2>
          <p class="sent">
            <code>{[note.need, note.service ?? "–", note.area, note.group].join(" · ")}</code>
          </p>
          <p class="small">{t("gap-note.month")}</p>
          <p class="acts">
            <button type="submit" class="btn go">
              {t("gap-note.send")}
            </button>
          </p>
          {done.value && <p role="status">{t("gap-note.done")}</p>}
        </form>
      )}
      {view?.notes != null && view.notes.length > 0 && <Notes notes={view.notes} areas={view.areas} />}
    </>
  );
}

interface FieldsProps {
  readonly note: GapNoteInput;
  readonly areas: Page["areas"];
  readonly onChange: (changed: Partial<GapNoteInput>) => void;
}

function Fields({ note, areas, onChange }: FieldsProps) {
  return (
    <div class="f3">
      <SelectField
        label={t("gaps.need")}
        value={note.need}
        options={NEEDS.map((code) => [code, humanized(code)] as const)}
        onChange={(code) => onChange({ need: code as Need, service: null })}
      />
      <SelectField
        label={t("gap-note.part")}
        value={note.service ?? ""}
        options={[
          ["", t("gap-note.any")] as const,
          ...SERVICES_BY_NEED[note.need].map((code) => [code, humanized(code)] as const),
        ]}
        onChange={(code) => onChange({ service: code === "" ? null : code })}
      />
      <SelectField
        label={t("gaps.area")}
        value={note.area}
        options={areas.map(({ code, name }) => [code, name] as const)}
        onChange={(area) => onChange({ area })}
      />
      <SelectField
        label={t("gaps.group")}
        value={note.group}
        options={GROUPS.map((code) => [code, humanized(code)] as const)}
        onChange={(code) => onChange({ group: code as CoverageGroup })}
      />
    </div>
  );
}

/** What was noted, for those who look after the list: the newest month first. */
function Notes({ notes, areas }: { readonly notes: readonly CountedGap[]; readonly areas: Page["areas"] }) {
  const nameOf = (code: string) => areas.find((area) => area.code === code)?.name ?? code;
  return (
    <section class="box pad">
      <h2>{t("gap-note.noted")}</h2>
      <ul>
        {notes.map(({ month, need, service, area, group, times }) => (
          <li key={[month, need, service, area, group].join(" ")}>
            {[
              month,
              nameOf(area),
              humanized(need),
              service === null ? t("gap-note.any") : humanized(service),
              humanized(group),
              t("gap-note.times", { n: times }),
            ].join(" · ")}
          </li>
        ))}
      </ul>
    </section>
  );
}
