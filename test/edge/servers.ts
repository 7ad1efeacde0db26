import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { request as httpRequest } from "node:http";
import type { PublicRequest } from "../routes/public-requests.ts";

const require = createRequire(import.meta.url);
const TSX = require.resolve("tsx/cli");

/** A program of ours that serves, as its own process, with everything that it writes. */
export interface Served {
  /** Addresses, by the words before them in the line that it prints. */
  address(words: string): string;
  output(): string;
  stop(): Promise<void>;
}

/** Starts a script and waits until it has printed a line with each of the words. Rejects when it ends before. */
export async function serve(
  script: string,
  environment: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<Served> {
  const child = spawn(process.execPath, [TSX, "--tsconfig", "web/tsconfig.json", script], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  let output = "";
  const addressOf = (which: string) =>
    new RegExp(`${which} (http://[^\\s]+)`, "u").exec(output)?.[1]?.replace("localhost", "127.0.0.1");
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (words.every((which) => addressOf(which) !== undefined)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code}:\n${output}`)));
  });
  return {
    address: (which) => addressOf(which) ?? "",
    output: () => output,
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As they came over the wire: packed bytes stay packed. */
  readonly body: Buffer;
}

/** Sends a request as it stands. Not `fetch`, which unpacks bodies and adds headers of its own. */
export function send(origin: string, { method, path, headers, body }: PublicRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { hostname, port, path, method, headers: { ...headers, ...length }, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(answer.headers).map(([name, value]) => [name, value?.toString()]),
            ),
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
