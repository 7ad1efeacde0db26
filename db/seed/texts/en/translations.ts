import type { SeedText } from "../seed-text.ts";

export default {
  title: "Languages and translations",
  body: `
English is written first. The other languages are translations of it.

A language with a mark has not yet been checked by someone who speaks it. On such a page, the English stands below, so that you can compare.

Names of places stay as the place writes them. If a text is missing in your language, it stands in English and says so.

Some places speak other languages than these pages do. Each listing says which.

Is a sentence wrong or strange? Press “I did not understand this page” there.
`,
} satisfies SeedText;
