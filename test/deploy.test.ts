import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** What the guide names is there: files, verbs, commands, settings, environments. */

const guide = readFileSync("DEPLOY.md", "utf8");
const readme = readFileSync("README.md", "utf8");
const read = (file: string) => readFileSync(`scripts/deploy/${file}`, "utf8");
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

describe("DEPLOY.md", () => {
  test("names only verbs of the command line, npm commands, files and settings that there are", () => {
    const index = readFileSync("scripts/directory.ts", "utf8");
    const verbs = [...guide.matchAll(/run -s directory -- ([a-z-]+)|directory\.ts ([a-z-]+)/gu)].map(
      ([, one, other]) => one ?? other ?? "",
    );
    expect(new Set(verbs)).toEqual(
      new Set([
        "texts",
        "migrate",
        "user",
        "restore",
        "publish",
        "backup",
        "status",
        "check",
        "freeze",
        "unfreeze",
      ]),
    );
    for (const verb of new Set(verbs)) {
      expect([verb, index.includes(`verbs/${verb}.ts`) || verb === "unfreeze"]).toEqual([verb, true]);
      expect(readme).toMatch(new RegExp(`\`${verb}\\b|, \`${verb}`, "u"));
    }
    for (const [, name = ""] of guide.matchAll(/npm run (?:-s )?([a-z:-]+)/gu))
      expect([name, name in manifest.scripts]).toEqual([name, true]);
    for (const [, file = ""] of guide.matchAll(/(scripts\/deploy\/[\w.-]+)/gu))
      expect([file, existsSync(file)]).toEqual([file, true]);
    for (const [, name = ""] of guide.matchAll(/^([A-Z_]+)=/gmu))
      expect([name, readme.includes(name)]).toEqual([name, true]);
    const toml = readFileSync("wrangler.toml", "utf8");
    for (const [, name = ""] of guide.matchAll(/--env (\w+)/gu)) expect(toml).toContain(`[env.${name}]`);
    for (const [, name = ""] of guide.matchAll(/secret put (\w+)/gu)) expect(toml).toContain(name);
  });

  test("gives the public worker the tokens that may least, and names every table that its inbox token may add to", () => {
    expect(guide).toContain("directory-published --read-only");
    for (const table of ["report", "suggestion", "spent_proof", "bucket"])
      expect(guide).toContain(`-p ${table}:data_add`);
    expect(guide).not.toMatch(/secret put CATALOGUE_TOKEN --env public/u);
  });

  test("says what the host can read, that no log is to be added, and that a copy is tried before it is needed", () => {
    expect(guide).toContain("what the host can read");
    expect(guide).toContain("withheld addresses included");
    expect(guide).toContain("Nothing writes a log of requests");
    expect(guide).toContain("Try it before you need it");
  });
});

describe("the files for a server", () => {
  test("log nobody's request and hand on nobody's address", () => {
    const nginx = read("nginx.conf");
    const servers = nginx.split(/^server \{/mu).slice(1);
    expect(servers.length).toBeGreaterThan(1);
    for (const server of servers) {
      expect(server).toContain("access_log off;");
      expect(server).toContain("error_log /dev/null;");
    }
    expect(nginx).not.toMatch(/remote_addr|x_forwarded_for/u);
    const caddy = read("Caddyfile").replaceAll(/^\s*#.*$/gmu, "");
    expect(caddy).not.toMatch(/^\t+log\s*$/gmu);
    expect(caddy.match(/header_up -X-Forwarded-For/gu)).toHaveLength(2);
  });

  test("start what the project starts, as a user of its own that may write in one folder alone", () => {
    const unit = read("directory.service");
    const container = readFileSync("Containerfile", "utf8");
    const [, command = ""] = /ExecStart=\/usr\/bin\/node (.+)/u.exec(unit) ?? [];
    expect(`tsx ${command.split(" ").slice(1).join(" ")}`).toBe(manifest.scripts["serve"]);
    expect(container).toContain(JSON.stringify(command.split(" ")).slice(1, -1).replaceAll('","', '", "'));
    expect(existsSync(command.split(" ")[0] ?? "")).toBe(true);
    for (const line of [
      "User=directory",
      "NoNewPrivileges=yes",
      "ProtectSystem=strict",
      "ReadWritePaths=/var/lib/directory",
    ])
      expect(unit).toContain(line);
    expect(container).toContain("USER node");
  });
});
