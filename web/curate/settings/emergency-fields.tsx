import { TELLS } from "#db/vocabulary.ts";
import type { EmergencyNumber } from "#server/contract/settings.ts";
import { Icon } from "#web/icons/icon.tsx";
import { dayText, humanized, t } from "../words.ts";
import type { SettingsModel } from "./settings-model.ts";

const KINDS = ["emergency", "ambulance", "fire", "state", "charity", "police"] as const;
const LIST = "emergency";

const isPolice = ({ kind }: EmergencyNumber): boolean => kind === "police";

/** Emergency numbers, a row each: name, number, who answers, recorded, who is told. Lines of the police stay last. */
export function EmergencyFields({ model }: { readonly model: SettingsModel }) {
  const numbers = model.value(LIST);
  const country = model.value("countries")[0] ?? "";
  const set = (next: readonly EmergencyNumber[]) => model.set(LIST, [...next]);
  const change = (at: number, part: Partial<EmergencyNumber>) =>
    set(numbers.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const known = (model.view.value?.known ?? []).filter(
    (line) => !numbers.some(({ number }) => number === line.number),
  );
  const blank: EmergencyNumber = {
    country,
    number: "",
    dial: null,
    label: {},
    kind: "charity",
    recorded: null,
  };
  return (
    <>
      {numbers.length > 0 && (
        <table class="tb">
          <thead>
            <tr>
              {(["name", "number", "kind", "recorded", "tells"] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`emergency.${name}`)}
                </th>
              ))}
              <th scope="col">
                <span class="sr">{t("emergency.order")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {numbers.map((one, at) => (
              <Row
                key={at}
                at={at}
                one={one}
                language={model.value("languages")[0] ?? "en"}
                onChange={(part) => change(at, part)}
                onUp={
                  at === 0 || isPolice(one)
                    ? null
                    : () =>
                        set([
                          ...numbers.slice(0, at - 1),
                          one,
                          ...numbers.slice(at - 1).filter((n) => n !== one),
                        ])
                }
                onRemove={() => set(numbers.filter((_, index) => index !== at))}
              />
            ))}
          </tbody>
        </table>
      )}
      <p class="chk">
        <Icon name="info" />
        <span>{t("emergency.note")}</span>
      </p>
      <div class="bar">
        <button type="button" class="btn" onClick={() => set([...numbers, blank])}>
          <Icon name="plus" />
          {t("emergency.add")}
        </button>
      </div>
      {known.length > 0 && (
        <section class="known">
          <h3>{t("emergency.known")}</h3>
          <ul class="rows">
            {known.map((line) => (
              <li key={`${line.country} ${line.number}`}>
                <span class="grow">
                  <b>{line.name}</b>
                  <small>
                    <span class="ltr num">{line.number}</span>
                    {line.source !== null && ` · ${line.source}`}
                    {line.date !== null &&
                      `, ${/^\d{4}-\d{2}-\d{2}$/u.test(line.date) ? dayText(line.date) : line.date}`}
                  </small>
                </span>
                <button
                  type="button"
                  class="btn"
                  onClick={() =>
                    set([
                      ...numbers,
                      {
                        ...blank,
                        country: line.country,
                        number: line.number,
                        label: { en: line.name },
                        kind: line.kind,
                      },
                    ])
                  }
                >
                  {t("emergency.take")}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface RowProps {
  readonly at: number;
  readonly one: EmergencyNumber;
  /** The directory's first language: names that are typed are in it. */
  readonly language: string;
  readonly onChange: (part: Partial<EmergencyNumber>) => void;
  readonly onUp: (() => void) | null;
  readonly onRemove: () => void;
}

function Row({ at, one, language, onChange, onUp, onRemove }: RowProps) {
  const written = language in one.label || Object.keys(one.label).length === 0 ? language : "en";
  const name = one.label[written] ?? Object.values(one.label)[0] ?? "";
  const label = (key: "name" | "number" | "kind" | "recorded" | "tells") =>
    `${t(`emergency.${key}`)} ${at + 1}`;
  return (
    <tr class={isPolice(one) ? "pol" : ""}>
      <td data-l={t("emergency.name")}>
        <input
          aria-label={label("name")}
          value={name}
          autocomplete="off"
          onInput={(event) => onChange({ label: { ...one.label, [written]: event.currentTarget.value } })}
        />
      </td>
      <td data-l={t("emergency.number")}>
        <input
          class="num ltr"
          aria-label={label("number")}
          value={one.number}
          autocomplete="off"
          onInput={(event) => onChange({ number: event.currentTarget.value, dial: null })}
        />
      </td>
      <td data-l={t("emergency.kind")}>
        <select
          aria-label={label("kind")}
          value={one.kind}
          onChange={(event) => onChange({ kind: event.currentTarget.value as EmergencyNumber["kind"] })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`emergency.kind.${kind}`)}
            </option>
          ))}
        </select>
      </td>
      <td data-l={t("emergency.recorded")}>
        <select
          class={one.recorded == null ? "ak" : ""}
          aria-label={label("recorded")}
          value={one.recorded ?? ""}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ recorded: value === "yes" || value === "no" ? value : null });
          }}
        >
          <option value="">{t("tri.ask")}</option>
          <option value="yes">{t("tri.yes")}</option>
          <option value="no">{t("tri.no")}</option>
        </select>
      </td>
      <td data-l={t("emergency.tells")}>
        <select
          class={one.tells == null ? "ak" : ""}
          aria-label={label("tells")}
          value={one.tells ?? ""}
          onChange={(event) =>
            onChange({ tells: TELLS.find((code) => code === event.currentTarget.value) ?? null })
          }
        >
          <option value="">{t("tri.ask")}</option>
          {TELLS.map((code) => (
            <option key={code} value={code}>
              {humanized(code)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <span class="drag">
          <button
            type="button"
            class="btn"
            aria-label={t("emergency.up", { name: name || String(at + 1) })}
            disabled={onUp === null}
            onClick={() => onUp?.()}
          >
            <span aria-hidden="true">↑</span>
          </button>
          <button
            type="button"
            class="btn"
            aria-label={t("emergency.remove", { name: name || String(at + 1) })}
            onClick={onRemove}
          >
            <Icon name="x" />
          </button>
        </span>
      </td>
    </tr>
  );
}
