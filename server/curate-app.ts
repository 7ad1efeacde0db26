import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Catalogue, Inbox, Published } from "#db/stores.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { PageAssets } from "#server/contract/page.ts";
import { type Auth, createAuth } from "#server/curation/accounts/auth.ts";
import type { Context } from "#server/curation/context.ts";
import type { AreaFinder } from "#server/exchange/read-result.ts";
import type { Fetch } from "#server/sharing/read-feed.ts";
import type { WorkbookWords } from "#server/exchange/workbook/column.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import type { Compress } from "#server/publication/build-parts.ts";
import type { PublishingWatch } from "#server/publication/publishing-watch.ts";
import { booklets } from "./routes/curate/booklets.ts";
import { curators } from "./routes/curate/curators.ts";
import { desk } from "./routes/curate/desk.ts";
import { answerCurateError } from "./routes/curate/errors.ts";
import { facts } from "./routes/curate/facts.ts";
import { find } from "./routes/curate/find.ts";
import { grid } from "./routes/curate/grid.ts";
import { governance } from "./routes/curate/governance.ts";
import { healthz } from "./routes/curate/healthz.ts";
import { exports } from "./routes/curate/exports.ts";
import { imports } from "./routes/curate/imports.ts";
import { incident } from "./routes/curate/incident.ts";
import { listings } from "./routes/curate/listings.ts";
import { me } from "./routes/curate/me.ts";
import { own } from "./routes/curate/own.ts";
import { privateHeaders } from "./routes/curate/private-headers.ts";
import { gapNotes } from "./routes/curate/gap-notes.ts";
import { restricted } from "./routes/curate/restricted.ts";
import { sameOrigin } from "./routes/curate/same-origin.ts";
import { session } from "./routes/curate/session.ts";
import { settings } from "./routes/curate/settings.ts";
import { sharing } from "./routes/curate/sharing.ts";
import { shell } from "./routes/curate/shell.ts";
import type { SendMail } from "#server/contract/mail.ts";
import { signIn } from "./routes/curate/sign-in.ts";
import { translations } from "./routes/curate/translations.ts";
import { workbooks } from "./routes/curate/workbooks.ts";

/** What the back office is given: all three stores, and what differs between runtimes. */
export interface CurateDependencies {
  readonly catalogue: Catalogue;
  readonly published: Published;
  readonly inbox: Inbox;
  readonly areas: AreaIndex;
  readonly compress: Compress;
  /** Finds areas of imported places; null where there are no shapes to look in. */
  readonly areaFinder: AreaFinder | null;
  /** Asks other directories for their feeds. */
  readonly fetch: Fetch;
  /** What the app calls facets, conditions and texts: workbooks speak its words. */
  readonly words: WorkbookWords;
  /** Scheme, host and port under which the back office is opened. */
  readonly origin: string;
  /** Signs sessions. */
  readonly secret: string;
  /** Script and styles of the app, as the build named them. */
  readonly assets: PageAssets;
  readonly now: () => Date;
  /** Sends one-time links and reminders; null or left out: nobody set up mail, which is the usual case. */
  readonly mail?: SendMail | null;
  /** Sees how far a publishing is; left out where requests do not share a process. */
  readonly publishingWatch?: PublishingWatch;
}

export type CurateEnv = {
  Variables: CurateDependencies & {
    readonly auth: Auth;
    /** Who is signed in, for verbs. Set by `session`, below `/curate/api` alone. */
    readonly context: Context;
  };
};

/** The back office: signing in, its app, and the interface that the app calls. Pure of any environment. */
export function createCurateApp(dependencies: CurateDependencies): Hono<CurateEnv> {
  const auth = createAuth(dependencies);
  const api = new Hono<CurateEnv>()
    .use(session)
    .route("/me", me)
    .route("/curators", curators)
    .route("/facts", facts)
    .route("/listings", listings)
    .route("/desk", desk)
    .route("/booklets", booklets)
    .route("/incident", incident)
    .route("/imports", imports)
    .route("/exports", exports)
    .route("/settings", settings)
    .route("/find", find)
    .route("/grid", grid)
    .route("/translations", translations)
    .route("/workbooks", workbooks)
    .route("/gap-notes", gapNotes)
    .route("/restricted", restricted)
    .route("/sharing", sharing)
    .route("/governance", governance);
  return new Hono<CurateEnv>()
    .use(async (c, next) => {
      for (const key of Object.keys(dependencies) as (keyof CurateDependencies)[])
        c.set(key, dependencies[key]);
      c.set("auth", auth);
      await next();
    })
    .use(privateHeaders)
    .use(sameOrigin)
    .use(bodyLimit({ maxSize: MOST_BYTES, onError: refuseLarge }))
    .route("/curate", healthz)
    .route("/curate/auth", signIn)
    .route("/curate/own", own)
    .route("/curate/api", api)
    .route("/curate", shell)
    .notFound((c) => c.json({ error: { code: "not_found", message: "There is no such page." } }, 404))
    .onError(answerCurateError);
}

/** A file to import is the largest thing that is sent here. */
const MOST_BYTES = 25_000_000;

function refuseLarge(): never {
  throw new DirectoryError("too_large", "This is too large to be sent at once.");
}
