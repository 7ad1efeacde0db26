import type { SeedText } from "../seed-text.ts";

export default {
  title: "What we know about you",
  body: `
Nothing. You don’t sign in. We don’t count who comes. We keep nothing about you.

## What these pages don’t do
- They set no cookies.
- They never look up where you are.
- They load nothing from other companies.
- They don’t send us what you choose. Your own device does the searching.

## What can still be seen
The computer that sends you these pages has to know where to send them. So it can see:
- that someone opened this site, and when,
- the internet address of your phone or Wi-Fi,
- for which area the list was loaded.

Our software writes none of this down. Whoever owns that computer could. The people who run this list have to say here who that is.

On the plain pages, without JavaScript, your answers are sent too. They are used once and not kept.

## If you press an answer under “Tell us”
We keep three things: the place, the answer you pressed, and the week. We keep no name, no words and no address.

If very many messages come, we only count them.

## If you suggest a service
We keep what you wrote about the service, and the week.

What others may see on your own phone stands under “Staying safe online”.
`,
} satisfies SeedText;
