import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type ViewportSize } from "playwright-core";

/** Installed browsers, in the order of trying. */
const INSTALLED = [
  process.env["CHROME_PATH"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** No sandbox, because the tests may run as root; nothing in the background, because nothing may leave the machine. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** An installed Chromium or Chrome, else the one that a development dependency brings. Throws with what to do when neither starts. */
export const openBrowser = (): Promise<Browser> =>
  start((executablePath) => chromium.launch({ executablePath, args: ARGUMENTS }));

/** The same, keeping pages that were left ready for the way back, as people's browsers do (bfcache). */
export const openKeepingBrowser = (): Promise<Browser> =>
  start((executablePath) =>
    chromium.launch({
      executablePath,
      args: ARGUMENTS,
      ignoreDefaultArgs: ["--disable-back-forward-cache"],
    }),
  );

/** The same with a profile on the disk, as a person has one: what is left in its files can be read when it is closed. */
export const openProfile = (folder: string, viewport: ViewportSize): Promise<BrowserContext> =>
  start((executablePath) =>
    chromium.launchPersistentContext(folder, { executablePath, args: ARGUMENTS, viewport }),
  );

async function start<T>(launch: (executablePath: string) => Promise<T>): Promise<T> {
  const executablePath = INSTALLED.find((path) => path !== "" && existsSync(path)) ?? (await unpackBrowser());
  try {
    return await launch(executablePath);
  } catch (error) {
    throw new Error(
      `No browser could be started (${executablePath}). Install Chromium or Chrome, or name one in CHROME_PATH.`,
      { cause: error },
    );
  }
}

/** Unpacks `@sparticuz/chromium` with its own libraries, into a folder of its own so that no other version is taken for it. */
async function unpackBrowser(): Promise<string> {
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs20.x";
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = mkdtempSync(join(tmpdir(), "waymark-chromium-"));
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    return await packed.executablePath();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}
