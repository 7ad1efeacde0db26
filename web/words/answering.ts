/** What is said of a listing beside its six lines: whole sentences, whose words come with the later screens. */
import { answers } from "./answers.ts";
import { forChildren } from "./for-children.ts";

export const ANSWERS = { answers, forChildren } as const;
export type Answering = typeof ANSWERS;
