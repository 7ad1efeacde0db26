import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Settings } from "#server/contract/settings.ts";
import { call } from "../api.ts";
import { CheckField, NumberField, TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf } from "../load.ts";
import { person, readFacts } from "../session.ts";
import { areaText } from "../values.ts";
import { languageText, t } from "../words.ts";
import { AffiliationFields, AliasFields, AreaNameFields, PolicyFields, WordFields } from "./list-fields.tsx";
import { EmergencyFields } from "./emergency-fields.tsx";
import { AreaFields, CountryFields, LanguageFields, LeavingFields, NameFields } from "./place-fields.tsx";
import { type SettingsModel, useSettings } from "./settings-model.ts";

type Fields = (props: { readonly model: SettingsModel }) => ComponentChildren;
const SECTIONS: readonly {
  readonly code: SectionCode;
  readonly names: readonly (keyof Settings)[];
  readonly fields: Fields;
}[] = [
  { code: "name", names: ["publicName", "runBy"], fields: NameFields },
  { code: "country", names: ["countries", "areas"], fields: Places },
  { code: "areaNames", names: ["areaNames"], fields: AreaNameFields },
  { code: "aliases", names: ["placeAliases"], fields: AliasFields },
  { code: "languages", names: ["languages"], fields: LanguageFields },
  { code: "emergency", names: ["emergency"], fields: EmergencyFields },
  { code: "leaving", names: ["exitTargets"], fields: LeavingFields },
  { code: "words", names: ["words"], fields: WordFields },
  { code: "colours", names: ["colours"], fields: ColourFields },
  { code: "deadlines", names: ["deadlines", "unsafeHours"], fields: DeadlineFields },
  { code: "policy", names: ["policies", "twoPersonPublishing"], fields: PolicyFields },
  { code: "affiliations", names: ["affiliations"], fields: AffiliationFields },
  { code: "search", names: ["indexed"], fields: SearchFields },
  { code: "files", names: ["sound"], fields: FileFields },
];
type SectionCode =
  | "name"
  | "country"
  | "areaNames"
  | "aliases"
  | "languages"
  | "emergency"
  | "leaving"
  | "words"
  | "colours"
  | "deadlines"
  | "policy"
  | "affiliations"
  | "search"
  | "files";

/** Every setting of the directory, a section each, kept section by section. */
export function SettingsPage() {
  const model = useSettings();
  const isAdmin = person()?.role === "admin";
  return (
    <>
      <PageHead title={t("settings.title")} sub={t("settings.sub")}>
        {isAdmin && (
          <a class="btn" href="/curate/api/settings/file" download>
            {t("settings.export")}
          </a>
        )}
        {isAdmin && <ImportFile model={model} />}
      </PageHead>
      {!isAdmin && <Notice kind="warm" text={t("settings.read-only")} />}
      {model.view.value === null ? (
        <p class="note">{model.failed.value ?? t("app.loading")}</p>
      ) : (
        SECTIONS.map(({ code, names, fields }) => (
          <Section key={code} model={model} code={code} names={names} fields={fields} isAdmin={isAdmin} />
        ))
      )}
    </>
  );
}

interface SectionProps {
  readonly model: SettingsModel;
  readonly code: SectionCode;
  readonly names: readonly (keyof Settings)[];
  readonly fields: Fields;
  readonly isAdmin: boolean;
}

function Section({ model, code, names, fields: FieldsOf, isAdmin }: SectionProps) {
  const done = useSignal(false);
  const failed = useSignal<string | null>(null);
  const moved = names.some((name) => name in model.typed.value);
  const keep = async (event: Event) => {
    event.preventDefault();
    done.value = await model.keep(names);
    failed.value = done.value ? null : model.failed.peek();
  };
  return (
    <details class="box setting" open={code === "name"}>
      <summary>
        <h2>{t(`settings.section.${code}`)}</h2>
        {moved && <small class="flag">{t("settings.typed")}</small>}
      </summary>
      <form class="in pad" onSubmit={(event) => void keep(event)}>
        <fieldset disabled={!isAdmin} class="in">
          <FieldsOf model={model} />
        </fieldset>
        {failed.value !== null && moved && <Notice kind="late" text={failed.value} />}
        {done.value && !moved && <Notice kind="good" text={t("account.saved")} />}
        {isAdmin && (
          <button type="submit" class="btn go" disabled={!moved}>
            {t("settings.keep")}
          </button>
        )}
      </form>
    </details>
  );
}

function Places({ model }: { readonly model: SettingsModel }) {
  return (
    <>
      <CountryFields model={model} />
      <h3>{t("start.step.areas")}</h3>
      <AreaFields model={model} />
    </>
  );
}

const DAYS = ["hotline", "shelter", "other", "grace"] as const;

function DeadlineFields({ model }: { readonly model: SettingsModel }) {
  const deadlines = model.value("deadlines");
  return (
    <div class="f2">
      {DAYS.map((name) => (
        <NumberField
          key={name}
          label={t(`settings.deadline.${name}`)}
          value={deadlines[name]}
          onChange={(days) => model.set("deadlines", { ...deadlines, [name]: days ?? 0 })}
        />
      ))}
      <NumberField
        label={t("settings.unsafeHours")}
        value={model.value("unsafeHours")}
        onChange={(hours) => model.set("unsafeHours", hours ?? 0)}
      />
    </div>
  );
}

function ColourFields({ model }: { readonly model: SettingsModel }) {
  const colours = model.value("colours");
  return (
    <>
      <p class="note">{t("settings.colours.note")}</p>
      <div class="f2">
        {(["trail", "action"] as const).map((name) => (
          <TextField
            key={name}
            label={t(`settings.colours.${name}`)}
            value={colours[name] ?? ""}
            placeholder={name === "trail" ? "#17483b" : "#1d5a49"}
            onChange={(text) =>
              model.set("colours", {
                ...colours,
                [name]: text.trim() === "" ? null : text.trim().toLowerCase(),
              })
            }
          />
        ))}
      </div>
    </>
  );
}

function SearchFields({ model }: { readonly model: SettingsModel }) {
  return (
    <CheckField
      label={t("settings.indexed")}
      note={t("settings.indexed.note")}
      checked={model.value("indexed")}
      onChange={(on) => model.set("indexed", on)}
    />
  );
}

/** Recordings are files that come with the build: here one says for which languages they are there. Maps come by a command. */
function FileFields({ model }: { readonly model: SettingsModel }) {
  const sound = model.value("sound") ?? [];
  const maps = model.value("baseMaps") ?? [];
  return (
    <>
      <p class="note">{t("settings.sound.note")}</p>
      {model.value("languages").map((code) => (
        <CheckField
          key={code}
          label={t("settings.sound", { language: languageText(code) })}
          checked={sound.includes(code)}
          onChange={(on) =>
            model.set("sound", on ? [...sound, code].sort() : sound.filter((one) => one !== code))
          }
        />
      ))}
      <p class="note">
        {maps.length === 0
          ? t("settings.maps.none")
          : t("settings.maps", { countries: maps.map(areaText).join(", ") })}
      </p>
    </>
  );
}

/** Takes a file of settings in the place of all that stand, after a question. */
function ImportFile({ model }: { readonly model: SettingsModel }) {
  const said = useSignal<{ readonly kind: "late" | "good"; readonly text: string } | null>(null);
  const take = async (file: File) => {
    if (!window.confirm(t("settings.import-ask"))) return;
    try {
      await call("POST", "/api/settings/file", JSON.parse(await file.text()) as unknown);
      await Promise.all([model.load(), readFacts()]);
      said.value = { kind: "good", text: t("account.saved") };
    } catch (error) {
      said.value = {
        kind: "late",
        text: error instanceof SyntaxError ? t("settings.import-broken") : reasonOf(error),
      };
    }
  };
  return (
    <>
      <label class="btn filebtn">
        {t("settings.import")}
        <input
          type="file"
          accept="application/json,.json"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void take(file);
            event.currentTarget.value = "";
          }}
        />
      </label>
      {said.value !== null && <Notice kind={said.value.kind} text={said.value.text} />}
    </>
  );
}
