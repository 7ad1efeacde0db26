import type { SeedText } from "../seed-text.ts";

export default {
  title: "How to use this list",
  body: `
1. Choose what you need.
There are twelve kinds. You can look at all of them.
2. Choose a place.
You choose it. The page never looks up where you are.
3. Answer questions, if you like.
You can skip every one of them.
4. Open a place.
You see who it is for, how to get in and what it costs.
5. Call, write it down or print it.

## What the signs mean
- Fits: what we know goes with your answers.
- Ask first: nobody has told us. You can ask them.
- Not for you: it says why, and what else there is.

## What comes first
What fits comes first. Police and immigration come after the others. Then comes what is nearest, then the name. Nobody pays to stand higher.

## How new is it?
Each place says when it was last checked. If that was long ago, call before you go.

## Without a list of your own
You can print a sheet for a place. You can also ask someone to look with you.
`,
} satisfies SeedText;
