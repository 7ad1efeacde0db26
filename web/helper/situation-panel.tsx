import type { Gender } from "#server/contract/search.ts";
import { isSaid, MARK_GROUPS, type Mark, type MarkGroup } from "#server/domain/situation/situation.ts";
import { Relied } from "#web/components/relied.tsx";
import { useSite } from "#web/components/site-context.ts";
import { Switch } from "#web/components/switch.tsx";
import { Icon } from "#web/icons/icon.tsx";
import { languageName } from "#web/i18n/language-names.ts";
import { GENDERS } from "#web/models/answers.ts";
import type { HelperModel } from "#web/models/helper-model.ts";
import { markText } from "#web/words/why.ts";
import { Chip, Choice, Years } from "./chips.tsx";
import { saidChips } from "./said.ts";
import type { Tools } from "./tools.ts";

const GROUPS = Object.keys(MARK_GROUPS) as readonly MarkGroup[];

function Marks({ model, group }: { readonly model: HelperModel; readonly group: MarkGroup }) {
  const { words } = useSite();
  const { marks } = model.situation.value;
  return (
    <fieldset class="question">
      <legend>{words.t(`helper.group.${group}`)}</legend>
      <div class="opts">
        {(MARK_GROUPS[group] as readonly Mark[]).map((mark) => (
          <Chip
            key={mark}
            label={markText(words, mark)}
            on={marks.includes(mark)}
            onPress={() => model.toggleMark(mark)}
          />
        ))}
      </div>
      {group === "family" && marks.includes("with-child") && <TheChild model={model} />}
    </fieldset>
  );
}

/** Houses may take children up to an age, and boys up to another. */
function TheChild({ model }: { readonly model: HelperModel }) {
  const { words } = useSite();
  const { childAge, childIsBoy } = model.situation.value;
  return (
    <div class="opts">
      <Years
        label={words.t("helper.child-age")}
        value={childAge}
        onType={(years) => model.say({ childAge: years })}
      />
      <Switch
        label={words.t("helper.child-boy")}
        on={childIsBoy}
        onChange={(is) => model.say({ childIsBoy: is })}
      />
    </div>
  );
}

function Languages({ model, spoken }: { readonly model: HelperModel; readonly spoken: readonly string[] }) {
  const { words } = useSite();
  const { languages, direct } = model.situation.value;
  const toggle = (code: string) =>
    model.say({
      languages: languages.includes(code)
        ? languages.filter((other) => other !== code)
        : [...languages, code],
    });
  if (spoken.length === 0) return null;
  return (
    <fieldset class="question">
      <legend>{words.t("listing.languages")}</legend>
      <div class="opts">
        {spoken.map((code) => (
          <Chip
            key={code}
            label={languageName(words, code)}
            on={languages.includes(code)}
            onPress={() => toggle(code)}
          />
        ))}
      </div>
      <Switch
        label={words.t("question.direct-said")}
        on={direct}
        onChange={(is) => model.say({ direct: is })}
      />
    </fieldset>
  );
}

/** What somebody was made to do: asked in the office alone. */
function Forms({ tools }: { readonly tools: Tools }) {
  const { model, office } = tools;
  if (office === null) return null;
  const { forms } = model.situation.value;
  return (
    <fieldset class="question">
      <legend>{office.formsLabel}</legend>
      <div class="opts">
        {office.forms.map(({ code, label }) => (
          <Chip key={code} label={label} on={forms.includes(code)} onPress={() => model.toggleForm(code)} />
        ))}
      </div>
    </fieldset>
  );
}

/** What may be said of a situation. Everything may stay empty; nothing of it is kept. */
function Questions({ tools, spoken }: { readonly tools: Tools; readonly spoken: readonly string[] }) {
  const { words } = useSite();
  const { model } = tools;
  const { gender, age } = model.situation.value;
  return (
    <div class="situation">
      <p class="note">{words.t("helper.situation-lead")}</p>
      <Choice<Gender | null>
        legend={words.t("question.gender-short")}
        options={[
          ...GENDERS.map((code) => ({ value: code, label: words.t(`gender.${code}`) })),
          { value: null, label: words.t("questions.skip") },
        ]}
        value={gender}
        onChoose={(chosen) => model.say({ gender: chosen })}
      />
      <Years
        label={words.t("question.age-number")}
        value={age}
        onType={(years) => model.say({ age: years })}
      />
      <Languages model={model} spoken={spoken} />
      <Forms tools={tools} />
      {GROUPS.map((group) => (
        <Marks key={group} model={model} group={group} />
      ))}
    </div>
  );
}

/** This situation: whom the help is for, what was said as chips, and the questions behind one press. */
export function SituationPanel({
  tools,
  spoken,
}: {
  readonly tools: Tools;
  readonly spoken: readonly string[];
}) {
  const { words } = useSite();
  const { model, asking } = tools;
  const situation = model.situation.value;
  return (
    <section>
      <h2>{words.t("helper.situation")}</h2>
      <Choice
        legend={words.t("helper.for")}
        options={(["person", "child", "relative"] as const).map((value) => ({
          value,
          label: words.t(`helper.for-${value}`),
        }))}
        value={situation.helpFor}
        onChoose={model.helpSomebody}
      />
      {isSaid(situation) && (
        <ul class="sit">
          {saidChips(words, situation, tools.office?.forms).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <p class="small">
        <Relied say={(one) => one.t("helper.private")} />
      </p>
      <p class="acts">
        <button
          type="button"
          class="btn"
          aria-expanded={asking.value}
          onClick={() => (asking.value = !asking.value)}
        >
          <Icon name={asking.value ? "x" : "list-checks"} />
          {words.t(asking.value ? "site.close" : "site.change")}
        </button>
        <button type="button" class="btn quiet" onClick={model.forget}>
          {words.t("helper.forget")}
        </button>
      </p>
      {asking.value && <Questions tools={tools} spoken={spoken} />}
    </section>
  );
}
