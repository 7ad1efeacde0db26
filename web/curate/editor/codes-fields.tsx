import { EVERYWHERE, NEEDS } from "#db/vocabulary.ts";
import { Field } from "../components/field.tsx";
import { facts } from "../session.ts";
import { humanized, t } from "../words.ts";
import { useEditor } from "./context.ts";

interface CodesFieldProps {
  readonly field: "services" | "areas";
  readonly add: string;
  readonly label: string;
  readonly nameOf: (code: string) => string;
  readonly groups: readonly {
    readonly name: string;
    readonly codes: readonly (readonly [code: string, name: string])[];
  }[];
}

/** Chosen codes as a list, each with a way to take it out, and one list to add from. */
function CodesField({ field, add, label, nameOf, groups }: CodesFieldProps) {
  const model = useEditor();
  const chosen = (model.value(field) ?? []) as readonly string[];
  return (
    <div class="codes">
      <p class="lb">{label}</p>
      <ul>
        {chosen.map((code) => (
          <li key={code}>
            {nameOf(code)}
            <button
              type="button"
              class="linkish"
              aria-label={`${t("field.remove")}: ${nameOf(code)}`}
              onClick={() =>
                model.set(
                  field,
                  chosen.filter((one) => one !== code),
                )
              }
            >
              {t("field.remove")}
            </button>
          </li>
        ))}
      </ul>
      <Field label={add}>
        {(id) => (
          <select
            id={id}
            value=""
            onChange={(event) => {
              const code = event.currentTarget.value;
              if (code !== "" && !chosen.includes(code)) model.set(field, [...chosen, code]);
              event.currentTarget.value = "";
            }}
          >
            <option value="">{t("field.choose")}</option>
            {groups.map(({ name, codes }) => (
              <optgroup key={name} label={name}>
                {codes.map(([code, text]) => (
                  <option key={code} value={code}>
                    {text}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

/** Sub-services of the taxonomy, under their needs. */
export function ServicesField() {
  const terms = facts.value?.terms ?? [];
  return (
    <CodesField
      field="services"
      label={t("field.services")}
      add={t("field.services.add")}
      nameOf={(code) => terms.find((term) => term.code === code)?.name ?? code}
      groups={NEEDS.map((need) => ({
        name: humanized(need),
        codes: terms.filter((term) => term.need === need).map((term) => [term.code, term.name] as const),
      }))}
    />
  );
}

/** Areas that the service serves, by country. */
export function AreasField() {
  const areas = facts.value?.areas ?? [];
  const countries = areas.filter(({ code }) => code.length === 2);
  const nameOf = (code: string) =>
    code === EVERYWHERE
      ? t("field.areas.everywhere")
      : (areas.find((area) => area.code === code)?.name ?? code);
  return (
    <CodesField
      field="areas"
      label={t("field.areas")}
      add={t("field.areas.add")}
      nameOf={nameOf}
      groups={[
        { name: t("field.areas.everywhere"), codes: [[EVERYWHERE, t("field.areas.everywhere")]] },
        ...countries.map((country) => ({
          name: country.name,
          codes: areas
            .filter(({ code }) => code.startsWith(country.code))
            .map(({ code, name }) => [code, name] as const),
        })),
      ]}
    />
  );
}
