/** The one way to words: a language, its direction, and `t`. Everything that speaks takes `Words` first. */
import type { MessageKey } from "./compiled/keys.ts";
import { interfaceLanguage } from "./languages.ts";

export type { MessageKey } from "./compiled/keys.ts";

export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Messages of one language, or some of them, compiled at build: a text, or a function of its values; no eval at
 * run time.
 */
export type SomeMessages = Readonly<
  Partial<Record<MessageKey, string | ((values: MessageValues) => string)>>
>;

export interface Words {
  /** BCP 47. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  /** The sentence of a key. Values that the message does not name are ignored. */
  t(key: MessageKey, values?: MessageValues): string;
}

const noValues: MessageValues = {};

/**
 * Words of a language from its compiled messages. `lang` gives the direction and the way of dates and numbers. A
 * message that has not come yet is empty: the screens that need it wait for it (`web/app/lazy.tsx`).
 */
export function createWords(lang: string, messages: SomeMessages): Words {
  return {
    lang,
    dir: interfaceLanguage(lang)?.dir ?? "ltr",
    t: (key, values = noValues) => {
      const message = messages[key];
      return typeof message === "function" ? message(values) : (message ?? "");
    },
  };
}
