import { NEEDS } from "#db/vocabulary.ts";

/** Messages that a deployment may put in words of its own: the twelve needs and the two columns. */
export const RENAMED_KEYS: readonly string[] = [
  ...NEEDS.flatMap((need) => [`need.${need}`, `need.${need}.hint`, `need.${need}.about`]),
  ...["general", "specific"].flatMap((scope) => [
    `scope.${scope}`,
    `scope.${scope}-short`,
    `scope.${scope}-explained`,
  ]),
];
