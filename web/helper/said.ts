/** What was said of a situation, in short words: the chips beside the list. */
import type { Situation } from "#server/domain/situation/situation.ts";
import { languageName } from "#web/i18n/language-names.ts";
import type { Words } from "#web/i18n/words.ts";
import { markText } from "#web/words/why.ts";
import type { FormChoice } from "./office-parts.ts";

export function saidChips(
  words: Words,
  situation: Situation,
  known: readonly FormChoice[] = [],
): readonly string[] {
  const { helpFor, gender, age, languages, direct, childAge, marks, forms } = situation;
  return [
    ...(helpFor === "person" ? [] : [words.t(`helper.for-${helpFor}`)]),
    ...(gender === null ? [] : [words.t(`gender.${gender}`)]),
    ...(age === null ? [] : [words.t("question.age-said", { n: age })]),
    ...languages.map((code) => languageName(words, code)),
    ...(direct ? [words.t("question.direct-said")] : []),
    ...marks.map((mark) =>
      mark === "with-child" && childAge !== null
        ? `${markText(words, mark)} (${childAge})`
        : markText(words, mark),
    ),
    ...known.filter(({ code }) => forms.includes(code)).map(({ label }) => label),
  ];
}
