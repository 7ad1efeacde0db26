import type { SeedText } from "../seed-text.ts";

export default {
  title: "Complaints",
  body: `
## About a place
1. Tell them, if you feel safe to.
Ask: “Who takes complaints here?” You can write it down instead.
2. Let someone speak for you.
A friend, a lawyer or someone from another place.
3. Tell us on the page of the place.
Press “They were unkind” or “It was not safe”.

A person who works on this list reads it. They may ask the place about it, or take it off the list. We cannot write back, because we don’t know who you are.

A complaint should not cost you your help.

## About this list
If something in it is wrong, press “Wrong details” on that page.

Those who run this list have not written here yet whom to tell about themselves.
`,
} satisfies SeedText;
