import { createServer, request as ask, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A line to a server that can be cut, lose answers and be slow, as networks do. */
export interface UnsteadyLine {
  /** The address of what stands at `url` behind it. */
  through(url: string): string;
  /** `cut`: nobody answers. `lost`: what is sent arrives, and its answer does not. `slow`: no answer for as long as it lasts. */
  state: "steady" | "cut" | "lost" | "slow";
  /** How many requests arrived at the server. */
  arrived: number;
  close(): Promise<void>;
}

/** Opens such a line to the server at `target`, on a free port. */
export async function unsteadyLine(target: string): Promise<UnsteadyLine> {
  const { hostname, port } = new URL(target);
  const server: Server = createServer((request, response) => {
    if (line.state === "cut") {
      request.socket.destroy();
      return;
    }
    if (line.state === "slow") return;
    line.arrived += 1;
    const onward = ask(
      { hostname, port, method: request.method, path: request.url, headers: request.headers },
      (answer) => {
        if (line.state === "lost") {
          answer.resume();
          request.socket.destroy();
          return;
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on("error", () => request.socket.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: own } = server.address() as AddressInfo;
  const line: UnsteadyLine = {
    through: (url) => url.replace(`:${port}/`, `:${own}/`),
    state: "steady",
    arrived: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return line;
}
