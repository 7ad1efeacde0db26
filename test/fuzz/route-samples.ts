import type { Hono } from "hono";

/** A route as the app registers it, with a path that it answers. */
export interface RouteSample {
  readonly method: string;
  /** As registered, for messages and for the structural test. */
  readonly route: string;
  readonly path: string;
}

/**
 * Every route that an app registers, with a path that fits it: what is fuzzed is what there is, not a list that somebody
 * must remember to lengthen. `values` are put in the place of parameters, by name, the first that fits the route's own
 * pattern; middleware is left out.
 */
export function routeSamples(
  // Only its routes are looked at; apps have variables of their own.
  app: Pick<Hono, "routes">,
  values: Readonly<Record<string, readonly string[]>>,
): readonly RouteSample[] {
  const samples = new Map<string, RouteSample>();
  for (const { method, path: route } of app.routes) {
    if (method === "ALL" && /^(?:\/\*|\*|\/[a-z/]*\*)$/u.test(route)) continue;
    const path = route.replaceAll(
      /:(\w+)(?:\{((?:[^{}]|\{[^{}]*\})*)\})?\??/gu,
      (_whole, name: string, pattern?: string) =>
        values[name]?.find(
          (value) => pattern === undefined || new RegExp(`^(?:${pattern})$`, "u").test(value),
        ) ??
        firstOf(pattern) ??
        "x",
    );
    const key = `${method} ${route}`;
    if (!samples.has(key)) samples.set(key, { method, route, path: path.replaceAll(/\/\*$/gu, "/x") });
  }
  return [...samples.values()];
}

/** The first of the words that a pattern like `(?:rights|court)` lists. */
const firstOf = (pattern: string | undefined) => /^\(?(?:\?:)?([a-z-]+)(?:[|)]|$)/u.exec(pattern ?? "")?.[1];
