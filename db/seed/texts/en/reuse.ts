import type { SeedText } from "../seed-text.ts";

export default {
  title: "Using these listings elsewhere",
  body: `
You may read, print and pass on what stands here to help someone.

Those who run this list have not written here yet under which licence. Ask them before you copy all of it.

## If you copy it
- Take the day of the last check with it.
- Keep the words “not yet checked”.
- Look for changes each week. Take away what we took away.
- Never add an address that is not shown here. It may put people in danger.
- Don’t sell it, and don’t ask people who they are to see it.

## For programmers
The listings can be read as HSDS at /hsds. The whole interface is described at /openapi.json.
`,
} satisfies SeedText;
