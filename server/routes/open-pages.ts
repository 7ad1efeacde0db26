import { getPath } from "hono/utils/url";

/**
 * "General help only" without a script (requirements: R43): every page also stands under `/{lang}/open`, where it shows
 * help that is open to everyone and no word of any other. No script remembers a choice there, so the address does; the
 * one word that it adds is the group's public name. `api` is no language.
 */
const OPEN = /^\/(?!api\/)([a-z]{2,3}(?:-[A-Za-z]+)?)\/open(?=\/|$)/u;

/** The path by which a request finds its route: the same with and without `/open`. */
export const routePath = (request: Request): string => getPath(request).replace(OPEN, "/$1");

/** Whether a request asks for general help only. */
export const asksGeneralOnly = (request: Request): boolean => OPEN.test(getPath(request));
