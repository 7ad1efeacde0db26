import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { office } from "../curate/office.ts";
import { knownOf, publicRequests } from "../routes/public-requests.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { organizationInput } from "../records/organization.ts";
import { MARKER, nasty, nastyJson, runs } from "./arbitraries.ts";

let directory: TestDirectory;
/** Paths of every public route, cut into segments. */
let paths: readonly string[];
beforeAll(async () => {
  directory = await openTestDirectory({ demo: false });
  await directory.publish(organizationInput());
  const known = await knownOf((path) => directory.get(path)).catch(() => ({
    part: "/bundles/x",
    id: "x",
    code: "K7Q2M-4",
  }));
  paths = [...new Set(publicRequests(known).map(({ path }) => path.split("?")[0] ?? path))];
});

const marked = nasty.map((text) => `${text}${MARKER}`);
const header = fc.string({ unit: fc.constantFrom(...'abcdefXYZ0189 ;,="/*-_()%'), maxLength: 200 });

const requestTo = (known: readonly string[]) =>
  fc.record({
    method: fc.constantFrom("GET", "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"),
    path: fc
      .tuple(fc.constantFrom(...known), fc.option(fc.tuple(fc.nat(5), marked), { nil: null }), fc.boolean())
      .map(([path, change, slash]) => {
        const segments = path.split("/").slice(1);
        if (change !== null) segments[change[0] % segments.length] = encode(change[1]);
        return `/${segments.join("/")}${slash ? "/" : ""}`;
      }),
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
    body: fc.option(nastyJson, { nil: null }),
    type: fc.constantFrom(
      "application/json",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/plain",
    ),
    accept: header,
  });

/** As a browser or a program would, and sometimes not at all. */
function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return "%ED%A0%80";
  }
}

const SECRET = /\bat [^\n]*:\d+:\d+|SQLITE|LibsqlError|node_modules|zqfuzzmarker/u;

async function check(
  app: { request: (path: string, init: RequestInit) => Response | Promise<Response> },
  path: string,
  init: RequestInit,
): Promise<void> {
  const answer = await app.request(path, init);
  const told = `${JSON.stringify([...answer.headers])}${await answer.text()}`;
  expect([init.method, path.slice(0, 200), answer.status, answer.status < 500]).toEqual([
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
      fc.asyncProperty(requestTo(paths), async ({ method, path, query, body, type, accept }) => {
        const asked = query.map(([key, value]) => `${encode(key)}=${encode(value)}`).join("&");
        await check(directory.app, `${path}${asked === "" ? "" : `?${asked}`}`, {
          method,
          headers: {
            "Content-Type": type,
            "Accept-Language": accept,
            Accept: accept,
            "Accept-Encoding": "identity",
          },
          ...(body === null || method === "GET" || method === "HEAD" ? {} : { body }),
        });
      }),
      { numRuns: runs(400) },
    );
  });

  test("to the back office, by strangers and by an admin: no failure, no echo, no stack", async () => {
    const desk = await office();
    await desk.publish(organizationInput());
    const stranger = desk.browser();
    const admin = await desk.signIn();
    const own = (await (await admin.get("/curate/api/listings")).json()) as { rows: { id: string }[] };
    const id = own.rows[0]?.id ?? "x";
    const known = officePaths(id);
    await fc.assert(
      fc.asyncProperty(
        requestTo(known),
        fc.boolean(),
        async ({ method, path, query, body, type }, signedIn) => {
          const asked = query.map(([key, value]) => `${encode(key)}=${encode(value)}`).join("&");
          const browser = signedIn ? admin : stranger;
          // Signing out would end what is tried.
          if (path.includes("sign-out")) return;
          await check({ request: browser.call }, `${path}${asked === "" ? "" : `?${asked}`}`, {
            method,
            headers: { "Content-Type": type },
            ...(body === null || method === "GET" || method === "HEAD" ? {} : { body }),
          });
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

/** Paths of the back office's interface, as its routes name them. */
function officePaths(id: string): readonly string[] {
  return [
    "/curate",
    "/curate/healthz",
    "/curate/auth/link",
    "/curate/auth/sign-in/email",
    "/curate/auth/two-factor/verify-totp",
    "/curate/auth/passkey/verify-authentication",
    "/curate/auth/passkey/generate-authenticate-options",
    "/curate/own",
    "/curate/api/me",
    "/curate/api/facts",
    "/curate/api/curators",
    `/curate/api/curators/${id}/link`,
    "/curate/api/listings",
    `/curate/api/listings/${id}`,
    `/curate/api/listings/${id}/save`,
    `/curate/api/listings/${id}/preview`,
    `/curate/api/listings/${id}/restore`,
    `/curate/api/listings/${id}/move`,
    `/curate/api/listings/${id}/calls`,
    `/curate/api/listings/${id}/own-link`,
    "/curate/api/desk/ring",
    "/curate/api/desk/inbox",
    "/curate/api/desk/coverage",
    "/curate/api/desk/coverage.csv",
    "/curate/api/desk/duplicates",
    "/curate/api/desk/alike",
    `/curate/api/desk/proposals/${id}`,
    `/curate/api/desk/reports/${id}`,
    `/curate/api/desk/addresses/${id}/ask`,
    "/curate/api/imports",
  ];
}
