import { useSignal } from "@preact/signals";
import type { TwoVersions } from "#server/contract/curate/feed.ts";
import { post } from "../../api.ts";
import { to } from "../../route.ts";
import { valueText } from "../../values.ts";
import { fieldLabel, t } from "../../words.ts";
import { DifferenceHead } from "../import/difference-head.tsx";

interface VersionsProps {
  readonly versions: TwoVersions;
  readonly busy: boolean;
  readonly during: (work: () => Promise<string>) => void;
}

/** Both versions of a listing that was changed here and there, side by side; what is not ticked stays as it is here. */
export function Versions({ versions, busy, during }: VersionsProps) {
  const { serviceId, name, code, feed, fields } = versions;
  const take = useSignal<ReadonlySet<string>>(new Set());
  const toggle = (field: string): void => {
    const next = new Set(take.value);
    if (!next.delete(field)) next.add(field);
    take.value = next;
  };
  return (
    <section class="box difference">
      <header>
        <h2>
          <a href={to("listings", serviceId)}>{name}</a>
        </h2>
        <small>
          {code} · {t("sharing.both", { feed })}
        </small>
      </header>
      <table class="found">
        <DifferenceHead theirs={feed} />
        <tbody>
          {fields.map(({ field, ours, theirs }) => (
            <tr key={field}>
              <th scope="row">{fieldLabel(field)}</th>
              <td data-label={t("workbook.ours")}>{valueText(field, ours)}</td>
              <td data-label={feed}>{valueText(field, theirs)}</td>
              <td>
                <label class="take">
                  <input
                    type="checkbox"
                    aria-label={t("sharing.take-field", { field: fieldLabel(field) })}
                    checked={take.value.has(field)}
                    onChange={() => toggle(field)}
                  />
                  {t("sharing.take")}
                </label>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="all0">
        <span>{t("sharing.rest-stays")}</span>
        <button
          type="button"
          class="btn go"
          disabled={busy}
          onClick={() =>
            during(async () => {
              await post(`/api/sharing/versions/${encodeURIComponent(serviceId)}`, { take: [...take.value] });
              return t("sharing.chosen");
            })
          }
        >
          {take.value.size === 0 ? t("sharing.keep") : t("sharing.take-n", { n: take.value.size })}
        </button>
      </div>
    </section>
  );
}
