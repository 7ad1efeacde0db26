/** What the tools inside the back office take of the app: a visit like any other, and what components know of it. */
export { createAppState } from "./state.ts";
export { toSite } from "./to-site.ts";
