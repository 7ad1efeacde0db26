import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { office } from "../curate/office.ts";
import { knownOf, publicRequests } from "../routes/public-requests.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { organizationInput } from "../records/organization.ts";
import { MARKER, nasty, nastyForm, nastyJson, runs } from "./arbitraries.ts";
import { type RouteSample, routeSamples } from "./route-samples.ts";

let directory: TestDirectory;
/** Every public route, and what the other tests ask of them. */
let known: readonly RouteSample[];
beforeAll(async () => {
  directory = await openTestDirectory({ demo: false });
  await directory.publish(organizationInput());
  const { part, id, code } = await knownOf((path) => directory.get(path)).catch(() => ({
    part: "/bundles/x",
    id: "x",
    code: "K7Q2M-4",
  }));
  const asked = publicRequests({ part, id, code }).map(({ method, path }) => ({
    method,
    route: path,
    path: path.split("?")[0] ?? path,
  }));
  const values = {
    lang: ["en"],
    code: ["TH-50"],
    country: ["TH"],
    id: [id],
    file: [part.split("/").at(-1) ?? "x", "index-en.json"],
  };
  known = [...routeSamples(directory.app, values), ...asked];
}, 240_000);

const marked = nasty.map((text) => `${text}${MARKER}`);
const header = fc.string({ unit: fc.constantFrom(...'abcdefXYZ0189 ;,="/*-_()%'), maxLength: 200 });

const requestTo = (samples: readonly RouteSample[]) =>
  fc
    .record({
      sample: fc.constantFrom(...samples),
      // What the route answers, or any other method.
      other: fc.option(fc.constantFrom("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"), {
        nil: null,
        freq: 1,
      }),
      change: fc.option(fc.tuple(fc.nat(5), marked), { nil: null }),
      slash: fc.boolean(),
      query: fc.array(
        fc.tuple(
          fc.oneof(
            fc.constantFrom(
              "area",
              "need",
              "q",
              "cursor",
              "lat",
              "lon",
              "limit",
              "age",
              "lang",
              "page",
              "modified_after",
              "format",
              "country",
            ),
            marked,
          ),
          marked,
        ),
        { maxLength: 4 },
      ),
      content: fc.oneof(
        fc.tuple(
          fc.constantFrom("application/json", "application/x-www-form-urlencoded", "text/plain"),
          fc.option(nastyJson, { nil: null }),
        ),
        fc.tuple(fc.constant("multipart/form-data; boundary=x"), nastyForm),
      ),
      accept: header,
    })
    .map(({ sample, other, change, slash, query, content: [type, body], ...rest }) => {
      const segments = sample.path.split("/").slice(1);
      if (change !== null) segments[change[0] % segments.length] = encode(change[1]);
      const asked = query.map(([key, value]) => `${encode(key)}=${encode(value)}`).join("&");
      const method = other ?? (sample.method === "ALL" ? "POST" : sample.method);
      const path = `/${segments.join("/")}${slash ? "/" : ""}${asked === "" ? "" : `?${asked}`}`;
      return { ...rest, method, path, type, body: method === "GET" || method === "HEAD" ? null : body };
    });

/** As a browser or a program would, and sometimes not at all. */
function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return "%ED%A0%80";
  }
}

const SECRET = /\bat [^\n"]{1,300}\.[cm]?[jt]sx?:\d+:\d+|SQLITE|LibsqlError|node_modules|zqfuzzmarker/u;

async function check(
  app: { request: (path: string, init: RequestInit) => Response | Promise<Response> },
  path: string,
  init: RequestInit,
): Promise<void> {
  const answer = await app.request(path, init);
  const told = `${JSON.stringify([...answer.headers])}${await answer.text()}`;
  // No mail server, or another directory that does not answer: said in words.
  const isSaid = answer.status === 503 && told.includes('"code":"unavailable"');
  expect([init.method, path.slice(0, 200), answer.status, answer.status < 500 || isSaid]).toEqual([
    init.method,
    path.slice(0, 200),
    answer.status,
    true,
  ]);
  expect(SECRET.exec(told)?.[0] ?? null, `${init.method} ${path.slice(0, 200)}`).toBeNull();
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
}

describe("whatever is sent", () => {
  test("to the public side: no failure, no echo, no stack, nothing left behind in objects", async () => {
    await fc.assert(
      fc.asyncProperty(requestTo(known), async ({ method, path, body, type, accept }) => {
        await check(directory.app, path, {
          method,
          headers: {
            "Content-Type": type,
            "Accept-Language": accept,
            Accept: accept,
            "Accept-Encoding": "identity",
          },
          ...(body === null ? {} : { body }),
        });
      }),
      { numRuns: runs(400) },
    );
  });

  test("to the back office, by strangers and by an admin: no failure, no echo, no stack", async () => {
    const desk = await office({ fetch: () => Promise.reject(new TypeError("fetch failed")) });
    await desk.publish(organizationInput());
    const stranger = desk.browser();
    const admin = await desk.signIn();
    const samples = await officeSamples(desk, admin);
    await fc.assert(
      fc.asyncProperty(requestTo(samples), fc.boolean(), async ({ method, path, body, type }, signedIn) => {
        await check({ request: (signedIn ? admin : stranger).call }, path, {
          method,
          headers: { "Content-Type": type },
          ...(body === null ? {} : { body }),
        });
      }),
      { numRuns: runs(300) },
    );
    // Otherwise all of it was answered by the door.
    expect((await admin.get("/curate/api/me")).status).toBe(200);
  });

  test("is sent to every route that the apps register, and each is answered at its own path", async () => {
    const desk = await office();
    await desk.publish(organizationInput());
    const admin = await desk.signIn();
    const samples = await officeSamples(desk, admin);
    const routes = (app: { readonly routes: readonly { method: string; path: string }[] }) =>
      new Set(
        app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`),
      );
    const sent = (list: readonly RouteSample[]) =>
      new Set(list.map(({ method, route }) => `${method} ${route}`));
    expect([...routes(desk.app)].filter((route) => !sent(samples).has(route))).toEqual([]);
    expect([...routes(directory.app)].filter((route) => !sent(known).has(route))).toEqual([]);
    // A path that fits: the app's own "no such page" is what an unknown address gets.
    const strays: string[] = [];
    for (const { method, path } of samples.filter((sample) => sample.method === "GET")) {
      const answer = await admin.call(path, { method });
      if (answer.status === 404 && (await answer.text()).includes("There is no such page")) strays.push(path);
    }
    expect(strays).toEqual([]);
    const names = samples.map(({ route }) => route.split("/").slice(0, 4).join("/"));
    for (const group of ["settings", "grid", "workbooks", "booklets", "restricted", "governance", "sharing"])
      expect([group, names.includes(`/curate/api/${group}`)]).toEqual([group, true]);
  });
});

/** Every route of the back office, with ids that there are, and the doors of the accounts, which stand behind one route. */
async function officeSamples(
  desk: Awaited<ReturnType<typeof office>>,
  admin: Awaited<ReturnType<Awaited<ReturnType<typeof office>>["signIn"]>>,
): Promise<readonly RouteSample[]> {
  const own = (await (await admin.get("/curate/api/listings")).json()) as {
    rows: { id: string; code: string }[];
  };
  const [{ id, code } = { id: "x", code: "x" }] = own.rows;
  const doors = [
    "link",
    "sign-in/email",
    "two-factor/verify-totp",
    "passkey/verify-authentication",
    "passkey/generate-authenticate-options",
  ].map((door) => ({ method: "POST", route: door, path: `/curate/auth/${door}` }));
  const index = (await (await admin.get("/curate/api/find/bundles/index.json")).json()) as {
    areas: { parts: { url: string }[] }[];
  };
  const file = [
    index.areas
      .flatMap(({ parts }) => parts)[0]
      ?.url.split("/")
      .at(-1) ?? "x",
    "index-en.json",
  ];
  return [...routeSamples(desk.app, { id: [id], code: [code], file }), ...doors];
}
