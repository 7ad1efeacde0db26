import { type Context, Hono } from "hono";
import { DirectoryError } from "#server/contract/errors.ts";
import { getBundleIndex, getSigned } from "#server/directory/bundle-index.ts";
import { getPart, getState, listAreas } from "#server/directory/directory.ts";
import { listBooklets } from "#server/directory/booklets.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { acceptedEncoding } from "./accepted-encoding.ts";
import { sendDrawn } from "./draw-once.ts";
import { SHARED_CACHE } from "./security-headers.ts";

/** Parts never change under their name, but one that was taken away must be gone everywhere within five minutes. */
export const bundles = new Hono<PublicEnv>()
  .get("/index.json", async (c) => {
    const booklets = await ready(c);
    return listOnce(c, ["index", booklets], async () => ({
      ...(await getBundleIndex(c.get("published"))),
      ...booklets,
    }));
  })
  .get("/signed.json", (c) => listOnce(c, ["signed"], () => getSigned(c.get("published"))))
  .get("/:file{index-[a-z]{2,3}(-[A-Za-z0-9]+)?\\.json}", async (c) => {
    const lang = c.req.param("file").slice("index-".length, -".json".length);
    const booklets = await ready(c);
    return listOnce(c, ["index", lang, booklets], () => indexOf(c, lang, booklets));
  })
  .get("/:file{[a-z0-9-]+\\.[0-9a-f]{16}\\.json}", async (c) => {
    const encoding = acceptedEncoding(c);
    const body = await getPart(c.get("published"), c.req.param("file"), encoding ?? "gzip");
    const headers = { "Content-Type": "application/json", Vary: "Accept-Encoding", ...SHARED_CACHE };
    if (encoding !== null) return squeezed(body, { ...headers, "Content-Encoding": encoding });
    const plain = new Response(body).body?.pipeThrough(new DecompressionStream("gzip")) ?? null;
    return new Response(plain, { headers });
  });

/**
 * A list of files, made once for everybody as long as the same is published (`drawn-pages.ts`): in a large directory it is long.
 * `about`: what it is made of beside what is published. Throws what `read` throws.
 */
async function listOnce(
  c: Context<PublicEnv>,
  about: readonly unknown[],
  read: () => Promise<unknown>,
): Promise<Response> {
  const drawn = c.get("drawnPages");
  if (drawn === undefined) return c.json(await read(), 200, SHARED_CACHE);
  const key = stableJson(["bundles", ...about, await getState(c.get("published"))]);
  const list = await drawn.page(key, async () => JSON.stringify(await read()));
  return sendDrawn(c, list, { "Content-Type": "application/json" });
}

/** The index of one language. Throws `not_found` for one without lists. */
async function indexOf(
  c: Context<PublicEnv>,
  lang: string,
  booklets: Awaited<ReturnType<typeof ready>>,
): Promise<unknown> {
  const index = await getBundleIndex(c.get("published"), lang);
  const middles = new Map((await listAreas(c.get("published"))).map(({ code, point }) => [code, point]));
  const areas = index.areas.map((area) => ({
    ...area,
    names: nameIn(area.names, lang),
    ...pointOf(middles.get(area.code)),
  }));
  if (!areas.some((area) => area.parts.some((part) => part.lang === lang)) && areas.length > 0) {
    throw new DirectoryError("not_found", "There is no list in this language.");
  }
  const texts = (index.texts ?? []).filter((part) => part.lang === lang);
  return { version: index.version, areas, texts, ...booklets };
}

/** Booklets that are ready; nothing where there are none. */
async function ready(c: Context<PublicEnv>) {
  const booklets = await listBooklets(c.get("published"));
  return booklets.length === 0 ? {} : { booklets };
}

/** An area's name in one language, else in English. */
function nameIn(names: Readonly<Record<string, string>>, lang: string): Record<string, string> {
  const own = names[lang];
  return own === undefined ? { en: names["en"] ?? "" } : { [lang]: own };
}

/** To a kilometre, which is enough for the middle of an area. */
function pointOf(point: readonly [number, number] | undefined) {
  const round = (degrees: number) => Math.round(degrees * 100) / 100;
  return point === undefined ? {} : { point: [round(point[0]), round(point[1])] as const };
}

/** workerd squeezes a body again unless it is told that it is squeezed already (platform §1). */
function squeezed(body: Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response {
  const init: ResponseInit & { encodeBody: "manual" } = { headers, encodeBody: "manual" };
  return new Response(body, init);
}
