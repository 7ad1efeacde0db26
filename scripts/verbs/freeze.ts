import { openPublished } from "#db/client.ts";
import { freezeSide, openSide } from "#server/curation/freeze.ts";
import { storeAddress } from "#server/node/stores.ts";
import { freezePublicSide } from "#server/publication/freeze.ts";
import { openSession } from "./session.ts";
import type { Verb } from "./verb.ts";

/** Closes the whole public side with a plain message. Needs the published database alone. */
export const freeze: Verb = {
  name: "freeze",
  summary: "closes the whole public side with a plain message, at once",
  usage: "freeze",
  async run(_args, env) {
    await freezePublicSide(await openPublished(storeAddress("published", env)), new Date());
    console.log(
      "The public side is closed. Copies in shared caches end within 5 minutes. Open it with: npm run -s directory -- unfreeze",
    );
    const { context, stores } = await openSession(env);
    await freezeSide(context, stores.published);
    return 0;
  },
};

/** Opens the public side again. */
export const unfreeze: Verb = {
  name: "unfreeze",
  summary: "opens the public side again",
  usage: "unfreeze",
  async run(_args, env) {
    const { context, stores, apply } = await openSession(env);
    // What waits goes first: nothing that was taken away meanwhile is seen again, not even for a moment.
    const { listings } = await apply();
    await openSide(context, stores.published);
    console.log(`The public side is open: ${listings} listings.`);
    return 0;
  },
};
