/** Fonts of printed pages by script: how many files each has, and which letters ask for it. */
export const PRINT_SCRIPTS = {
  latin: { files: 8, letters: /[\s\S]/u },
  thai: { files: 2, letters: /[\u0e00-\u0e7f]/u },
  lao: { files: 2, letters: /[\u0e80-\u0eff]/u },
  khmer: { files: 2, letters: /[\u1780-\u17ff]/u },
  myanmar: { files: 2, letters: /[\u1000-\u109f]/u },
  arabic: { files: 2, letters: /[\u0600-\u06ff]/u },
} as const;

export type PrintScript = keyof typeof PRINT_SCRIPTS;

/** Paths of the font files that a text needs, on our own origin. */
export function printFonts(text: string): readonly string[] {
  return Object.entries(PRINT_SCRIPTS)
    .filter(([, { letters }]) => letters.test(text))
    .flatMap(([script, { files }]) =>
      Array.from({ length: files }, (_, index) => `/print/${script}-${index}.bin`),
    );
}
