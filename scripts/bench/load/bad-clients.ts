import { connect, type Socket } from "node:net";

/**
 * Opens connections that send a header a sign at a time and never come to its end. Answers how to see how many the
 * server still holds, and how to end them.
 */
export function dripHeaders(port: number, many: number): { held(): number; end(): void } {
  const sockets: Socket[] = [];
  for (let n = 0; n < many; n += 1) {
    const socket = connect(port, "127.0.0.1").on("error", () => undefined);
    socket.write("GET /en/ HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    sockets.push(socket);
  }
  const timer = setInterval(() => {
    for (const socket of sockets) if (!socket.destroyed && socket.writable) socket.write("a");
  }, 1_000);
  for (const socket of sockets) socket.resume();
  return {
    held: () => sockets.filter(({ destroyed, readyState }) => !destroyed && readyState === "open").length,
    end: () => {
      clearInterval(timer);
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Sends a body of up to `megabytes` to a form. Answers the status, and how many megabytes went out before it came. */
export function sendLarge(
  port: number,
  path: string,
  megabytes: number,
): Promise<{ readonly status: number; readonly sent: number }> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const chunk = Buffer.alloc(65_536, "x");
    let sent = 0;
    let status = 0;
    const done = () => {
      socket.destroy();
      resolve({ status, sent: sent / 1_000_000 });
    };
    socket.once("data", (answer) => {
      status = Number(/^HTTP\/1\.1 (\d+)/u.exec(answer.toString())?.[1] ?? 0);
      done();
    });
    socket.once("error", done).once("close", done);
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    const more = (): void => {
      if (socket.destroyed) return;
      if (sent >= megabytes * 1_000_000) return done();
      sent += chunk.byteLength;
      socket.write(`${chunk.byteLength.toString(16)}\r\n`);
      socket.write(chunk);
      if (socket.write("\r\n")) setImmediate(more);
      else socket.once("drain", more);
    };
    more();
  });
}
