/** What a few letters may mean: needs, sub-services, marks, stages, set-backs, people, places, or an age. */
import { NEEDS, SERVICES_BY_NEED } from "#db/vocabulary.ts";
import { fold } from "#server/domain/fold.ts";
import { MARKS } from "#server/domain/situation/situation.ts";
import { SET_BACKS, type SetBack, type Stage, STAGES } from "#server/domain/situation/wanted.ts";
import type { Site } from "#web/components/site-context.ts";
import type { Words } from "#web/i18n/words.ts";
import { GENDERS } from "#web/models/answers.ts";
import { markText } from "#web/words/why.ts";
import type { Tools } from "./tools.ts";

export interface QuickChoice {
  readonly label: string;
  /** What is typed for it; left out: the label. */
  readonly word?: string;
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

type Around = Pick<Site, "words" | "areas">;

/** Places of the list by name: the place now, and once there is one, the second. */
function places({ words, areas }: Around, tools: Tools): readonly QuickChoice[] {
  const now = tools.model.finding.value.where.areas?.[0];
  return areas
    .filter(({ listings }) => listings > 0)
    .flatMap(({ code, name }) => {
      const place = name.text;
      const here: QuickChoice = {
        label: words.t("print.referral-now", { place }),
        word: place,
        on: code === now,
        take: () => tools.chooseNow(code),
      };
      if (now === undefined || code === now) return [here];
      const there: QuickChoice = {
        label: words.t("print.referral-later", { place }),
        word: place,
        on: code === tools.laterArea.value,
        take: () => tools.chooseLater(code === tools.laterArea.value ? null : code),
      };
      return [there, here];
    });
}

/** In the order of the lists; what begins with the letters before what has a word that does. */
export function quickChoices(site: Around, tools: Tools, typed: string): readonly QuickChoice[] {
  const { words } = site;
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
  const choices = [...all(words, tools), ...places(site, tools)].map((choice) => ({
    choice,
    text: fold(choice.word ?? choice.label),
  }));
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
