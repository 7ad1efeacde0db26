import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { PublicRequest } from "../routes/public-requests.ts";
import type { RawAnswer } from "./servers.ts";

/** Headers that must be the same on both; the rest is the platform's business (lengths, dates, connection). */
export const HEADERS = [
  "content-type",
  "content-encoding",
  "cache-control",
  "cdn-cache-control",
  "vary",
  "location",
  "content-security-policy",
  "permissions-policy",
  "referrer-policy",
  "x-content-type-options",
  "x-frame-options",
  "x-robots-tag",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "access-control-allow-origin",
  "clear-site-data",
  "set-cookie",
];

/** A part of a bundle, by its hash. */
const PART = /\.[0-9a-f]{16}\.json$/u;

/** What of an answer must be the same on both, short enough to be read when it is not. */
export function comparable({ path, method }: PublicRequest, answer: RawAnswer) {
  const { status, headers } = answer;
  const body = withoutWord(withoutOrigin(bodyOf(answer), path), headers["content-type"]);
  const isPart = PART.test(path) && status === 200;
  return {
    request: `${method} ${path.slice(0, 90)}`,
    status,
    headers: HEADERS.map((name) => {
      const value = name === "vary" && !isPart ? withoutEncoding(headers[name]) : headers[name];
      return `${name}: ${value?.toLowerCase()}`;
    }),
    body: `${body.byteLength} bytes, ${createHash("sha256").update(body).digest("hex")}`,
  };
}

/** HSDS and its description name the origin at which they were asked, which is another port on each. */
function withoutOrigin(body: Buffer, path: string): Buffer {
  if (!/^\/(hsds|profile|schema|openapi)/u.test(path)) return body;
  return Buffer.from(
    body.toString("utf8").replaceAll(/http:\/\/(127\.0\.0\.1|localhost)(:\d+)?/gu, "http://site"),
  );
}

/** Each process here signs the forms of its pages with a key of its own; the word is as long on both. */
function withoutWord(body: Buffer, type = ""): Buffer {
  if (!type.startsWith("text/html")) return body;
  return Buffer.from(
    body.toString("utf8").replaceAll(/(name="token" value=")[0-9a-f]{32}"/gu, '$1the word of the day"'),
  );
}

/** Wrangler's own proxy before the worker unpacks gzip and packs it anew; brotli it passes on as it is. */
function bodyOf({ headers, body }: RawAnswer): Buffer {
  return headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
}

/** Node squeezes pages itself; before workerd the network does, and says so. Parts are squeezed by us on both. */
function withoutEncoding(value: string | undefined): string | undefined {
  return value?.replace(/,? ?accept-encoding/iu, "") || undefined;
}
