/**
 * What every field carries: nothing that a form history, a spelling service or a keyboard's memory would keep
 * (safety: "Also"). Fields of the app have no `name`.
 */
export const PRIVATE_INPUT = {
  autocomplete: "off",
  // So written it is set as an attribute everywhere: as a property newer browsers take any word for "on".
  autoCorrect: "off",
  autocapitalize: "off",
  spellcheck: false,
} as const;
