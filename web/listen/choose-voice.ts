/** What is read of the browser's `SpeechSynthesisVoice`. */
export interface Voice {
  /** BCP 47, on some systems with an underscore: `th_TH`. */
  readonly lang: string;
  /** False: the text is sent to somebody else's computer. */
  readonly localService: boolean;
  readonly default: boolean;
}

const mostSpecific = (lang: string) => lang.toLowerCase().split(/[-_]/u)[0] ?? "";
/** Voices for Filipino call themselves either way. */
const SAME: Readonly<Record<string, string>> = { tl: "fil", cmn: "zh", in: "id" };
const languageOf = (lang: string) => SAME[mostSpecific(lang)] ?? mostSpecific(lang);

/**
 * The voice for a language, among those that speak on the device itself: a network voice would tell another
 * computer what is read (print §10). The default one before others. Null: there is none, and so no button.
 */
export function chooseVoice<V extends Voice>(voices: readonly V[], lang: string): V | null {
  const own = voices.filter((voice) => voice.localService && languageOf(voice.lang) === languageOf(lang));
  return own.find((voice) => voice.default) ?? own[0] ?? null;
}
