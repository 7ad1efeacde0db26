/** The one way to words: a language, its direction, and `t`. Everything that speaks takes `Words` first. */
import type { MessageKey } from "./compiled/keys.ts";
import { interfaceLanguage } from "./languages.ts";

export type { MessageKey } from "./compiled/keys.ts";

export type MessageValues = Readonly<Record<string, string | number>>;

/** Messages of one language, compiled at build: a function a key, no eval at run time. */
export type CompiledMessages = Readonly<Record<MessageKey, (values: MessageValues) => string>>;

export interface Words {
  /** BCP 47. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  /** The sentence of a key. Values that the message does not name are ignored. */
  t(key: MessageKey, values?: MessageValues): string;
}

const noValues: MessageValues = {};

/** Words of a language from its compiled messages. `lang` gives the direction and the way of dates and numbers. */
export function createWords(lang: string, compiled: CompiledMessages): Words {
  return {
    lang,
    dir: interfaceLanguage(lang)?.dir ?? "ltr",
    t: (key, values = noValues) => compiled[key](values),
  };
}
