import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { startDirectory } from "#server/node/start.ts";

export interface Served {
  readonly url: string;
  /** Every path that was asked for, in order: what a log would hold. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** The demo directory as `npm start` serves it, on a free port, with databases of its own. Needs `npm run build`. */
export async function serveDemo(): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-demo-"));
  const { app } = await startDirectory({ DATA_DIR: folder });
  const asked: string[] = [];
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve(
      {
        fetch: (request) => {
          const { pathname, search } = new URL(request.url);
          asked.push(`${request.method} ${pathname}${search}`);
          return app.fetch(request);
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
    asked,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
