import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Inbox, Published } from "#db/stores.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { PageAssets, RenderPage } from "#server/contract/page.ts";
import type { DrawnPages } from "./routes/drawn-pages.ts";
import { answerError } from "./routes/errors.ts";
import { api } from "./routes/api.ts";
import { booklets } from "./routes/booklets.ts";
import { bundles } from "./routes/bundles.ts";
import { colours } from "./routes/colours.ts";
import { exit } from "./routes/exit.ts";
import { frozen } from "./routes/frozen.ts";
import { healthz } from "./routes/healthz.ts";
import { hsds } from "./routes/hsds.ts";
import { hsdsProfile } from "./routes/hsds-profile.ts";
import { openapi } from "./routes/openapi.ts";
import { routePath } from "./routes/open-pages.ts";
import { pages } from "./routes/pages.ts";
import { reports, suggestions } from "./routes/reports.ts";
import { tellUs } from "./routes/tell-us.ts";
import { textPages } from "./routes/text-pages.ts";
import { securityHeaders } from "./routes/security-headers.ts";

/** What the public app is given. There is no catalogue in it. */
export interface PublicDependencies {
  readonly published: Published;
  readonly inbox: Inbox;
  readonly renderPage: RenderPage;
  readonly assets: PageAssets;
  /** Place names of a country as they lie with the static files; null: none. */
  readonly places: (country: string) => Promise<Response | null>;
  readonly now: () => Date;
  /** Signs the challenges of proofs of work; the same in every process that serves this directory. */
  readonly proofKey: string;
  /** Pages that were drawn a moment ago; left out: each is drawn anew. */
  readonly drawnPages?: DrawnPages;
}

export type PublicEnv = { Variables: PublicDependencies };

/**
 * The public side: pages, bundles, the interface for other systems, and coded reports. Pure of any environment:
 * the same on Node, in workerd and in a test. Putting the routes together takes longer than most answers, so where each
 * request has dependencies of its own they are worked out from its environment, and the app is made once.
 */
export function createPublicApp<Environment extends object>(
  given: PublicDependencies | ((environment: Environment) => PublicDependencies),
): Hono<PublicEnv> {
  return new Hono<PublicEnv>({ getPath: routePath })
    .use(async (c, next) => {
      const dependencies = typeof given === "function" ? given(c.env as Environment) : given;
      for (const key of Object.keys(dependencies) as (keyof PublicDependencies)[])
        c.set(key, dependencies[key]);
      await next();
    })
    .use(securityHeaders)
    .use(bodyLimit({ maxSize: MOST_BYTES, onError: refuseLarge }))
    .use(frozen)
    .route("/", healthz)
    .route("/", exit)
    .route("/", colours)
    .route("/bundles", bundles)
    .route("/booklets", booklets)
    .route("/api/reports", reports)
    .route("/api/suggestions", suggestions)
    .route("/api", api)
    .route("/", hsds)
    .route("/", hsdsProfile)
    .route("/", openapi)
    .route("/", pages)
    .route("/", textPages)
    .route("/", tellUs)
    .onError(answerError)
    .notFound((c) => answerError(new DirectoryError("not_found", "There is no such page."), c));
}

/** A question or a report is short: larger bodies than this have no business here. */
const MOST_BYTES = 16_384;

function refuseLarge(): never {
  throw new DirectoryError("too_large", "This request is too large.");
}
