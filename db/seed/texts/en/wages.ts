import type { SeedText } from "../seed-text.ts";

export default {
  title: "Wages you did not get: step by step",
  body: `
This page is general. Each country has its own offices and rules, and they are not written here yet.

1. Write down what you remember.
Days and hours, the place, the boss, what was promised, what you got.
2. Keep what you have.
Messages, photos, a work card, the names of others who worked there.
3. Ask someone who knows the law.
Look under “Law and your rights”. A workers’ group may help too.
4. Ask which ways there are.
A talk with the boss, a labour office, a court. Ask how long each one takes.
5. Ask about the last day.
Often you can only ask for a certain time. Ask soon.
6. Ask what could go wrong.
Will the boss learn that it was you? Will immigration be told?
7. Decide. Then let someone go with you.

## You can ask also
- If you have no papers, ask all the same.
- If you never had a written contract, ask all the same.
- If you have left the country, ask all the same.

## Take care
- Don’t go alone to someone who has threatened you.
- Don’t sign that you got everything when you did not.
`,
} satisfies SeedText;
