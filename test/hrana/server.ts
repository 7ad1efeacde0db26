import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import * as v from "valibot";
import { readJson } from "./body.ts";
import { openConnections, type Connections } from "./connections.ts";
import { hranaError, RequestError } from "./errors.ts";
import { Grants, type Grant } from "./grants.ts";
import { pipelineBody } from "./protocol.ts";
import type { StreamResult } from "./stream.ts";
import { Streams, type StreamLimits } from "./streams.ts";

/** The server's limits; see `DEFAULT_LIMITS` for what holds unless told otherwise. */
export interface HranaLimits extends StreamLimits {
  /** Bytes of a request's body. */
  bodyBytes: number;
}

export interface HranaServerOptions {
  /** The databases by name (letters, digits, "-" and "_"); `file` is a path or ":memory:". */
  databases: Readonly<Record<string, { file: string }>>;
  /** The bearer tokens, each for one database. */
  tokens: Readonly<Record<string, Grant>>;
  /** 0, the default, takes a free port. */
  port?: number;
  limits?: Partial<HranaLimits>;
}

export interface HranaServer {
  /** The address to give a client, with the slash at its end that the client's URL resolution needs. */
  url(database: string): string;
  /** Rolls open transactions back, stops listening and closes the files. */
  close(): Promise<void>;
}

export const DEFAULT_LIMITS: HranaLimits = {
  bodyBytes: 10 * 1024 * 1024,
  idleMilliseconds: 5_000,
  lifetimeMilliseconds: 30_000,
  busyMilliseconds: 5_000,
  streams: 64,
};

const LOOPBACK = "127.0.0.1";
const PATH = /^(?:\/(?<database>[\w-]+))?\/(?<version>v[23])(?<pipeline>\/pipeline)?$/;

/**
 * Serves libSQL databases by Hrana over HTTP (JSON, versions 2 and 3) on the loopback address, for tests and
 * local work. It logs nothing: no statement, no argument, no token.
 * @throws Error when a file cannot be opened, a token names no database, or the port is taken.
 */
export async function startHranaServer(options: HranaServerOptions): Promise<HranaServer> {
  const limits: HranaLimits = { ...DEFAULT_LIMITS, ...options.limits };
  for (const { database } of Object.values(options.tokens)) {
    if (!Object.hasOwn(options.databases, database))
      throw new Error(`A token names no database: ${database}`);
  }
  const grants = new Grants(options.tokens);
  const streams = new Streams(limits);
  const databases = new Map(
    Object.entries(options.databases).map(([name, { file }]) => [name, openConnections(file)]),
  );

  const answer = async (request: IncomingMessage): Promise<object> => {
    const path = PATH.exec(new URL(request.url ?? "/", "http://localhost").pathname)?.groups;
    if (path === undefined) throw new RequestError(404, "NOT_FOUND", "No such address.");
    // Clients ask without a token which versions there are.
    if (path["pipeline"] === undefined) return {};
    if (request.method !== "POST") throw new RequestError(405, "METHOD_NOT_ALLOWED", "Send POST.");
    const grant = grants.of(request.headers.authorization);
    const connections = databaseFor(grant, path["database"], databases);
    const body = v.safeParse(pipelineBody, await readJson(request, limits.bodyBytes));
    if (!body.success) throw new RequestError(400, "HRANA_PROTO_ERROR", "The body is not a Hrana pipeline.");
    const { baton, requests } = body.output;
    const used = await streams.use(baton ?? undefined, grant, connections, async (stream) => {
      const results: StreamResult[] = [];
      for (const each of requests) results.push(await stream.answer(each));
      return results;
    });
    return { baton: used.baton, base_url: null, results: used.result };
  };

  const server = createServer((request, response) => {
    answer(request).then(
      (body) => send(response, 200, body),
      (error: unknown) =>
        send(response, error instanceof RequestError ? error.status : 500, hranaError(error)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, LOOPBACK, resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url(database) {
      if (!databases.has(database)) throw new Error(`No such database: ${database}`);
      return `http://${LOOPBACK}:${port}/${database}/`;
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      streams.close();
      for (const connections of databases.values()) connections.close();
    },
  };
}

// A hosted database's address has no path; here the token then says which one is meant.
function databaseFor(
  grant: Grant,
  named: string | undefined,
  databases: ReadonlyMap<string, Connections>,
): Connections {
  const connections = databases.get(grant.database);
  if (connections === undefined || (named ?? grant.database) !== grant.database) {
    throw new RequestError(403, "FORBIDDEN", "The token is not for this database.");
  }
  return connections;
}

function send(response: ServerResponse, status: number, body: object): void {
  // The client reads an error's code only when the type is exactly this, without a charset.
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
