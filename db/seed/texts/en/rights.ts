import type { SeedText } from "../seed-text.ts";

export default {
  title: "Your rights when you ask for help",
  body: `
Every place in this list should keep to these. Asking costs you nothing.

## You choose
- You can say yes to some help and no to other help.
- You can say no to all of it.
- You can change your mind at any time.
- You can take time to think.
- If you say no now, ask if you can come back later.

## You can ask
- Who will be told? Ask this before you say anything.
- What does it cost? Do I pay something back?
- What happens next? What happens if I say no?
- Do I have to give my name?
- Can I see what was written about me?

## How they treat you
- You can ask for an interpreter, or for another one.
- You can ask to talk with a woman, or with a man.
- You can bring a person you trust.
- You can ask for help without talking to the police first.

## When something is not right
- You can say that you want to stop.
- You can complain if someone treats you badly.
- A complaint should not cost you your help.

## If you are under 18
You can ask all of this too. Ask who decides with you, and say what you want.

This is not legal advice. Laws differ from country to country.
`,
} satisfies SeedText;
