import { useSignal } from "@preact/signals";
import type { DuplicatePair } from "#server/contract/curate/desk.ts";
import type { ListingDetail } from "#server/contract/curate/listing-detail.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { get, post } from "../api.ts";
import { Dialog } from "../components/dialog.tsx";
import { CheckField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { reasonOf, useLoad } from "../load.ts";
import { valueText } from "../values.ts";
import { fieldLabel, t } from "../words.ts";

interface MergeProps {
  readonly pair: DuplicatePair;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Which of two stays, and what it takes over from the other. */
export function MergeDialog({ pair: { a, b }, onClose, onDone }: MergeProps) {
  const keep = useSignal(a.id);
  const take = useSignal<readonly string[]>([]);
  const failed = useSignal<string | null>(null);
  const both = useLoad(`${a.id} ${b.id}`, () =>
    Promise.all([a, b].map(({ id }) => get<ListingDetail>(`/api/listings/${encodeURIComponent(id)}`))),
  ).value.value;
  const stays = both?.find(({ id }) => id === keep.value);
  const goes = both?.find(({ id }) => id !== keep.value);
  const submit = (event: Event) => {
    event.preventDefault();
    const body = { keep: keep.value, away: goes?.id ?? "", take: take.value };
    post("/api/governance/merge", body).then(onDone, (error: unknown) => (failed.value = reasonOf(error)));
  };
  const fields = stays === undefined || goes === undefined ? [] : mayTake(stays, goes);
  return (
    <Dialog title={t("doubles.merge-title")} onClose={onClose}>
      <form class="in" onSubmit={submit}>
        {failed.value !== null && <Notice kind="late" text={failed.value} />}
        <p class="note">{t("doubles.merge-note")}</p>
        <fieldset>
          <legend class="lb">{t("doubles.keep")}</legend>
          {[a, b].map(({ id, name, organization, code }) => (
            <label key={id} class="tick">
              <input
                type="radio"
                name="keep"
                checked={keep.value === id}
                onChange={() => {
                  keep.value = id;
                  take.value = [];
                }}
              />
              <span>
                {name}
                <small>
                  {organization} · {code}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend class="lb">{t("doubles.take")}</legend>
          {fields.length === 0 && <p class="small">{t("doubles.take-none")}</p>}
          {fields.map((field) => (
            <CheckField
              key={field}
              label={fieldLabel(field)}
              note={valueText(field, goes?.form[field])}
              checked={take.value.includes(field)}
              onChange={(on) =>
                (take.value = on ? [...take.value, field] : take.value.filter((one) => one !== field))
              }
            />
          ))}
        </fieldset>
        <button type="submit" class="btn go" disabled={goes === undefined}>
          {t("doubles.merge")}
        </button>
      </form>
    </Dialog>
  );
}

/** Fields in which the other says something else, as far as they can be taken over. */
function mayTake(stays: ListingDetail, goes: ListingDetail): readonly string[] {
  const contacts = new Set(
    Object.entries(stays.form).flatMap(([field, value]) =>
      field.startsWith("contact:") ? [(value as { value: string }).value] : [],
    ),
  );
  return Object.entries(goes.form).flatMap(([field, value]) => {
    if (value === null || field.startsWith("place:") || field.startsWith("organization:")) return [];
    if (field.startsWith("contact:")) {
      const { owner, value: number } = value as { owner: string; value: string };
      return owner === "service" && !contacts.has(number) ? [field] : [];
    }
    if (Array.isArray(value) && value.length === 0) return [];
    if (["held", "doNotList", "doNotRefer", "sourceName", "sourceUrl", "sourceDate"].includes(field))
      return [];
    return stableJson(value) === stableJson(stays.form[field] ?? null) ? [] : [field];
  });
}
