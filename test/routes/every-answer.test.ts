import { beforeAll, describe, expect, test } from "vitest";
import { CONTENT_SECURITY_POLICY } from "#server/routes/security-headers.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { knownOf, type PublicRequest, publicRequests } from "./public-requests.ts";

let directory: TestDirectory;
let requests: readonly PublicRequest[];
beforeAll(async () => {
  directory = await openTestDirectory({ demo: true });
  requests = publicRequests(await knownOf((path) => directory.get(path)));
});

const ask = ({ method, path, headers, body }: PublicRequest) =>
  directory.app.request(path, { method, headers: { ...headers }, ...(body === undefined ? {} : { body }) });

const MARKER = "zqmarker";

/** The same request with a marker wherever a caller may put one. */
function marked(request: PublicRequest): readonly PublicRequest[] {
  const { path, body, headers } = request;
  const [before, query] = path.split("?");
  return [
    { ...request, path: `${before}${before?.endsWith("/") ? "" : "/"}${MARKER}` },
    { ...request, path: `/en-${MARKER}` },
    { ...request, path: `${before}?${query === undefined ? "" : `${query}&`}${MARKER}=${MARKER}` },
    { ...request, path: `${before}?area=${MARKER}&q=${MARKER}&cursor=${MARKER}&country=${MARKER}` },
    {
      ...request,
      headers: {
        ...headers,
        "Accept-Language": MARKER,
        Cookie: MARKER,
        Origin: MARKER,
        Referer: `https://${MARKER}/`,
        "User-Agent": MARKER,
      },
    },
    ...(body === undefined
      ? []
      : [
          { ...request, body: `${MARKER}${body}` },
          {
            ...request,
            body: JSON.stringify({ [MARKER]: MARKER, area: MARKER, listing: MARKER, kind: MARKER }),
          },
          { ...request, body: `area=${MARKER}&${MARKER}=${MARKER}` },
        ]),
  ];
}

describe("every answer of the public side", () => {
  test("has the status that its route promises", async () => {
    const answers = await Promise.all(
      requests.map(async (r) => `${r.method} ${r.path.slice(0, 90)} ${(await ask(r)).status}`),
    );
    expect(answers).toEqual(requests.map((r) => `${r.method} ${r.path.slice(0, 90)} ${r.status}`));
  });

  test("carries the policy, sends no referrer, keeps nothing in the browser and sets no cookie", async () => {
    for (const request of requests) {
      const { headers } = await ask(request);
      const of = (name: string) => `${request.path}: ${headers.get(name)}`;
      expect(of("content-security-policy")).toBe(`${request.path}: ${CONTENT_SECURITY_POLICY}`);
      expect(of("referrer-policy")).toBe(`${request.path}: no-referrer`);
      expect(of("x-content-type-options")).toBe(`${request.path}: nosniff`);
      expect(of("x-frame-options")).toBe(`${request.path}: DENY`);
      for (const sense of ["geolocation", "camera", "microphone", "browsing-topics"])
        expect(of("permissions-policy")).toContain(`${sense}=()`);
      expect(of("cache-control")).toBe(`${request.path}: no-store`);
      expect(of("x-robots-tag")).toBe(`${request.path}: noindex`);
      expect(headers.getSetCookie()).toEqual([]);
    }
  });

  test("of an error has the error's form where machines ask, and the exit where people do", async () => {
    for (const request of requests.filter(({ status, method }) => status >= 400 && method !== "HEAD")) {
      const response = await ask(request);
      const text = await response.text();
      if (/^\/(api|bundles|hsds|profile|schema)(\/|\?|$)/u.test(request.path)) {
        const { error, ...rest } = JSON.parse(text) as { error: Record<string, unknown> };
        expect(rest).toEqual({});
        expect(error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
        expect(Object.keys(error).filter((key) => !["code", "message", "fields"].includes(key))).toEqual([]);
      } else {
        expect(text).toContain('href="/exit"');
        expect(text).not.toMatch(/\bat .*:\d+:\d+/u);
      }
    }
  });

  test("repeats nothing of what was sent, wherever it was put", async () => {
    for (const request of requests.flatMap(marked)) {
      const response = await ask(request);
      const everything = `${JSON.stringify([...response.headers])}${await response.text()}`;
      expect([request.method, request.path, everything.includes(MARKER)]).toEqual([
        request.method,
        request.path,
        false,
      ]);
    }
  });
});
