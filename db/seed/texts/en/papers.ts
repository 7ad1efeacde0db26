import type { SeedText } from "../seed-text.ts";

export default {
  title: "Papers: step by step",
  body: `
This page is general. Each country has its own offices and rules, and they are not written here yet.

1. Write down what you had.
What kind of paper, which name and date, which town. A photo or a copy helps.
2. Ask for help before you go.
Look under “Papers and documents” or “Law and your rights”.
3. Ask who can make a new one.
Often it is an office where your family lives. In another country it may be your embassy.
4. Ask what you need to bring.
If you have nothing, ask what else counts. A school paper or a person who knows you may.
5. Ask what it costs and how long it takes.
Ask if the fee can be dropped.
6. Ask who will see your name.
An office or an embassy may tell others that you came.
7. Keep the receipt.
Ask if it counts as a paper until yours is ready.

## If someone else has your papers
- You don’t have to get them back yourself.
- Someone who knows the law can tell you how to ask for them.
- Ask if a new one can be made instead.

## Take care
- Try to keep the original with you. Give a copy.
- Don’t sign what you cannot read. Ask for someone to read it to you.
- Ask if being without papers can bring you trouble, before you go to an office.
`,
} satisfies SeedText;
