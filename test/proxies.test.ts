import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { freePort } from "../scripts/edge/free-port.ts";

/** The files for a small server, given to the programs that read them, where these are installed. */

const folder = mkdtempSync(join(tmpdir(), "proxies-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const has = (program: string) => {
  const there = spawnSync(program, ["-v"]).error === undefined;
  if (!there) console.warn(`${program} is not installed: its file is not tried.`);
  return there;
};
const MARKER = "zqmarker";

test.skipIf(!has("systemd-analyze"))("systemd takes the units as they are", () => {
  for (const unit of ["directory.service", "directory-backup.service", "directory-backup.timer"]) {
    // A copy: where the project lies its service is not installed yet.
    const file = join(folder, unit);
    writeFileSync(
      file,
      readFileSync(`scripts/deploy/${unit}`, "utf8").replaceAll("/usr/bin/node", process.execPath),
    );
  }
  const { status, stderr } = spawnSync("systemd-analyze", [
    "verify",
    "--man=no",
    "--recursive-errors=no",
    ...["directory.service", "directory-backup.service", "directory-backup.timer"].map((unit) =>
      join(folder, unit),
    ),
  ]);
  expect([status, stderr.toString()]).toEqual([0, ""]);
});

test.skipIf(!has("caddy"))("Caddy takes its file as it is", () => {
  const { status } = spawnSync("caddy", [
    "validate",
    "--config",
    "scripts/deploy/Caddyfile",
    "--adapter",
    "caddyfile",
  ]);
  expect(status).toBe(0);
});

describe.skipIf(!has("nginx") || !has("openssl"))("nginx with the file for it", () => {
  test("keeps the office off the public host, hands on no address, and leaves no word of a request on the disk", async () => {
    const got: IncomingHttpHeaders[] = [];
    const paths: string[] = [];
    const behind = createServer((asked, answer) => {
      got.push(asked.headers);
      paths.push(asked.url ?? "");
      asked.resume().on("end", () => answer.end("served"));
    });
    await new Promise<void>((resolve) => behind.listen(0, "127.0.0.1", resolve));
    const port = await freePort();
    const nginx = await startNginx((behind.address() as AddressInfo).port, port);
    try {
      const ask = (host: string, path: string) => send(port, host, path);
      expect(await ask("help.example.org", `/en/?${MARKER}`)).toMatchObject({ status: 200, body: "served" });
      expect((await ask("help.example.org", `/curate/${MARKER}`)).status).toBe(404);
      expect((await ask("desk.example.org", "/")).status).toBe(302);
      expect((await ask("desk.example.org", `/curate/${MARKER}`)).status).toBe(200);
      expect((await ask("desk.example.org", "/en/")).status).toBe(404);
      expect(paths).toEqual([`/en/?${MARKER}`, `/curate/${MARKER}`]);
      for (const headers of got) {
        expect(Object.keys(headers).filter((name) => /forwarded|real-ip/u.test(name))).toEqual([]);
        expect(JSON.stringify(headers)).not.toContain("127.0.0.1");
      }
      // The one behind it is gone: nginx has something to complain about, and complains to nobody.
      await new Promise<void>((resolve) => {
        behind.close(() => resolve());
        behind.closeAllConnections();
      });
      expect((await ask("help.example.org", `/en/?${MARKER}`)).status).toBe(502);
    } finally {
      const ended = new Promise((resolve) => nginx.once("exit", resolve));
      nginx.kill("SIGTERM");
      await ended;
    }
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      expect([path, readFileSync(path).includes(MARKER)]).toEqual([path, false]);
    }
  });
});

/** The file as it is, but for ports and certificates. */
async function startNginx(behind: number, port: number): Promise<ChildProcess> {
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const how =
    "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=help.example.org -days 2";
  spawnSync("openssl", [...how.split(" "), "-keyout", key, "-out", certificate]);
  const own = readFileSync("scripts/deploy/nginx.conf", "utf8")
    .replaceAll("listen 443 ssl http2", `listen 127.0.0.1:${port} ssl http2`)
    .replaceAll("listen 80;", `listen 127.0.0.1:${await freePort()};`)
    .replaceAll("127.0.0.1:8787", `127.0.0.1:${behind}`)
    .replaceAll("/etc/ssl/directory/fullchain.pem", certificate)
    .replaceAll("/etc/ssl/directory/privkey.pem", key);
  for (const name of ["logs", "tmp"]) mkdirSync(join(folder, name));
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${join(folder, "tmp", name)};`)
    .join("\n");
  const file = join(folder, "nginx.conf");
  // What the whole of nginx says about its own start goes where it would: into the folder that is looked through.
  writeFileSync(
    file,
    `daemon off; pid ${join(folder, "pid")}; error_log ${join(folder, "logs", "own.log")}; events {}\nhttp {\n${paths}\n${own}}\n`,
  );
  const child = spawn("nginx", ["-p", folder, "-c", file], { stdio: ["ignore", "ignore", "inherit"] });
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error("nginx did not take the file.");
    if ((await send(port, "desk.example.org", "/").catch(() => null)) !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return child;
}

function send(
  port: number,
  host: string,
  path: string,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      // A certificate of this test alone.
      { host: "127.0.0.1", port, path, headers: { Host: host }, servername: host, rejectUnauthorized: false },
      (answer) => {
        let body = "";
        answer.on("data", (chunk: Buffer) => (body += chunk.toString()));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body }));
      },
    );
    sent.on("error", reject);
    sent.end();
  });
}
