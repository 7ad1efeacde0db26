/**
 * What every field carries: nothing that a form history, a spelling service or a keyboard's memory would keep
 * (safety: "Also"). Fields of the app have no `name`.
 */
export const PRIVATE_INPUT = {
  autocomplete: "off",
  autocorrect: "off",
  autocapitalize: "off",
  spellcheck: false,
} as const;
