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
- Pictures stand beside the words of needs, questions and answers.
- Texts can be read aloud, where your phone has a voice for it.

## What was tested
- A program looked for faults on every page, by the rules WCAG 2.2 A and AA. It finds only some kinds.
- It looked in English and Arabic; in English in dark and high contrast too.
- Programs found help in twelve languages, with keys alone, and with words hidden.
- They made screens narrow (English, Burmese) and letters wide (Khmer, Burmese, Arabic).
- We looked at pictures of the pages on a small and on a wide screen.
- All this was done in one browser, Chromium.

## What nobody has tested yet
- Nobody who uses a screen reader every day has tried it.
- Nobody who reads little has tried the pictures and words.
- Nobody has tried it with a switch or with the voice.
- Nobody has listened to it read aloud.
- Nobody has tried it in Firefox, in Safari or on an old phone.
- No child has tried the page for people under 18.

## What is missing
- There is no sign language.
- Recorded speech is not there yet.
- Some listings use harder words than we do.

If a page was hard to understand, press “I did not understand this page” there.
`,
} satisfies SeedText;
