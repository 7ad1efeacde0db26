import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { BundleIndex, BundlePart } from "#server/contract/bundle.ts";
import { encodeCards, encodeIndex, encodeTexts } from "#server/domain/bundle.ts";
import { DirectoryModel } from "#web/models/directory-model.ts";
import { createIndexReader } from "#web/models/bundle-index.ts";
import { loadArea, partsIn } from "#web/models/load-area.ts";
import { aView } from "../sample-pages.ts";

const INDEX_URL = "/bundles/index-en.json";
const NO_FONTS = async () => undefined;
const LISTINGS = [aView(), aView({ code: "8XW4P-1", scope: "trafficking-specific" })];

/** A small server: the parts of an area, with their true hashes unless a test says otherwise. */
function serve(spoil: (url: string, asked: number) => number | string | null = () => null) {
  const parts = new Map<string, string>();
  const asked: string[] = [];
  const cards = LISTINGS.flatMap(({ facts, card }) => (card === null ? [] : [[facts.code, card] as const]));
  const texts = LISTINGS.flatMap(({ facts, detail }) =>
    detail === null ? [] : [[facts.code, detail] as const],
  );
  const part = (kind: BundlePart["kind"], lang: string | null, content: unknown): BundlePart => {
    const text = JSON.stringify(content);
    const url = `/bundles/TH-50-${kind}.json`;
    parts.set(url, text);
    const sha256 = createHash("sha256").update(text).digest("hex");
    return { kind, scope: "area", lang, url, bytes: text.length, sha256, sequence: 0 };
  };
  const index: BundleIndex = {
    version: "v1",
    areas: [
      {
        code: "TH-50",
        names: { en: "Chiang Mai" },
        listings: 2,
        scripts: [],
        parts: [
          part("index", null, encodeIndex(LISTINGS.map(({ facts }) => facts))),
          part("cards", "en", encodeCards(cards, "en")),
          part("texts", "en", encodeTexts(texts, "en")),
        ],
      },
    ],
  };
  const fetch = (url: string): Promise<Response> => {
    asked.push(url);
    const spoiled = spoil(url, asked.filter((one) => one === url).length);
    if (typeof spoiled === "number") return Promise.resolve(new Response("", { status: spoiled }));
    const text = url === INDEX_URL ? JSON.stringify(index) : (parts.get(url) ?? "");
    return Promise.resolve(new Response(spoiled ?? text));
  };
  return { fetch, asked, area: index.areas[0] };
}

const load = ({ fetch }: ReturnType<typeof serve>, area = "TH-50") =>
  loadArea(area, "en", {
    readIndex: createIndexReader(fetch),
    fetch,
    signal: new AbortController().signal,
  });
const open = ({ fetch }: ReturnType<typeof serve>) =>
  new DirectoryModel(fetch, createIndexReader(fetch), NO_FONTS);
const CARDS = "/bundles/TH-50-cards.json";

describe("loading an area", () => {
  it("brings every listing with its card and its texts", async () => {
    const list = await load(serve());
    expect(list.facts.map(({ code }) => code)).toEqual(["K7Q2M-4", "8XW4P-1"]);
    expect(list.cards.get("K7Q2M-4")?.name.text).toBe("Listing K7Q2M-4");
    expect(list.texts?.get("8XW4P-1")?.contacts[0]?.value).toBe("053 123 456");
  });

  it.each([
    ["a wrong hash", "[]"],
    ["not found", 404],
    ["gone", 410],
  ])("fetches the index once more after %s, and then takes the part", async (_name, answer) => {
    const server = serve((url, times) => (url === CARDS && times === 1 ? answer : null));
    expect((await load(server)).facts).toHaveLength(2);
    expect(server.asked.filter((url) => url === INDEX_URL)).toHaveLength(2);
  });

  it("gives up after the second time, with no half of a list", async () => {
    const server = serve((url) => (url === CARDS ? 410 : null));
    await expect(load(server)).rejects.toThrow("410");
    expect(server.asked.filter((url) => url === CARDS)).toHaveLength(2);
  });

  it("does not try again when the server itself is in trouble", async () => {
    const server = serve((url) => (url === CARDS ? 503 : null));
    await expect(load(server)).rejects.toThrow("503");
    expect(server.asked.filter((url) => url === CARDS)).toHaveLength(1);
  });

  it("refuses an area that is not listed", async () => {
    await expect(load(serve(), "XX-1")).rejects.toThrow("area");
  });

  it("takes English where there is no part in the reader's language", () => {
    const { area } = serve();
    expect(area && partsIn(area, "cards", "lo").map(({ lang }) => lang)).toEqual(["en"]);
  });
});

describe("the directory on the device", () => {
  it("counts with the facts, is ready with the cards, and whole with the texts", async () => {
    const server = serve();
    const seen: string[] = [];
    const list = await loadArea("TH-50", "en", {
      readIndex: createIndexReader(server.fetch),
      fetch: server.fetch,
      signal: new AbortController().signal,
      onProgress: ({ facts, cards, texts }) =>
        seen.push(`${facts.length} ${cards.size} ${texts?.size ?? "–"}`),
    });
    expect(seen).toEqual(["2 0 –", "2 2 –"]);
    expect(list.texts?.size).toBe(2);
    expect(server.asked.map((url) => url.replace("/bundles/TH-50-", ""))).toEqual([
      INDEX_URL,
      "index.json",
      "cards.json",
      "texts.json",
    ]);
  });

  it("has nothing to show until all parts have been checked", async () => {
    const directory = open(serve());
    const loading = directory.load("TH-50", "en");
    expect(directory.state.value).toBe("loading");
    expect(directory.entries.value).toEqual([]);
    await loading;
    expect(directory.state.value).toBe("ready");
    expect(directory.entries.value).toHaveLength(2);
  });

  it("says that it failed, and keeps nothing of the list before", async () => {
    let broken = false;
    const server = serve((url) => (broken && url === CARDS ? 410 : null));
    const directory = open(server);
    await directory.load("TH-50", "en");
    expect(directory.state.value).toBe("ready");
    broken = true;
    await directory.load("TH-50", "en");
    expect(directory.state.value).toBe("failed");
    expect(directory.entries.value).toEqual([]);
  });

  it("shows the area asked for last, whichever answer comes first", async () => {
    const directory = open(serve());
    const first = directory.load("XX-1", "en");
    const second = directory.load("TH-50", "en");
    await Promise.all([first, second]);
    expect(directory.state.value).toBe("ready");
    expect(directory.entries.value).toHaveLength(2);
  });
});
