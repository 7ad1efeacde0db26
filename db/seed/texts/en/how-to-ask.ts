import type { SeedText } from "../seed-text.ts";

export default {
  title: "How to ask, and what to say first",
  body: `
You don’t have to tell your story. One sentence is enough to begin.

## Before you call or go
1. Choose a safe phone.
The call stays in the phone’s list. You can delete it.
2. Choose a time when nobody listens.
3. Think of one thing that you need today.
4. Decide what you don’t want to say.

## What you can say first
- “Hello. I need some help. Can we talk?”
- “I don’t want to give my name yet.”
- “Who will know that I called?”
- “Is it free?”
- “Does someone speak my language?”
- “Can I bring a friend?”

## If they ask a lot
- “Why do you need to know that?”
- “I don’t want to answer that now.”
- “Can I have a break?”

## If they say no
Ask why. Ask who else could help. One no does not mean that everyone says no.

## Before you go
- Ask what happens next, and when.
- Ask whom you can call again.
- Tell them how to reach you safely, or not to call you.
`,
} satisfies SeedText;
