import { createCurateApp } from "#server/curate-app.ts";
import { addCurator } from "#server/curation/accounts/curators.ts";
import type { CuratorInput } from "#server/contract/curate/curator.ts";
import { loadAreaFinder } from "#server/node/area-finder.ts";
import { compress } from "#server/node/compress.ts";
import { PublishingWatch } from "#server/publication/publishing-watch.ts";
import { areas, memoryDirectory, TODAY } from "../records/memory.ts";
import type { Fetch } from "#server/sharing/read-feed.ts";
import { WORKBOOK_WORDS } from "#web/curate/words.ts";

export const ORIGIN = "http://localhost:8787";

/** A back office over stores in memory, and browsers that sign in to it. The clock stands where `clock.now` says. */
export async function office({ fetch = globalThis.fetch }: { readonly fetch?: Fetch } = {}) {
  const directory = await memoryDirectory();
  const clock = { now: new Date(`${TODAY}T12:00:00Z`) };
  const app = createCurateApp({
    ...directory.stores,
    areas,
    compress,
    areaFinder: loadAreaFinder(areas),
    words: WORKBOOK_WORDS,
    fetch,
    origin: ORIGIN,
    secret: "a secret of the tests, long enough to be one",
    assets: { script: "/assets/office.js", preload: [], styles: ["/assets/office.css"] },
    now: () => clock.now,
    publishingWatch: new PublishingWatch(),
  });
  /** Makes an account and signs it in by its one-time link. */
  const signIn = async (input: Partial<CuratorInput> = {}) => {
    const email = input.email ?? `${crypto.randomUUID()}@example.org`;
    const made = await addCurator(directory.context, { role: "admin", ...input, email });
    const browser = newBrowser(app);
    const answer = await browser.post("/curate/auth/link", { token: made.token });
    if (answer.status !== 200) throw new Error(`The link was refused: ${answer.status}`);
    return { ...browser, id: made.id, email };
  };
  return { ...directory, app, clock, signIn, browser: () => newBrowser(app) };
}
export type Office = Awaited<ReturnType<typeof office>>;

/** A browser: keeps cookies and says where its requests come from. */
export function newBrowser(
  app: { request: (path: string, init: RequestInit) => Response | Promise<Response> },
  origin = ORIGIN,
) {
  const jar = new Map<string, string>();
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has("Sec-Fetch-Site")) headers.set("Sec-Fetch-Site", "same-origin");
    if (!headers.has("Origin")) headers.set("Origin", origin);
    if (jar.size > 0) headers.set("Cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const answer = await app.request(`${origin}${path}`, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const value = pair.slice(at + 1);
      if (value === "" || /max-age=0/iu.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), value);
    }
    return answer;
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    call(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  return { jar, call, get: (path: string) => call(path), post };
}

/** The code that an authenticator app shows for a secret (RFC 6238, six digits, 30 seconds). */
export async function totp(uri: string, at: number): Promise<string> {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  const bits = [...secret.replace(/=+$/u, "")]
    .map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0"))
    .join("");
  const bytes = (bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2));
  const key = await crypto.subtle.importKey(
    "raw",
    new Uint8Array(bytes),
    { name: "HMAC", hash: "SHA-1" },
    false,
    ["sign"],
  );
  const counter = new DataView(new ArrayBuffer(8));
  counter.setUint32(4, Math.floor(at / 30_000));
  const hash = new Uint8Array(await crypto.subtle.sign("HMAC", key, counter.buffer));
  const offset = (hash.at(-1) ?? 0) & 15;
  const number = new DataView(hash.buffer).getUint32(offset) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}
