import type { Context } from "hono";
import type { PageModel } from "#server/contract/page.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { acceptedEncoding } from "./accepted-encoding.ts";
import type { DrawnPage } from "./drawn-pages.ts";
import { draw, mayBeFound, type PageContext } from "./page-base.ts";
import { SHARED_CACHE } from "./security-headers.ts";

/**
 * Draws a page that costs much, or takes it from the drawn ones. `about` is everything that it is made of but the
 * listings and areas, for which the published version in it stands; `read` reads these.
 */
export async function drawOnce(
  c: PageContext,
  about: Pick<PageModel, "kind" | "settings" | "version">,
  read: () => Promise<PageModel>,
): Promise<Response> {
  const drawn = c.get("drawnPages");
  if (drawn === undefined) return draw(c, await read());
  const page = await drawn.page(stableJson(about), async () =>
    c.get("renderPage")(await read(), c.get("assets")),
  );
  return sendDrawn(c, page, {
    "Content-Type": "text/html; charset=UTF-8",
    ...(mayBeFound(about) ? { "X-Robots-Tag": "all" } : {}),
  });
}

/** Sends what was drawn as the browser takes it; every cache may share it. */
export function sendDrawn(
  c: Context,
  { brotli, gzip }: DrawnPage,
  about: Readonly<Record<string, string>>,
): Response {
  const encoding = acceptedEncoding(c);
  const headers = new Headers({ ...about, ...SHARED_CACHE });
  if (encoding === null)
    return new Response(
      new Blob([new Uint8Array(gzip)]).stream().pipeThrough(new DecompressionStream("gzip")),
      {
        headers,
      },
    );
  headers.set("Content-Encoding", encoding);
  headers.set("Vary", "Accept-Encoding");
  return new Response(new Uint8Array(encoding === "br" ? brotli : gzip), { headers });
}
