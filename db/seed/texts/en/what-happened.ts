import type { SeedText } from "../seed-text.ts";

export default {
  title: "What may have happened to you",
  body: `
This page speaks about force, and about work without freedom. You can stop reading at any time.

Some people are cheated or forced, and others earn from it. The law calls this human trafficking. You don’t have to use that word. You don’t have to be sure. You can ask for help all the same.

## It can look like this
- Someone promised a job, a course or a marriage. It was not true.
- Someone took your papers or your phone.
- You owe money, and the debt never ends.
- You get no pay, or much less than was promised.
- You cannot leave. Or someone always goes with you.
- Someone threatens you or your family.
- Someone makes you have sex, beg or break the law.

One of these alone may be something else. It can still be wrong, and you can still ask.

## It can happen to anyone
- To women and men, to girls and boys.
- In your own country, or in another one.
- Through strangers, friends, a partner or relatives.
- In a house, on a boat, on a farm, in a factory, at a computer.
- Also if you said yes at first. Also if you crossed a border on your own.

It is not your fault.

## If you are under 18
For a child nobody needs to use force or lies. It counts all the same, says the United Nations agreement.

## Two kinds of help
- Help open to everyone. You don’t have to say what happened.
- Specialised help, set up for people who were cheated, pressured or not free to leave.

You can use one, both or none.

The words of the law differ from country to country. Someone under “Law and your rights” can explain yours.
`,
} satisfies SeedText;
