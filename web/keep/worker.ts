/**
 * The service worker of "Keep on this device": registered only then, gone with the copy. It answers with the copy when
 * there is no internet and never touches the back office or anything that is sent. It imports nothing, so that it is
 * one file at the root of the site.
 */
const KEPT = "kept-pages";
const scope = globalThis as unknown as ServiceWorkerGlobalScope;

interface ServiceWorkerGlobalScope {
  readonly location: { readonly origin: string };
  readonly navigator: { readonly onLine: boolean };
  readonly clients: { claim(): Promise<void> };
  readonly registration: { unregister(): Promise<boolean> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Waiting) => void): void;
  addEventListener(type: "fetch", listener: (event: Asked) => void): void;
}
interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** Never ours: the back office, and whatever is for other systems. */
const OTHERS = /^\/(?:curate|api|hsds|openapi|healthz|print)(?:\/|$|\.)/u;
/** The same for everybody and never changed under its name, or checked by its hash. */
const FIXED = /^\/(?:assets|fonts|map|places)\/|^\/bundles\/[a-z0-9-]+\.[0-9a-f]{16}\.json$/u;

const BLANK =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>…</title></head><body></body></html>';

/** How long a connection that does not answer is waited for before the copy is taken, in milliseconds. */
const WAIT = 5000;

async function kept(address: string): Promise<Response | undefined> {
  return (await caches.has(KEPT)) ? (await caches.open(KEPT)).match(address) : undefined;
}

/** The copy first: its name says that it is what is asked for. */
async function copyFirst(request: Request): Promise<Response> {
  return (await kept(new URL(request.url).pathname)) ?? fetch(request);
}

/** What the copy has for an address; a language without a list of its own has that of all languages. */
async function copyOf({ url, mode }: Request): Promise<Response | undefined> {
  const { pathname } = new URL(url);
  const own = await kept(pathname);
  if (own !== undefined) return own;
  if (pathname.startsWith("/bundles/index-")) return kept("/bundles/index.json");
  return mode === "navigate" ? home(pathname) : undefined;
}

/** The network first, so that what was taken away is gone before anything is shown; else, or when it is silent, the copy. */
async function networkFirst(request: Request): Promise<Response> {
  const coming = fetch(request);
  // Renewing asks with "reload": it must never take the copy for what stands now.
  if (request.cache === "reload") return coming;
  const silent = new Promise<null>((resolve) => setTimeout(() => resolve(null), WAIT));
  try {
    const answer = await Promise.race([coming, silent]);
    return answer ?? (await copyOf(request)) ?? (await coming);
  } catch (error) {
    const found = await copyOf(request);
    if (found === undefined) throw error;
    return found;
  }
}

/** A page that is not in the copy becomes the start page in its language, or in any that is there. */
async function home(pathname: string): Promise<Response | undefined> {
  const own = await kept(`/${pathname.split("/")[1] ?? ""}/`);
  if (own !== undefined || !(await caches.has(KEPT))) return own;
  const cache = await caches.open(KEPT);
  const start = (await cache.keys()).find(({ url }) => /^\/[a-zA-Z-]{2,8}\/$/u.test(new URL(url).pathname));
  return start === undefined ? undefined : cache.match(start);
}

/** Leaving without internet: the page has deleted what is not to stay; if it could not, it is done here. */
async function leave(): Promise<Response> {
  const list = (await (await kept("/kept.json"))?.json()) as { stays?: boolean } | undefined;
  if (list?.stays !== true) {
    await caches.delete(KEPT);
    await scope.registration.unregister();
  }
  return new Response(BLANK, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== scope.location.origin || OTHERS.test(pathname)) return;
  // Online the way out goes past this worker, so that the browser itself sees what the server says to delete.
  if (/^\/exit(?:\/|$)/u.test(pathname)) {
    if (!scope.navigator.onLine) event.respondWith(leave());
    return;
  }
  event.respondWith(FIXED.test(pathname) ? copyFirst(request) : networkFirst(request));
});

// oxlint-disable-next-line unicorn/require-module-specifiers -- makes a module of it for the types; the build leaves it out
export {};
