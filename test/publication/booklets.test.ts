import { beforeAll, describe, expect, test } from "vitest";
import type { BookletWish } from "#server/contract/bundle.ts";
import { writeDocument } from "#db/published-documents.ts";
import { runScheduled } from "#server/curation/scheduled.ts";
import { takeAway } from "#server/curation/take-away.ts";
import { listBooklets } from "#server/directory/booklets.ts";
import { findListings, getVersion } from "#server/directory/directory.ts";
import { compress } from "#server/node/compress.ts";
import { bookletRemaker } from "#server/node/remake-booklets.ts";
import { addBooklet, readBookletWishes } from "#server/publication/booklets.ts";
import { readSettings, writeSettings } from "#server/publication/settings.ts";
import { loadCompiler } from "../../scripts/print/load-compiler.ts";
import { makeBooklets, missedWishes, usualWishes } from "../../scripts/print/make-booklets.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { areas, TODAY } from "../records/memory.ts";

const WISH: BookletWish = {
  area: "KH-2",
  languages: ["km", "en"],
  paper: "a5",
  large: false,
  generalOnly: false,
};
/** Larger than a piece, so that it is put together again. */
const BYTES = Uint8Array.from({ length: 1_200_000 }, (_, at) => (at * 7) % 251);

let d: TestDirectory;
beforeAll(async () => {
  d = await openTestDirectory({ demo: true });
});

const add = async (wish: BookletWish = WISH, bytes = BYTES) => {
  const listings = await findListings(d.published, { areas: [wish.area] });
  const { version } = await getVersion(d.published);
  return addBooklet(d.published, {
    wish,
    madeOn: TODAY,
    pages: 28,
    bytes,
    listings: listings.map(({ id }) => id),
    version,
  });
};

describe("a ready booklet", () => {
  test("is a published file under a name that says nothing, named in the index with its day", async () => {
    const file = await add();
    const answer = await d.get(`/booklets/${file}`);
    expect(answer.status).toBe(200);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(BYTES);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="numbers.pdf"',
      "cache-control": "no-store",
      "cdn-cache-control": "public, max-age=300",
      "x-robots-tag": "noindex",
    });
    const { booklets } = (await (await d.get("/bundles/index-en.json")).json()) as { booklets: unknown };
    expect(booklets).toEqual([
      { ...WISH, madeOn: TODAY, pages: 28, bytes: BYTES.length, url: `/booklets/${file}` },
    ]);
    const sheet = await (await d.get("/en/area/KH-2/sheet")).text();
    expect(sheet).toContain(`href="/booklets/${file}"`);
    expect(sheet).toContain("Booklet of 21 Nov 2026, 28 pages");
    expect(await (await d.get("/en/area/TH-50/sheet")).text()).not.toContain("/booklets/");
  });

  test("takes the place of the one before it", async () => {
    const before = await add();
    const after = await add(WISH, BYTES.slice(1));
    expect((await listBooklets(d.published)).map(({ url }) => url)).toEqual([`/booklets/${after}`]);
    expect((await d.get(`/booklets/${before}`)).status).toBe(410);
  });

  test("is gone as soon as a listing in it is taken away, and wished anew; others stay", async () => {
    const here = await add();
    const other = await add({ ...WISH, area: "LA-CH" }, BYTES.slice(2));
    const listings = await findListings(d.published, { areas: ["KH-2"] });
    const own = listings.find(({ facts }) => facts.areas.length === 1 && facts.areas[0] === "KH-2");
    const options = { areas, compress, today: TODAY };
    const gone = await takeAway(d.context, d.stores, own?.id ?? "", "asked to", options);
    expect(gone.gone).toBe(true);
    const answer = await d.get(`/booklets/${here}`);
    expect(answer.status).toBe(410);
    expect(await answer.text()).not.toContain(own?.name["en"] ?? own?.id);
    expect((await d.get(`/booklets/${other}`)).status).toBe(200);
    expect((await d.get("/booklets/0123456789abcdef.pdf")).status).toBe(404);
    expect(await readBookletWishes(d.published)).toEqual([WISH]);
    await add();
    expect(await readBookletWishes(d.published)).toEqual([]);
  });

  test("that was made from an older version is refused, so that what went meanwhile is not in it", async () => {
    const listings = await findListings(d.published, { areas: ["KH-2"] });
    const late = addBooklet(d.published, {
      wish: WISH,
      madeOn: TODAY,
      pages: 1,
      bytes: BYTES,
      listings: listings.map(({ id }) => id),
      version: "older",
    });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
    expect((await listBooklets(d.published)).some(({ pages }) => pages === 1)).toBe(false);
  });

  test("goes when an emergency number changes", async () => {
    const file = await add();
    const settings = await readSettings(d.catalogue);
    const emergency = settings.emergency.map((one) => ({ ...one, number: "000" }));
    await writeSettings(d.catalogue, { ...settings, emergency });
    await d.apply();
    expect((await d.get(`/booklets/${file}`)).status).toBe(410);
  });

  test("stays when a setting changes that no page of it can hold", async () => {
    const file = await add();
    const settings = await readSettings(d.catalogue);
    const colours = { ...settings.colours, trail: "#005a50" };
    await writeSettings(d.catalogue, {
      ...settings,
      colours,
      exitTargets: { ...settings.exitTargets, th: null },
    });
    const { version } = await getVersion(d.published);
    await d.apply();
    expect((await getVersion(d.published)).version).not.toBe(version);
    expect((await d.get(`/booklets/${file}`)).status).toBe(200);
    await writeSettings(d.catalogue, { ...settings, publicName: "Another name" });
    await d.apply();
    expect((await d.get(`/booklets/${file}`)).status).toBe(410);
  });

  test.skipIf(loadCompiler() === null)("is drawn and made again by publishing", async () => {
    const missed = await missedWishes(d.published);
    expect(missed).toContainEqual(WISH);
    const options = { site: "https://help.example.org", today: TODAY };
    expect(await makeBooklets(d.published, [WISH], options)).toBe(1);
    expect(await makeBooklets(d.published, [WISH], options)).toBe(0);
    const made = (await listBooklets(d.published)).find(({ area }) => area === "KH-2");
    const bytes = new Uint8Array(await (await d.get(made?.url ?? "")).arrayBuffer());
    expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe("%PDF-");
    expect(made?.pages).toBeGreaterThan(20);
    const usual = await usualWishes(d.published, {});
    expect(usual).toContainEqual({ ...WISH, languages: ["km"], paper: "a4" });
    expect(usual).toContainEqual({ ...WISH, languages: ["en"], paper: "a4" });
    const other = await usualWishes(d.published, {
      areas: ["KH-2"],
      langs: ["km"],
      large: true,
      generalOnly: true,
    });
    expect(other).toEqual([{ ...WISH, languages: ["km"], paper: "a4", large: true, generalOnly: true }]);
  });

  test.skipIf(loadCompiler() === null)(
    "is made again by the running server, one at a time; one that cannot be made holds up no other",
    async () => {
      const short: BookletWish = { ...WISH, area: "LA-CH", languages: ["lo"] };
      const strange: BookletWish = { ...short, languages: ["xx"] };
      await d.published.transaction((tx) => writeDocument(tx, "booklet-wishes", [strange, short]));
      const remakeBooklets = bookletRemaker(d.published, "https://help.example.org");
      const minute = () => runScheduled(d.stores, d.context.now, { areas, compress, remakeBooklets });
      const first = remakeBooklets(d.context.now);
      // Another minute comes while the first is still drawing: it leaves the work to it.
      await minute();
      expect(await readBookletWishes(d.published)).toEqual([strange, short]);
      await expect(first).rejects.toThrow("Some booklets could not be made.");
      expect(await readBookletWishes(d.published)).toEqual([strange]);
      const made = (await listBooklets(d.published)).find(({ area }) => area === "LA-CH");
      expect(made).toMatchObject({ ...short, madeOn: TODAY });
      const bytes = new Uint8Array(await (await d.get(made?.url ?? "")).arrayBuffer());
      expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe("%PDF-");
      await expect(minute()).rejects.toThrow("tried again");
    },
  );
});
