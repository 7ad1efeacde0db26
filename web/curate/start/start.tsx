import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { type Settings, SETUP_STEPS, type SetupStep } from "#server/contract/settings.ts";
import { Icon } from "#web/icons/icon.tsx";
import { post } from "../api.ts";
import { Brand } from "../components/brand.tsx";
import { CheckField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { reasonOf } from "../load.ts";
import { go, to } from "../route.ts";
import { readFacts } from "../session.ts";
import { EmergencyFields } from "../settings/emergency-fields.tsx";
import {
  AreaFields,
  CountryFields,
  LanguageFields,
  LeavingFields,
  NameFields,
} from "../settings/place-fields.tsx";
import { type SettingsModel, useSettings } from "../settings/settings-model.ts";
import { languageText, t } from "../words.ts";

type Place = SetupStep | "end";
type Fields = (props: { readonly model: SettingsModel }) => ComponentChildren;

const PARTS: Readonly<
  Record<SetupStep, { readonly fields: Fields; readonly names: readonly (keyof Settings)[] }>
> = {
  country: { fields: CountryFields, names: ["countries"] },
  areas: { fields: AreaFields, names: ["areas"] },
  languages: { fields: LanguageFields, names: ["languages"] },
  name: { fields: NameFields, names: ["publicName", "runBy"] },
  emergency: { fields: EmergencyFields, names: ["emergency"] },
  leaving: { fields: LeavingFields, names: ["exitTargets"] },
};

/** What a question begins with while the settings are those of the example. */
const BLANK: Readonly<Partial<Record<SetupStep, (model: SettingsModel) => void>>> = {
  country: (model) => model.set("countries", []),
  name: (model) => {
    model.set("publicName", "");
    model.set("runBy", {});
  },
  emergency: (model) => model.set("emergency", []),
};

/** The guided start: six answers as a trail, each kept at once, so that it can be left and gone on with. */
export function Start() {
  const model = useSettings();
  const chosen = useSignal<Place | null>(null);
  const view = model.view.value;
  const demo = view?.settings.demo === true;
  useEffect(() => {
    if (view === null || !demo) return;
    // What the example says is no answer of anybody's: each question begins empty.
    const open = SETUP_STEPS.filter((step) => !(view.settings.setup?.answered ?? []).includes(step));
    for (const step of open) BLANK[step]?.(model);
  }, [demo]);
  if (view === null)
    return model.failed.value === null ? (
      <p class="main note">{t("app.loading")}</p>
    ) : (
      <Notice kind="late" text={model.failed.value} />
    );
  const answered = view.settings.setup?.answered ?? [];
  const here: Place = chosen.value ?? SETUP_STEPS.find((step) => !answered.includes(step)) ?? "end";
  return (
    <div class="st">
      <aside class="lft">
        <a class="brandlink" href={to("todo")}>
          <Brand />
        </a>
        <h1>{t("start.title")}</h1>
        <p class="n">{t("start.sub")}</p>
        <ol class="prog">
          {SETUP_STEPS.map((step, at) => {
            const done = answered.includes(step) && step !== here;
            return (
              <li key={step} class={done ? "ok" : ""} aria-current={step === here ? "step" : undefined}>
                <button type="button" onClick={() => (chosen.value = step)}>
                  <span class="m">{done ? <Icon name="check" /> : at + 1}</span>
                  <span>
                    {t(`start.step.${step}`)}
                    {done && <small>{said(model, step)}</small>}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
        <p class="end">{t("start.note")}</p>
      </aside>
      <main class="rgt" id="main">
        {model.failed.value !== null && <Notice kind="late" text={model.failed.value} />}
        {here === "end" ? (
          <End model={model} />
        ) : (
          <Step key={here} model={model} step={here} onDone={(next) => (chosen.value = next)} />
        )}
      </main>
    </div>
  );
}

/** What was answered, in a line. */
function said(model: SettingsModel, step: SetupStep): string {
  const view = model.view.value;
  const nameOf = (code: string) =>
    [...(view?.countries ?? []), ...(view?.areas ?? [])].find((one) => one.code === code)?.name ?? code;
  switch (step) {
    case "country":
      return model.value("countries").map(nameOf).join(", ");
    case "areas": {
      const areas = model.value("areas");
      return areas.length === 0 ? t("start.all-areas") : areas.slice(0, 4).map(nameOf).join(", ");
    }
    case "languages":
      return model.value("languages").slice(0, 5).map(languageText).join(", ");
    case "name":
      return model.value("publicName");
    case "emergency":
      return t("start.numbers", { n: model.value("emergency").length });
    case "leaving":
      return model.value("exitTargets")[""] ?? t("start.blank");
  }
}

interface StepProps {
  readonly model: SettingsModel;
  readonly step: SetupStep;
  readonly onDone: (next: Place) => void;
}

function Step({ model, step, onDone }: StepProps) {
  const { fields: FieldsOf, names } = PARTS[step];
  const next: Place = SETUP_STEPS[SETUP_STEPS.indexOf(step) + 1] ?? "end";
  const keep = async (event: Event) => {
    event.preventDefault();
    if (await model.keep(names, step)) {
      onDone(next);
      window.scrollTo(0, 0);
    }
  };
  return (
    <form onSubmit={(event) => void keep(event)}>
      <h2>{t(`start.step.${step}`)}</h2>
      <p class="note">{t(`start.ask.${step}`)}</p>
      <div class="in">
        <FieldsOf model={model} />
      </div>
      <div class="bar">
        <span class="grow" />
        {step !== "country" && step !== "name" && (
          <button type="button" class="btn quiet" onClick={() => onDone(next)}>
            {t("start.skip")}
          </button>
        )}
        <button type="submit" class="btn go">
          {next === "end"
            ? t("start.last")
            : t("start.next", { step: t(`start.step.${next}`).toLowerCase() })}
        </button>
      </div>
    </form>
  );
}

/** After the answers: the demo goes, and there are three ways to fill the directory. */
function End({ model }: { readonly model: SettingsModel }) {
  const demo = model.view.value?.demoListings ?? 0;
  const remove = useSignal(true);
  const failed = useSignal<string | null>(null);
  const finish = async (part: "grid" | "import") => {
    failed.value = null;
    try {
      await post("/api/settings/finish", { removeDemo: demo > 0 && remove.value });
      await readFacts();
      go(part);
    } catch (error) {
      failed.value = reasonOf(error);
    }
  };
  return (
    <>
      <h2>{t("start.end.title")}</h2>
      <p class="note">{t("start.end.note")}</p>
      {failed.value !== null && <Notice kind="late" text={failed.value} />}
      {demo > 0 && (
        <CheckField
          label={t("start.end.demo", { n: demo })}
          note={t("start.end.demo-note")}
          checked={remove.value}
          onChange={(on) => (remove.value = on)}
        />
      )}
      <div class="bar">
        <button type="button" class="btn go" onClick={() => void finish("grid")}>
          {t("start.end.grid")}
        </button>
        <button type="button" class="btn" onClick={() => void finish("import")}>
          {t("start.end.import")}
        </button>
        <a class="btn" href="/curate/api/workbooks" download>
          <Icon name="download-simple" />
          {t("grid.spreadsheet")}
        </a>
      </div>
    </>
  );
}
