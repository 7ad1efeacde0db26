import { createCurateApp } from "#server/curate-app.ts";
import { carryOver } from "./worker/carry-over.ts";
import { curateDependencies, curateStores } from "./worker/curate-stores.ts";
import type { CurateWorkerEnv } from "./worker/env.ts";

/** The worker of the back office; its timer carries out what is still to be published or taken away. */
export default {
  fetch: async (request: Request, env: CurateWorkerEnv) =>
    createCurateApp(await curateDependencies(env, request.url)).fetch(request),
  scheduled: ({ scheduledTime }: { readonly scheduledTime: number }, env: CurateWorkerEnv) =>
    carryOver(curateStores(env), scheduledTime),
};
