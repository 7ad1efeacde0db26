import type { SeedText } from "../seed-text.ts";

export default {
  title: "Who can use these pages",
  body: `
Everyone should be able to use these pages. We are not there yet.

## What is built in
- Everything can be reached with the keyboard alone.
- The list works without a map and without JavaScript.
- Words can be made twice as big.
- Colour is never the only sign.
- Each text says which language it is in.

## What was tested
- A program looked for faults on these pages, by the rules WCAG 2.2 A and AA. It finds only some kinds.
- We looked at the pages on a small and on a wide screen.

## What nobody has tested yet
- Nobody who uses a screen reader every day has tried it.
- Nobody who reads little has tried the pictures and words.
- Nobody has tried it with a switch or with the voice.

## What is missing
- There is no sign language.
- Recorded speech is not there yet.
- Some listings use harder words than we do.

If a page was hard to understand, press “I did not understand this page” there.
`,
} satisfies SeedText;
