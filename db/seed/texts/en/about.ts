import type { SeedText } from "../seed-text.ts";

export default {
  title: "Who runs this",
  body: `
This is a list of places that help people. We list them. We do not give the help ourselves.

## How it is checked
A person asks each place. The day of the last check stands beside it. Where nobody has told us, we say so. You can ask them.

## How the order is made
What fits comes first. Police and immigration come after the others. Then comes what is nearest, then the name. Nobody pays to be listed.

## How to reach us
Those who run this list have not written here yet how to reach them.

You can tell us about a place on its own page. You can also suggest a service. We cannot answer there, because we don’t know who you are.

## Is this the real site?
Anyone can copy a website. A copy can look exactly the same. You cannot tell by looking at it.

Our printed sheets show the right address of this site. They also show a key of 20 letters and numbers. Compare the address with the one on paper. Not sure? Ask the people who gave you the paper.
`,
} satisfies SeedText;
