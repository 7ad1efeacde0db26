/** What a few letters may mean: needs, sub-services, marks, stages, set-backs, languages, people, or an age. */
import { NEEDS, SERVICES_BY_NEED } from "#db/vocabulary.ts";
import { fold } from "#server/domain/fold.ts";
import { MARKS } from "#server/domain/situation/situation.ts";
import { SET_BACKS, type SetBack, type Stage, STAGES } from "#server/domain/situation/wanted.ts";
import type { Words } from "#web/i18n/words.ts";
import { GENDERS } from "#web/models/answers.ts";
import { markText } from "#web/words/why.ts";
import type { Tools } from "./tools.ts";

export interface QuickChoice {
  readonly label: string;
  readonly on: boolean;
  readonly take: () => void;
}

function all(words: Words, { model, names, office }: Tools): readonly QuickChoice[] {
  const { needs, services, stage, setBack } = model.wanted.value;
  const { marks, gender, forms } = model.situation.value;
  const labels = names.value;
  return [
    ...NEEDS.map((need) => ({
      label: words.t(`need.${need}`),
      on: needs.includes(need),
      take: () => model.toggleNeed(need),
    })),
    ...GENDERS.map((code) => ({
      label: words.t(`gender.${code}`),
      on: gender === code,
      take: () => model.say({ gender: gender === code ? null : code }),
    })),
    ...MARKS.map((mark) => ({
      label: markText(words, mark),
      on: marks.includes(mark),
      take: () => model.toggleMark(mark),
    })),
    ...(Object.keys(STAGES) as Stage[]).map((code) => ({
      label: words.t(`stage.${code}`),
      on: stage === code,
      take: () => model.lookFrom(stage === code ? null : code, setBack),
    })),
    ...(Object.keys(SET_BACKS) as SetBack[]).map((code) => ({
      label: words.t(`set-back.${code}`),
      on: setBack === code,
      take: () => model.lookFrom(stage, setBack === code ? null : code),
    })),
    ...(office?.forms ?? []).map(({ code, label }) => ({
      label,
      on: forms.includes(code),
      take: () => model.toggleForm(code),
    })),
    ...(labels === null
      ? []
      : Object.values(SERVICES_BY_NEED)
          .flat()
          .map((code) => ({
            label: labels.label(code),
            on: services.includes(code),
            take: () => model.toggleService(code),
          }))),
  ];
}

/** In the order of the lists; what begins with the letters before what has a word that does. */
export function quickChoices(words: Words, tools: Tools, typed: string): readonly QuickChoice[] {
  const wanted = fold(typed.trim());
  if (/^\d{1,3}$/u.test(wanted)) {
    const age = Number(wanted);
    if (age > 120) return [];
    return [
      {
        label: words.t("question.age-said", { n: age }),
        on: tools.model.situation.value.age === age,
        take: () => tools.model.say({ age }),
      },
    ];
  }
  const choices = all(words, tools).map((choice) => ({ choice, text: fold(choice.label) }));
  const begins = choices.filter(({ text }) => text.startsWith(wanted));
  const holds = choices.filter(
    ({ text }) => !text.startsWith(wanted) && (text.includes(` ${wanted}`) || wantedInside(text, wanted)),
  );
  return [...begins, ...holds].map(({ choice }) => choice);
}

/** Writings without spaces have no beginnings of words: there anything inside counts. */
function wantedInside(text: string, wanted: string): boolean {
  return !/[a-z]/u.test(wanted) && text.includes(wanted);
}
