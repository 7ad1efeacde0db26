import names from "#web/i18n/messages/en/language-names.json" with { type: "json" };

/** Languages to choose from, by their English names. */
export const LANGUAGE_CHOICES: readonly (readonly [code: string, name: string])[] = Object.entries(names)
  .map(([key, name]) => [key.split(".").at(-1) ?? key, name] as const)
  .sort(([, a], [, b]) => a.localeCompare(b, "en"));
