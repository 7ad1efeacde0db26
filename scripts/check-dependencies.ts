/**
 * `npm run check-dependencies`: what is installed is what the lock file says, every version is pinned, every licence may
 * be shipped with Apache-2.0, and nothing is known to be unsafe (asked of the registry; said when it does not answer).
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
}

/** Licences whose terms are kept by shipping their text: permissive ones, and file-level copyleft that is not changed. */
const FINE =
  /^\(?(MIT|ISC|Apache-2\.0|0BSD|BSD-2-Clause|BSD-3-Clause|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|Python-2\.0|OFL-1\.1|MPL-2\.0|LGPL-3\.0-or-later|MIT-0|Zlib|Unicode-DFS-2016)([ )]|$)/u;

const read = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;
const manifest = read<Record<string, Record<string, string> | undefined>>("package.json");
const { packages } = read<{ packages: Record<string, Locked> }>("package-lock.json");
const wrong: string[] = [];

for (const kind of ["dependencies", "devDependencies", "optionalDependencies"])
  for (const [name, version] of Object.entries(manifest[kind] ?? {}))
    if (!/^\d+\.\d+\.\d+/u.test(version)) wrong.push(`${name}: ${version} is no exact version`);

const licences = new Map<string, number>();
for (const [path, { license, integrity, link, version }] of Object.entries(packages)) {
  if (path === "" || link === true) continue;
  const name = path.replace(/^.*node_modules\//u, "");
  if (integrity === undefined) wrong.push(`${name}@${version ?? ""}: the lock file has no hash`);
  const told = license ?? licenceOf(path);
  licences.set(told, (licences.get(told) ?? 0) + 1);
  if (!FINE.test(told.replaceAll(/[()]/gu, "").replace(/^.* OR (?=MIT|Apache)/u, "")))
    wrong.push(`${name}: licence ${told}`);
}

/** Some say it in their own manifest alone. */
function licenceOf(path: string): string {
  try {
    const { license } = read<{ license?: string | { type?: string } }>(`${path}/package.json`);
    return typeof license === "string" ? license : (license?.type ?? "none");
  } catch {
    return "not installed on this system";
  }
}

console.log(`${Object.keys(packages).length - 1} packages`);
for (const [licence, count] of [...licences].sort((a, b) => b[1] - a[1]))
  console.log(`  ${count} ${licence}`);

if (!process.argv.includes("--offline")) {
  const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], { encoding: "utf8" });
  try {
    const { metadata } = JSON.parse(stdout) as { metadata?: { vulnerabilities?: Record<string, number> } };
    const found = metadata?.vulnerabilities;
    if (found === undefined) console.log("Known weaknesses: the registry did not answer.");
    else {
      console.log(`Known weaknesses in what is shipped: ${JSON.stringify(found)}`);
      if ((found["high"] ?? 0) + (found["critical"] ?? 0) > 0)
        wrong.push("known high or critical weaknesses");
    }
  } catch {
    console.log("Known weaknesses: the registry did not answer.");
  }
}

for (const line of wrong) console.error(line);
process.exitCode = wrong.length === 0 ? 0 : 1;
