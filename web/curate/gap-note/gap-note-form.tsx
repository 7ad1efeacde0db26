import { useSignal } from "@preact/signals";
import { NEEDS, type Need, SERVICES_BY_NEED } from "#db/vocabulary.ts";
import type { GapNoteInput, GapNotePage as Page } from "#server/contract/curate/gap-note.ts";
import { COVERAGE_GROUPS, type CoverageGroup } from "#server/domain/coverage.ts";
import { post } from "../api.ts";
import { SelectField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { reasonOf } from "../load.ts";
import { humanized, listLabel, t } from "../words.ts";

const GROUPS = Object.keys(COVERAGE_GROUPS) as readonly CoverageGroup[];

interface FormProps {
  readonly areas: Page["areas"];
  /** What it begins with; an empty area: the first. */
  readonly start: GapNoteInput;
  readonly onSent?: () => void;
}

/** One note: chosen from lists, shown as it will be sent, sent by one press and by nothing else. */
export function GapNoteForm({ areas, start, onSent }: FormProps) {
  const chosen = useSignal<GapNoteInput>(start);
  const done = useSignal(false);
  const failed = useSignal<string | null>(null);
  const set = (changed: Partial<GapNoteInput>) => {
    done.value = false;
    chosen.value = { ...chosen.value, ...changed };
  };
  const note = { ...chosen.value, area: chosen.value.area || (areas[0]?.code ?? "") };
  const send = (event: Event) => {
    event.preventDefault();
    failed.value = null;
    post("/api/gap-notes", note).then(
      () => {
        done.value = true;
        onSent?.();
      },
      (error: unknown) => (failed.value = reasonOf(error)),
    );
  };
  return (
    <form class="pad in" onSubmit={send}>
      {failed.value !== null && <Notice kind="late" text={failed.value} />}
      <Fields note={note} areas={areas} onChange={set} />
      <h2>{t("gap-note.sent")}</h2>
      <p class="sent">
        {[
          humanized(note.need),
          note.service === null ? t("gap-note.any") : humanized(note.service),
          areas.find(({ code }) => code === note.area)?.name ?? note.area,
          listLabel("group", note.group),
        ].join(" · ")}
      </p>
      <p class="small">{t("gap-note.month")}</p>
      <p class="acts">
        <button type="submit" class="btn go" disabled={done.value}>
          {t("gap-note.send")}
        </button>
      </p>
      {done.value && <p role="status">{t("gap-note.done")}</p>}
    </form>
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
        options={GROUPS.map((code) => [code, listLabel("group", code)] as const)}
        onChange={(code) => onChange({ group: code as CoverageGroup })}
      />
    </div>
  );
}
