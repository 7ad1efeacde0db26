import type { SeedText } from "../seed-text.ts";

export default {
  title: "Court: step by step",
  body: `
This page is general. Each country has its own courts and rules, and they are not written here yet.

1. Talk with a lawyer first.
Look under “Law and your rights”. Ask if it is free.
2. Ask what can happen.
The good and the bad. Ask how long it can take.
3. Ask what keeps you safe.
Ask if your name and your face can be kept out of it.
4. Take time to decide.
Ask by when you must decide. Ask if you can change your mind later.
5. Tell it your way.
Ask for an interpreter, for breaks, and for a person you trust.
6. Ask about the day.
Who will be there? Can you see the room before?
7. Ask about money.
Who pays the bus and the lost work? Can the court say that you get money?
8. Ask what was decided.
Ask what you can do if you don’t agree.

## You can ask your lawyer
- “Do I have to see that person?”
- “Can I speak from another room?”
- “Will someone ask about my papers?”
- “Can I be punished for what I was made to do?”
- “Do I lose my help if I say no?”
`,
} satisfies SeedText;
