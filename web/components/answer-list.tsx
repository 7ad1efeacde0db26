import { Icon } from "#web/icons/icon.tsx";
import type { Sentence } from "#web/words/sentence.ts";
import { TOPIC_SIGN } from "./topic-signs.ts";

/** The shape of an answer. */
export const SIGN = { yes: "check", ask: "question", no: "minus" } as const;

/** Facts as whole sentences with their sign: yes, ask, no. */
export function AnswerList({ sentences }: { readonly sentences: readonly Sentence[] }) {
  return (
    <ul class="answers">
      {sentences.map(({ state, topic, text }) => (
        <li key={`${topic} ${text}`} class={state}>
          <span class="m">
            <Icon name={SIGN[state]} />
          </span>
          <span>
            {TOPIC_SIGN[topic] !== undefined && <Icon name={TOPIC_SIGN[topic]} class="about" />}
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
