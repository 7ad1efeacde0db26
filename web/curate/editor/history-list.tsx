import type { FieldMove } from "#server/contract/curate/listing-detail.ts";
import { post } from "../api.ts";
import { reasonOf } from "../load.ts";
import { changeText } from "../values.ts";
import { fieldLabel, momentText, reasonText, t, tOr } from "../words.ts";
import { useEditor } from "./context.ts";

/** Who changed what and when, per field, with the way back. */
export function HistoryList() {
  const model = useEditor();
  const detail = model.detail.value;
  const restore = (revision: number) =>
    post(`${model.path}/restore`, { revision: revision - 1 }).then(
      () => model.load(),
      (error: unknown) => (model.failed.value = reasonOf(error)),
    );
  return (
    <ul class="tl">
      {(detail?.history ?? []).map((entry) => (
        <li key={`${entry.at} ${entry.revision ?? ""} ${entry.action} ${entry.changed.join()}`}>
          <time>{momentText(entry.at)}</time>
          <span>
            <b>{entry.by}</b> {tOr(`history.${entry.action}`, entry.action)}
            {entry.entity !== "service" && ` ${tOr(`history.of.${entry.entity}`, "")}`}
            {entry.reason !== null && `: ${reasonText(entry.reason)}`}
            {entry.detail.length === 0 && <small>{entry.changed.map(fieldLabel).join(", ")}</small>}
            {entry.detail.map((move) => (
              <Moved key={move.field} move={move} />
            ))}
            {entry.revision !== null && entry.revision > 1 && (
              <button type="button" class="linkish" onClick={() => void restore(entry.revision ?? 1)}>
                {t("history.restore")}
              </button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Moved({ move: { field, before, after } }: { readonly move: FieldMove }) {
  const [was, is] = changeText(field, before, after);
  return (
    <small>
      {fieldLabel(field)}: <del>{was}</del> → <ins>{is}</ins>
    </small>
  );
}
