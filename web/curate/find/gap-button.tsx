import { useSignal } from "@preact/signals";
import type { GapNotePage } from "#server/contract/curate/gap-note.ts";
import { gapGroup } from "#server/domain/situation/gap.ts";
import type { WantedLine } from "#server/domain/situation/wanted.ts";
import type { Tools } from "#web/helper/tools.ts";
import { get } from "../api.ts";
import { Dialog } from "../components/dialog.tsx";
import { GapNoteForm } from "../gap-note/gap-note-form.tsx";
import { reasonOf } from "../load.ts";
import { t } from "../words.ts";

interface GapButtonProps {
  readonly tools: Tools;
  readonly line: WantedLine;
  readonly area: string;
}

/**
 * "Note this gap", filled in from the search: need, the one part that was asked for, area, and the one group that shuts
 * most doors. All of it can be changed, is shown as it will be sent, and goes by a press of its own.
 */
export function GapButton({ tools, line, area }: GapButtonProps) {
  const page = useSignal<GapNotePage | null>(null);
  const failed = useSignal<string | null>(null);
  const open = () => {
    failed.value = null;
    get<GapNotePage>("/api/gap-notes").then(
      (found) => (page.value = found),
      (error: unknown) => (failed.value = reasonOf(error)),
    );
  };
  const [part, ...more] = line.services;
  return (
    <p class="gapnote">
      <button type="button" class="btn quiet" onClick={open}>
        {t("find.gap")}
      </button>
      {failed.value !== null && <span role="alert">{failed.value}</span>}
      {page.value !== null && (
        <Dialog title={t("find.gap")} onClose={() => (page.value = null)}>
          <GapNoteForm
            areas={page.value.areas}
            start={{
              need: line.need,
              service: part !== undefined && more.length === 0 ? part : null,
              area,
              group: gapGroup(tools.model.situation.value),
            }}
          />
        </Dialog>
      )}
    </p>
  );
}
