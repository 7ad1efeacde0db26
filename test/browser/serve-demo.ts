import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Settings } from "#server/contract/settings.ts";
import { loadAreas } from "#server/node/areas.ts";
import { compress } from "#server/node/compress.ts";
import { startDirectory } from "#server/node/start.ts";
import type { Stores } from "#server/node/stores.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";
import { readSettings, writeSettings } from "#server/publication/settings.ts";
import { closeStore } from "../records/memory.ts";
import { filledOnce } from "../records/filled-once.ts";
import { securityHeaders } from "#server/routes/security-headers.ts";

export interface Served {
  readonly url: string;
  /** The directory behind it, for what only the back office may do. */
  readonly stores: Stores;
  /** Every path that was asked for, in order: what a log would hold. */
  readonly asked: string[];
  /** With `record`: what went out for each, as "GET /en/ 200 {SHA-256 of the bytes}". */
  readonly answered: string[];
  close(): Promise<void>;
}

/** What a deployment adds to the demo. */
export interface Added {
  readonly settings?: Partial<Settings>;
  /** Files that it put beside the built ones, by path. */
  readonly files?: Readonly<Record<string, Uint8Array<ArrayBuffer> | string>>;
  /** Whether to remember what went out; costs a copy of every answer. */
  readonly record?: boolean;
}

/** The same answer, its bytes remembered. */
async function recorded(answer: Response, line: string, answered: string[]): Promise<Response> {
  const body = new Uint8Array(await answer.arrayBuffer());
  answered.push(`${line} ${answer.status} ${createHash("sha256").update(body).digest("hex")}`);
  return new Response(body.byteLength === 0 ? null : body, answer);
}

/** The demo directory as `npm start` serves it, on a free port, with databases of its own. Needs `npm run build`. */
export async function serveDemo({ settings, files = {}, record = false }: Added = {}): Promise<Served> {
  const folder = await filledOnce("served-demo", async (empty) => {
    const { office: made } = await startDirectory({ DATA_DIR: empty });
    for (const store of Object.values(made?.stores ?? {})) closeStore(store);
  });
  const { app: directory, office, trouble } = await startDirectory({ DATA_DIR: folder });
  if (office === null) throw new Error(trouble ?? "The demo cannot be opened.");
  const { stores } = office;
  if (settings !== undefined) {
    await writeSettings(stores.catalogue, { ...(await readSettings(stores.catalogue)), ...settings });
    await applyPublication(stores, {
      areas: loadAreas(),
      compress,
      today: new Date().toISOString().slice(0, 10),
    });
  }
  const app = new Hono();
  for (const [path, content] of Object.entries(files)) app.get(path, securityHeaders, (c) => c.body(content));
  app.all("*", (c) => directory.fetch(c.req.raw));
  const asked: string[] = [];
  const answered: string[] = [];
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve(
      {
        fetch: async (request) => {
          const { pathname, search } = new URL(request.url);
          const line = `${request.method} ${pathname}${search}`;
          asked.push(line);
          const answer = await app.fetch(request);
          return record ? recorded(answer, line, answered) : answer;
        },
        hostname: "127.0.0.1",
        port: 0,
      },
      () => resolve(started),
    );
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return {
    url: `http://localhost:${address.port}`,
    stores,
    asked,
    answered,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
