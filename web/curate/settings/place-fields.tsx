import { useSignal } from "@preact/signals";
import { INTERFACE_LANGUAGES } from "#server/contract/settings.ts";
import { CheckField, SelectField, TextField } from "../components/field.tsx";
import { languageText, t } from "../words.ts";
import type { SettingsModel } from "./settings-model.ts";

/** Countries that the directory is about: the first is shown first. */
export function CountryFields({ model }: { readonly model: SettingsModel }) {
  const chosen = model.value("countries");
  const all = model.view.value?.countries ?? [];
  const nameOf = (code: string) => all.find((one) => one.code === code)?.name ?? code;
  return (
    <>
      <SelectField
        label={t("settings.country.add")}
        value=""
        options={[
          ["", t("field.choose")] as const,
          ...all.filter(({ code }) => !chosen.includes(code)).map(({ code, name }) => [code, name] as const),
        ]}
        onChange={(code) => code !== "" && model.set("countries", [...chosen, code])}
      />
      <Ordered
        items={chosen.map((code) => ({ code, name: nameOf(code) }))}
        onOrder={(codes) => model.set("countries", codes)}
      />
    </>
  );
}

interface OrderedProps {
  readonly items: readonly { readonly code: string; readonly name: string }[];
  readonly onOrder: (codes: string[]) => void;
}

/** What was chosen, in its order: the first counts as the usual one. */
function Ordered({ items, onOrder }: OrderedProps) {
  const codes = items.map(({ code }) => code);
  return (
    <ol class="ordered">
      {items.map(({ code, name }, at) => (
        <li key={code}>
          <span class="grow">
            {name}
            {at === 0 && <small>{t("settings.first")}</small>}
          </span>
          {at > 0 && (
            <button
              type="button"
              class="linkish"
              onClick={() => onOrder([code, ...codes.filter((one) => one !== code)])}
            >
              {t("settings.make-first", { name })}
            </button>
          )}
          <button type="button" class="linkish" onClick={() => onOrder(codes.filter((one) => one !== code))}>
            {t("settings.take-out", { name })}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Areas of the countries; none chosen means all of them. */
export function AreaFields({ model }: { readonly model: SettingsModel }) {
  const find = useSignal("");
  const all = model.view.value?.areas ?? [];
  const chosen = model.value("areas");
  const typed = find.value.trim().toLowerCase();
  const shown = all.filter(({ name }) => typed === "" || name.toLowerCase().includes(typed));
  return (
    <>
      <p class="note">
        {chosen.length === 0 ? t("settings.areas.all") : t("settings.areas.some", { n: chosen.length })}
      </p>
      {all.length > 12 && (
        <TextField
          type="search"
          label={t("settings.areas.find")}
          value={find.value}
          onChange={(value) => (find.value = value)}
        />
      )}
      <div class="ticks">
        {shown.map(({ code, name }) => (
          <CheckField
            key={code}
            label={name}
            checked={chosen.includes(code)}
            onChange={(on) =>
              model.set("areas", on ? [...chosen, code] : chosen.filter((one) => one !== code))
            }
          />
        ))}
      </div>
    </>
  );
}

/** Languages of the pages, in their order; the first is the usual one. */
export function LanguageFields({ model }: { readonly model: SettingsModel }) {
  const chosen = model.value("languages");
  return (
    <>
      <div class="ticks">
        {INTERFACE_LANGUAGES.map((code) => (
          <CheckField
            key={code}
            label={languageText(code)}
            checked={chosen.includes(code)}
            onChange={(on) =>
              model.set("languages", on ? [...chosen, code] : chosen.filter((one) => one !== code))
            }
          />
        ))}
      </div>
      <h3>{t("settings.order")}</h3>
      <Ordered
        items={chosen.map((code) => ({ code, name: languageText(code) }))}
        onOrder={(codes) => model.set("languages", codes)}
      />
    </>
  );
}

/** The public name and, by language, who runs the directory. */
export function NameFields({ model }: { readonly model: SettingsModel }) {
  const runBy = model.value("runBy");
  return (
    <>
      <TextField
        label={t("settings.publicName")}
        value={model.value("publicName")}
        onChange={(value) => model.set("publicName", value)}
      />
      <p class="small">{t("settings.publicName.note")}</p>
      {model.value("languages").map((code) => (
        <TextField
          key={code}
          label={t("field.in-language", { field: t("settings.runBy"), language: languageText(code) })}
          value={runBy[code] ?? ""}
          lang={code}
          onChange={(value) => {
            const { [code]: _gone, ...others } = runBy;
            model.set("runBy", value === "" ? others : { ...others, [code]: value });
          }}
        />
      ))}
    </>
  );
}

/** Where leaving goes: one page for all, and one for a country where that is another. */
export function LeavingFields({ model }: { readonly model: SettingsModel }) {
  const targets = model.value("exitTargets");
  const nameOf = (code: string) => model.view.value?.countries.find((one) => one.code === code)?.name ?? code;
  return (
    <>
      {["", ...model.value("countries")].map((code) => {
        const target = targets[code] ?? "";
        return (
          <div key={code} class="leaving">
            <TextField
              type="url"
              label={
                code === ""
                  ? t("settings.leaving.usual")
                  : t("settings.leaving.in", { country: nameOf(code) })
              }
              value={target}
              placeholder="https://"
              onChange={(value) => {
                const { [code]: _gone, ...others } = targets;
                const next = value.trim();
                model.set(
                  "exitTargets",
                  next === "" && code !== "" ? others : { ...others, [code]: next === "" ? null : next },
                );
              }}
            />
            {target.startsWith("https://") && (
              <a class="small" href={target} target="_blank" rel="noopener noreferrer">
                {t("settings.leaving.try")}
              </a>
            )}
          </div>
        );
      })}
      <p class="small">{t("settings.leaving.note")}</p>
    </>
  );
}
