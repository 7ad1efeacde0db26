/**
 * The practitioners' own texts in the languages of the interface: a file each in `words/`, keyed by the English text, and
 * fetched when a practitioners' form is made in that language. English is the text itself.
 */

/** Translations by English text. */
export type FormWords = Readonly<Record<string, string>>;

export const FORM_WORDS: Readonly<Record<string, () => Promise<{ readonly default: FormWords }>>> = {
  th: () => import("./words/th.forms.json"),
  lo: () => import("./words/lo.forms.json"),
  km: () => import("./words/km.forms.json"),
  my: () => import("./words/my.forms.json"),
  vi: () => import("./words/vi.forms.json"),
  id: () => import("./words/id.forms.json"),
  ms: () => import("./words/ms.forms.json"),
  fil: () => import("./words/fil.forms.json"),
  zh: () => import("./words/zh.forms.json"),
  sq: () => import("./words/sq.forms.json"),
  ar: () => import("./words/ar.forms.json"),
};

/** The texts in a language; none for English or a language without a file. Rejects when the file cannot be fetched. */
export async function formWords(lang: string): Promise<FormWords> {
  return (await FORM_WORDS[lang]?.())?.default ?? {};
}
