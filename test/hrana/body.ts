import type { IncomingMessage } from "node:http";
import { RequestError } from "./errors.ts";

/**
 * The JSON in a request's body.
 * @throws RequestError BODY_TOO_LARGE (413) past `limit` bytes, BODY_NOT_JSON (400).
 */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    // The rest is read and dropped: breaking off would close the socket before the answer is out.
    if (bytes <= limit) chunks.push(chunk);
  }
  if (bytes > limit) throw new RequestError(413, "BODY_TOO_LARGE", `The body is over ${limit} bytes.`);
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new RequestError(400, "BODY_NOT_JSON", "The body is not JSON.");
  }
}
