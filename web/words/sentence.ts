/** A fact as a whole sentence, with its sign: ✓ yes, ? ask, – no. */
export interface Sentence {
  readonly state: "yes" | "ask" | "no";
  /** The fact it speaks of, e.g. `papers`: for keys and tests, never shown. */
  readonly topic: string;
  readonly text: string;
  /** What the person can ask, when it is not known. */
  readonly question?: string;
}

const ORDER = { yes: 0, ask: 1, no: 2 } as const;

/** ✓ first, then ?, then –; inside each the order given (design: "Answers (listing)"). */
export function inAnswerOrder(sentences: readonly Sentence[]): Sentence[] {
  return [...sentences].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
}

export const yes = (topic: string, text: string): Sentence => ({ state: "yes", topic, text });
export const no = (topic: string, text: string): Sentence => ({ state: "no", topic, text });
export const ask = (topic: string, text: string, question: string): Sentence => ({
  state: "ask",
  topic,
  text,
  question,
});
