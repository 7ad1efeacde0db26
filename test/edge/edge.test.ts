import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client/web";
import { openCatalogue, openInbox } from "#db/client.ts";
import { report } from "#db/schema/inbox/index.ts";
import { wish } from "#server/publication/wishes.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { knownOf, type PublicRequest, publicRequests } from "../routes/public-requests.ts";
import { comparable, HEADERS } from "./compare.ts";
import { send, serve, type Served } from "./servers.ts";
import { workerdStarts } from "./workerd.ts";

const folder = mkdtempSync(join(tmpdir(), "edge-test-"));
const MARKER = "zqmarker";
let edge: Served;
let node: Served;
let requests: readonly PublicRequest[];

const atEdge = (request: PublicRequest) => send(edge.address("directory is at"), request);
const onNode = (request: PublicRequest) => send(node.address("directory is at"), request);
const curate = (path: string) =>
  fetch(new URL(path, edge.address("back office is at")), { redirect: "manual" });

const open = (url: string | undefined, token: string | undefined) =>
  createClient({ url: url ?? "", authToken: token ?? "" });

/** Wishes a listing gone in the catalogue, as a verb does, and leaves it to the timer. Answers its code. */
async function wishOneGone(): Promise<string> {
  const catalogue = await openCatalogue({ url: `file:${join(folder, "catalogue.db")}` });
  const answer = await fetch(new URL("/api/services?area=KH-2&limit=1", edge.address("directory is at")));
  const { items } = (await answer.json()) as { items: { id: string; code: string }[] };
  await wish(
    catalogue,
    items.map(({ id }) => id),
    "gone",
  );
  return items[0]?.code ?? "";
}

describe.skipIf(!workerdStarts())("the public side in workerd, over libSQL by HTTP", () => {
  beforeAll(async () => {
    edge = await serve("scripts/dev-edge.ts", { DATA_DIR: folder }, ["directory is at", "back office is at"]);
    // The same stores, as files.
    node = await serve("server/node.ts", { DATA_DIR: folder, PORT: "0" }, ["directory is at"]);
    requests = publicRequests(await knownOf((path) => fetch(new URL(path, node.address("directory is at")))));
  }, 120_000);
  afterAll(async () => {
    await node?.stop();
    await edge?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("answers every request as Node does: status, headers and the bytes of the body", async () => {
    const [there, here]: ReturnType<typeof comparable>[][] = [[], []];
    for (const request of requests) {
      there?.push(comparable(request, await atEdge(request)));
      here?.push(comparable(request, await onNode(request)));
    }
    expect(there).toEqual(here);
    expect(there?.map(({ status }) => status)).toEqual(requests.map(({ status }) => status));
  });

  test("every part of every bundle has the same bytes on both, packed and plain", async () => {
    const index = await atEdge({ method: "GET", path: "/bundles/index.json", status: 200 });
    const { areas } = JSON.parse(index.body.toString()) as { areas: { parts: { url: string }[] }[] };
    const urls = [...new Set(areas.flatMap(({ parts }) => parts.map(({ url }) => url)))];
    expect(urls.length).toBeGreaterThan(10);
    const compare = async (path: string) => {
      const request: PublicRequest = {
        method: "GET",
        path,
        status: 200,
        headers: { "Accept-Encoding": "br" },
      };
      const answer = await atEdge(request);
      expect(answer.headers["content-encoding"]).toBe("br");
      expect(answer.body.equals((await onNode(request)).body)).toBe(true);
    };
    // Some at a time: twelve languages make hundreds of parts.
    for (let at = 0; at < urls.length; at += 12) await Promise.all(urls.slice(at, at + 12).map(compare));
  }, 180_000);

  test("files of the front end carry the same headers, and the manifest and lists of headers are no files", async () => {
    const script = /src="(\/assets\/[^"]+\.js)"/u.exec(
      (await atEdge({ method: "GET", path: "/en/", status: 200 })).body.toString(),
    )?.[1];
    for (const [path, kept] of [
      [script ?? "", "public, max-age=31536000, immutable"],
      ["/map/TH.json", "public, max-age=604800"],
      ["/places/TH.json", "public, max-age=604800"],
      ["/fonts/digits.woff2", "public, max-age=604800"],
      ["/print/worker.js", "public, max-age=604800"],
    ] as const) {
      const request: PublicRequest = {
        method: "GET",
        path,
        status: 200,
        headers: { "Accept-Encoding": "identity" },
      };
      const [there, here] = [await atEdge(request), await onNode(request)];
      expect([path, there.status, here.status]).toEqual([path, 200, 200]);
      expect(there.headers["cache-control"]).toBe(kept);
      for (const name of HEADERS.filter((header) => header !== "content-type" && header !== "vary")) {
        expect([path, name, there.headers[name]]).toEqual([path, name, here.headers[name]]);
      }
      expect(there.body.equals(here.body)).toBe(true);
    }
    for (const path of ["/_headers", "/.assetsignore", "/.vite/manifest.json"]) {
      expect((await atEdge({ method: "GET", path, status: 404 })).status).toBe(404);
    }
  });

  test("a report arrives in the inbox with its listing, kind and week", async () => {
    const inbox = await openInbox({ url: `file:${join(folder, "inbox.db")}` });
    await inbox.delete(report);
    const code = requests.find(({ path }) => path === "/api/reports")?.body ?? "";
    const answer = await atEdge({
      method: "POST",
      path: "/api/reports",
      status: 202,
      headers: { "Content-Type": "application/json" },
      body: code,
    });
    expect(answer.status).toBe(202);
    const { listing, kind } = JSON.parse(code) as { listing: string; kind: string };
    expect(await inbox.select().from(report)).toMatchObject([
      { listing, kind, week: expect.stringMatching(/^\d{4}-W\d\d$/u) },
    ]);
  });

  test("the public worker's own tokens cannot write the published store, nor read the inbox, nor open the catalogue", async () => {
    const given = Object.fromEntries(
      readFileSync(join(folder, "public.env"), "utf8")
        .trim()
        .split("\n")
        .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
    );
    expect(Object.keys(given).sort()).toEqual([
      "INBOX_TOKEN",
      "INBOX_URL",
      "PUBLISHED_TOKEN",
      "PUBLISHED_URL",
    ]);
    const published = open(given["PUBLISHED_URL"], given["PUBLISHED_TOKEN"]);
    expect((await published.execute("select count(*) as n from listing")).rows).toHaveLength(1);
    for (const statement of ["delete from listing", "update document set body = ''", "drop table listing"]) {
      await expect(published.execute(statement)).rejects.toThrow(/SQLITE_READONLY/u);
    }
    const inbox = open(given["INBOX_URL"], given["INBOX_TOKEN"]);
    for (const statement of [
      "select * from report",
      "delete from report",
      "select name from sqlite_master",
    ]) {
      await expect(inbox.execute(statement)).rejects.toThrow(/SQLITE_AUTH/u);
    }
    const catalogue = given["PUBLISHED_URL"]?.replace("/published/", "/catalogue/");
    for (const token of [given["PUBLISHED_TOKEN"], given["INBOX_TOKEN"]]) {
      await expect(open(catalogue, token).execute("select 1")).rejects.toThrow();
    }
  });

  test("the back office's worker tells its health, is not the public site, and its timer carries waiting changes over", async () => {
    const health = await curate("/curate/healthz");
    expect(health.headers.get("cache-control")).toBe("no-store");
    expect(health.headers.get("x-robots-tag")).toContain("noindex");
    expect(await health.json()).toMatchObject({
      queue: 0,
      published: expect.stringMatching(/^[0-9a-f]{16}$/u),
    });
    for (const path of ["/", "/en/", "/bundles/index.json"]) {
      expect((await curate(path)).status).toBe(404);
    }
    const taken = await wishOneGone();
    expect(await (await curate("/curate/healthz")).json()).toMatchObject({ queue: 1 });
    expect((await fetch(new URL(`/api/services/${taken}`, edge.address("directory is at")))).status).toBe(
      200,
    );
    expect((await curate("/__scheduled")).status).toBe(200);
    expect(await (await curate("/curate/healthz")).json()).toMatchObject({ queue: 0 });
    expect((await fetch(new URL(`/api/services/${taken}`, edge.address("directory is at")))).status).toBe(
      404,
    );
  });

  test("a marker in path, query, body and headers is in no output of Node, of workerd or of the libSQL server", async () => {
    const headers = {
      "Content-Type": "application/json",
      "X-Marker": MARKER,
      "User-Agent": MARKER,
      Cookie: MARKER,
    };
    const body = JSON.stringify({ q: MARKER, listing: MARKER, kind: "wrong" });
    const marked: readonly PublicRequest[] = [
      ...["/", "/en/", "/en/area/", "/bundles/", "/api/", "/api/services/", "/map/", "/assets/"].map(
        (path): PublicRequest => ({
          method: "GET",
          path: `${path}${MARKER}?${MARKER}=${MARKER}`,
          status: 0,
          headers,
        }),
      ),
      { method: "GET", path: `/api/services?q=${MARKER}`, status: 200, headers },
      ...["/api/services/search", "/api/reports", "/en/narrow"].map((path): PublicRequest => ({
        method: "POST",
        path: `${path}?${MARKER}`,
        status: 0,
        headers,
        body,
      })),
    ];
    for (const request of marked) {
      await atEdge(request);
      await onNode(request);
      await fetch(new URL(`/curate/${MARKER}`, edge.address("back office is at")), { headers });
    }
    expect(node.output()).not.toContain(MARKER);
    expect(edge.output()).not.toContain(MARKER);
    // Wrangler writes its messages into a file, too, shown or not.
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && existsSync(path))
        expect([path, readFileSync(path).includes(MARKER)]).toEqual([path, false]);
    }
  });
});
