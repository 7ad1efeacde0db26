import { createServer } from "node:net";
import type { Environment } from "./stores.ts";

export interface PlaceToListen {
  readonly host: string;
  readonly port: number;
}

/** Where the process listens: `HOST` and `PORT`, else loopback and 8787; port 0 takes any that is free. */
export const placeToListen = (env: Environment): PlaceToListen => ({
  host: env["HOST"] ?? "127.0.0.1",
  port: Number(env["PORT"] ?? "8787"),
});

/**
 * Why nobody can listen there, in a sentence for whoever started the process; null: one can. Asked before anything is
 * opened or made: what a first start shows once, the recovery key, would be lost with it.
 */
export function whyNotListen({ host, port }: PlaceToListen): Promise<string | null> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return Promise.resolve("PORT is a number from 0 to 65535. Nothing was started.");
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      resolve(`${reason(error, host, port)} Nothing was started.`),
    );
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

function reason({ code }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === "EADDRINUSE")
    return `Something else listens on ${host}, port ${port}. Stop it, or take another port: PORT=${port + 1} npm start.`;
  if (code === "EACCES") return `This account may not listen on port ${port}. Take one above 1023.`;
  return `Nobody can listen on ${host}, port ${port} (${code ?? "unknown"}). HOST and PORT say where.`;
}
