import type { SeedText } from "../seed-text.ts";

export default {
  title: "Being listed is not a recommendation",
  body: `
- We don’t promise that a place is good, safe or open.
- We don’t promise that it can help you.
- Nobody pays to be listed, or to stand higher.
- Places change. Call before you go.

## You decide
Ask your questions. Look around. You can say no, and you can leave if it does not feel right.

## If a place was not safe
Press “It was not safe” on its page. A person reads it. Nothing is taken off the list by a machine.
`,
} satisfies SeedText;
