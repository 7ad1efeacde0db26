import { beforeEach, describe, expect, test } from "vitest";
import type { BundleIndex } from "#server/contract/bundle.ts";
import { writeTexts } from "#server/curation/write-texts.ts";
import { listTextParts } from "#server/directory/directory.ts";
import { createIndexReader, type ReadIndex } from "#web/models/bundle-index.ts";
import { sendMessage } from "#web/models/send-message.ts";
import { TextsModel } from "#web/models/texts-model.ts";
import { openTestDirectory, type TestDirectory } from "../../_setup.ts";

const RIGHTS = {
  page: "rights",
  country: "001",
  title: "Rights",
  body: "You choose.",
  checked: false,
  date: "2026-11-01",
  source: null,
  state: "published",
} as const;

let directory: TestDirectory;
let parts: Awaited<ReturnType<typeof listTextParts>>;
let known: BundleIndex;
let asked: string[];
const fetch = async (url: string, init?: RequestInit) => {
  asked.push(url);
  return directory.app.request(url, init);
};
/** The index as it was read when the page was opened; read again from the server. */
const knowing = (): ReadIndex => {
  const again = createIndexReader(fetch);
  return async (lang, fresh) => (fresh ? again(lang, true) : known);
};
const write = async (title: string) => {
  await writeTexts(directory.context, [
    { ...RIGHTS, title, language: "en" },
    { ...RIGHTS, title: "สิทธิ", language: "th" },
  ]);
  await directory.apply();
};
beforeEach(async () => {
  directory = await openTestDirectory({ demo: false });
  asked = [];
  await write("Rights");
  parts = await listTextParts(directory.published);
  known = { version: "", areas: [], texts: parts };
});

describe("the pages of words on the device", () => {
  test("come as one file of the language, with the English beside a translation", async () => {
    const model = new TextsModel(knowing(), fetch);
    await model.load("th");
    expect(model.texts.value.map(({ title }) => title)).toEqual(["Rights", "สิทธิ"]);
    expect(asked).toEqual(parts.filter(({ lang }) => lang === "th").map(({ url }) => url));
  });

  test("that were taken away meanwhile are asked for again by the index, and once", async () => {
    await write("Your rights");
    const model = new TextsModel(knowing(), fetch);
    await model.load("en");
    expect(model.texts.value.map(({ title }) => title)).toEqual(["Your rights"]);
    expect(asked).toHaveLength(3);
  });

  test("are not there without internet, which is said, and loads when asked again", async () => {
    let online = false;
    const model = new TextsModel(knowing(), async (url, init) => {
      if (!online) throw new TypeError("offline");
      return fetch(url, init);
    });
    await model.load("en");
    expect([model.state.value, model.texts.value]).toEqual(["failed", []]);
    online = true;
    await model.load("en");
    expect(model.state.value).toBe("ready");
  });
});

describe("a message", () => {
  const message = { to: "/api/reports", body: { listing: "K7Q2M-R", kind: "wrong" } } as const;

  test("asks for the challenge and sends itself, and nothing else", async () => {
    expect(await sendMessage(message, fetch)).toBe(true);
    expect(asked).toEqual(["/api/reports/challenge", "/api/reports"]);
  });

  test("that cannot be sent says so instead of failing", async () => {
    expect(await sendMessage(message, () => Promise.reject(new TypeError("offline")))).toBe(false);
    expect(await sendMessage(message, async () => new Response("", { status: 503 }))).toBe(false);
  });
});
