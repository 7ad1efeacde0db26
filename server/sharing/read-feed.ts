/** Reading another directory's HSDS over HTTP. */
import { DirectoryError } from "#server/contract/errors.ts";

/** `fetch`, handed in: tests answer from an app in memory. */
export type Fetch = (url: string, init: RequestInit) => Response | Promise<Response>;

/** What a feed says of itself. */
export interface FeedRoot {
  readonly version: string;
  readonly profile: string | null;
}

const TIMEOUT_MS = 60_000;
/** Longer lines and longer answers are not read: a feed must not fill the memory. */
const MOST_LINE = 4_000_000;
const MOST_BYTES = 2_000_000_000;

/**
 * The address as it is asked. Only the open web, over TLS, or this very machine: an address must not make the server
 * ask inside the network it stands in. Throws `bad_request`.
 */
export function feedAddress(text: string): string {
  const refuse = (why: string): never => {
    throw new DirectoryError("bad_request", why, { url: "is not valid" });
  };
  if (!URL.canParse(text)) refuse("This is not a web address.");
  const url = new URL(text);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isHere))
    refuse("The address must begin with https://.");
  if (url.username !== "" || url.password !== "") refuse("An address with a password in it is not taken.");
  const isNumber = /^\[|^[\d.]+$/u.test(url.hostname);
  if (
    !isHere &&
    (isNumber || !url.hostname.includes(".") || /\.(?:local|internal|localhost)$/u.test(url.hostname))
  )
    refuse("The address must be one of the open web.");
  const path = url.pathname.replace(/\/+$/u, "");
  return `${url.origin}${path === "" ? "/hsds" : path}`;
}

async function ask(fetch: Fetch, url: string): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url, {
      // A feed that sends us elsewhere is another feed; nothing of ours goes along.
      redirect: "error",
      credentials: "omit",
      headers: { Accept: "application/json, application/x-ndjson" },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    throw new DirectoryError("unavailable", "The other directory cannot be reached.");
  }
  if (answer.status < 500 && !answer.ok)
    throw new DirectoryError("bad_request", "There is no HSDS 3 at this address.", { url: "is not a feed" });
  if (!answer.ok) throw new DirectoryError("unavailable", `The other directory answered ${answer.status}.`);
  return answer;
}

/** Version and profile. Throws `unavailable` when nobody answers, `bad_request` when it is not HSDS 3. */
export async function readRoot(fetch: Fetch, url: string): Promise<FeedRoot> {
  const value: unknown = await (await ask(fetch, url)).json().catch(() => null);
  const root = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const version = root["version"];
  if (typeof version !== "string" || !/^(?:HSDS[- ]?)?3\./iu.test(version))
    throw new DirectoryError("bad_request", "There is no HSDS 3 at this address.", { url: "is not a feed" });
  const profile = root["profile"];
  return {
    version: version.slice(0, 40),
    profile: typeof profile === "string" ? await readProfile(fetch, url, profile.slice(0, 300)) : null,
  };
}

/**
 * What a feed's profile is called, with its version, where it stands beside the feed itself: any other address is
 * only named, not asked. A profile that cannot be read is no reason not to read the feed.
 */
async function readProfile(fetch: Fetch, feed: string, profile: string): Promise<string> {
  if (!URL.canParse(profile) || new URL(profile).origin !== new URL(feed).origin) return profile;
  const value: unknown = await ask(fetch, profile)
    .then((answer) => answer.json())
    .catch(() => null);
  const { title, version } = (typeof value === "object" ? (value ?? {}) : {}) as Record<string, unknown>;
  return typeof title === "string" && typeof version === "string"
    ? `${title.slice(0, 200)}, ${version.slice(0, 20)}`
    : profile;
}

/**
 * Every object of `/services`, line by line (`format=ndjson`) or, where the other side knows only pages, page by page.
 * At the end the number is compared with what the feed counts: a list that was cut short must not look like
 * withdrawals. Throws `unavailable`, `too_large`.
 */
export async function* readServices(
  fetch: Fetch,
  url: string,
  query: Readonly<Record<string, string>>,
): AsyncGenerator<Record<string, unknown>> {
  const address = (more: Readonly<Record<string, string>>) =>
    `${url}/services?${new URLSearchParams({ ...query, ...more }).toString()}`;
  const answer = await ask(fetch, address({ format: "ndjson" }));
  const byLines = (answer.headers.get("Content-Type") ?? "").includes("ndjson");
  if (!byLines) {
    yield* readPages(fetch, address, answer);
    return;
  }
  let read = 0;
  for await (const item of readLines(answer)) {
    read += 1;
    yield item;
  }
  const { total } = pageOf(await (await ask(fetch, address({ per_page: "1" }))).json().catch(() => null));
  if (total !== read) throw new DirectoryError("unavailable", "The list came incomplete. Try again.");
}

async function* readPages(
  fetch: Fetch,
  address: (more: Readonly<Record<string, string>>) => string,
  first: Response,
): AsyncGenerator<Record<string, unknown>> {
  let page = pageOf(await first.json().catch(() => null));
  const { total } = page;
  let read = 0;
  for (let number = 1; ; number++) {
    read += page.items.length;
    yield* page.items;
    if (page.last || page.items.length === 0) break;
    page = pageOf(await (await ask(fetch, address({ page: String(number + 1) }))).json().catch(() => null));
  }
  if (total !== read) throw new DirectoryError("unavailable", "The list came incomplete. Try again.");
}

interface FeedPage {
  readonly items: readonly Record<string, unknown>[];
  readonly total: number;
  readonly last: boolean;
}

function pageOf(value: unknown): FeedPage {
  const page = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const { contents, total_items: total, last_page: last } = page;
  if (!Array.isArray(contents) || typeof total !== "number")
    throw new DirectoryError("unavailable", "The other directory sent something that is not HSDS.");
  const items = contents.filter(
    (item): item is Record<string, unknown> => typeof item === "object" && item !== null && "id" in item,
  );
  return { items, total, last: last === true };
}

async function* readLines(answer: Response): AsyncGenerator<Record<string, unknown>> {
  const reader = answer.body?.getReader();
  if (reader === undefined) return;
  const decoder = new TextDecoder();
  let rest = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new DirectoryError("unavailable", "The connection to the other directory was cut.");
    });
    rest += decoder.decode(value, { stream: !done });
    bytes += value?.length ?? 0;
    if (rest.length > MOST_LINE || bytes > MOST_BYTES) {
      await reader.cancel();
      throw new DirectoryError("too_large", "The other directory sends more than can be read.");
    }
    const lines = rest.split("\n");
    rest = done ? "" : (lines.pop() ?? "");
    for (const line of lines) if (line.trim() !== "") yield readObject(line);
    if (done) return;
  }
}

function readObject(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && "id" in value) return value as Record<string, unknown>;
  } catch {
    // Said below, without the words of the other side.
  }
  throw new DirectoryError("unavailable", "The other directory sent something that is not HSDS.");
}
