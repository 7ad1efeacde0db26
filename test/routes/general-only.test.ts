import { beforeAll, describe, expect, test } from "vitest";
import { EXPLAINING_PAGE, TEXT_PAGES } from "#db/vocabulary.ts";
import { namesIt } from "#server/domain/general-only.ts";
import { FIRST_SETTINGS, writeSettings } from "#server/publication/settings.ts";
import { LANGUAGES } from "#web/i18n/languages.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { otherGroup, saysOther } from "../web/other-group.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";

/** "General help only" without a script: the pages under `/{lang}/open`, every one that a link there reaches. */

let directory: TestDirectory;
beforeAll(async () => {
  directory = await openTestDirectory({ demo: true });
});

/** What a person can read or copy of a page: its text, its title, and what its links and forms lead to. */
const readable = (html: string) => html.replace(/<path [^>]*>/gu, "");

const pathsIn = (html: string) =>
  [...html.matchAll(/(?:href|action)="(\/[^"#]*)/gu)].map(([, path]) => path ?? "");

/** No forms. */
const EVERY_LINK = /^(?!.*\/(?:tell-us|narrow)$)/u;
/** The same without the areas that are no different. */
const ONE_AREA = /^(?!.*\/(?:tell-us|narrow)$)(?!.*\/area\/(?!TH-50))/u;

/** Follows links from the start page under `/open`. */
async function walk(from: TestDirectory, lang: string, follow: RegExp): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  const waiting = [`/${lang}/open/`];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    const response = await from.get(path);
    expect([path, response.status]).toEqual([path, 200]);
    const html = await response.text();
    seen.set(path, html);
    for (const next of pathsIn(html))
      if (next.startsWith(`/${lang}/open`) && follow.test(next)) waiting.push(next);
  }
  return seen;
}

const post = (path: string, body: string) =>
  directory.app.request(path, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" },
  });

describe("general help only, without a script", () => {
  test.each([
    ["en", EVERY_LINK],
    ["th", ONE_AREA],
  ] as const)("names no other help on any page that is reached in %s", async (lang, follow) => {
    const pages = await walk(directory, lang, follow);
    expect(otherGroup(lang).length).toBeGreaterThan(3);
    for (const [path, html] of pages) {
      expect([path, saysOther(readable(html), lang)]).toEqual([path, []]);
      expect(html).toContain("<title>Waymark</title>");
    }
    const paths = [...pages.keys()];
    for (const page of [
      "",
      "areas",
      "area/TH-50",
      "area/TH-50/sheet",
      "emergency",
      "safe",
      "rights",
      "suggest",
    ])
      expect(paths).toContain(`/${lang}/open/${page}`);
    expect(paths).not.toContain(`/${lang}/open/${EXPLAINING_PAGE}`);
    expect(pages.size).toBeGreaterThan(TEXT_PAGES.length + 6);
  });

  test("is a link on the start page, the places and each area, and another leads back", async () => {
    for (const path of ["/", "/areas", "/area/TH-50"]) {
      expect(await (await directory.get(`/en${path}`)).text()).toContain(`href="/en/open${path}"`);
      const open = await (await directory.get(`/en/open${path}`)).text();
      // The way back, the way out and the languages are all that leads elsewhere.
      const out = pathsIn(open).filter(
        (one) => !/^\/(?:[a-z]{2,3}\/open(?:\/|$)|exit|assets|fonts)/u.test(one),
      );
      expect(out).toEqual([`/en${path}`]);
    }
    expect((await directory.get("/en/open")).headers.get("location")).toBe("/en/open/");
  });

  test("holds in the answers to its forms, in errors, and in another language", async () => {
    const narrowed = await post("/en/open/narrow", "area=TH-50&gender=men&language=&age=17");
    expect(narrowed.status).toBe(200);
    const error = await directory.get("/en/open/no-such-page");
    expect(error.status).toBe(404);
    const explaining = await directory.get(`/en/open/${EXPLAINING_PAGE}`);
    expect(explaining.status).toBe(404);
    for (const answer of [narrowed, error, explaining]) {
      const html = await answer.text();
      expect(saysOther(readable(html), "en")).toEqual([]);
      expect(html).toContain('href="/en/open/"');
    }
    expect(await (await directory.get("/en/open/area/TH-50")).text()).toContain('href="/th/open/area/TH-50"');
  });

  test("leaves out what a coordinator wrote that names it, and the listing whose name does", async () => {
    const own = await openTestDirectory({ demo: false });
    await writeSettings(own.catalogue, {
      ...FIRST_SETTINGS,
      countries: ["TH"],
      runBy: { en: "Network against trafficking" },
      emergency: [
        {
          country: "TH",
          number: "000 1",
          dial: null,
          label: { en: "Trafficking line" },
          kind: "charity",
          recorded: null,
        },
        {
          country: "TH",
          number: "000 2",
          dial: null,
          label: { en: "Ambulance" },
          kind: "ambulance",
          recorded: null,
        },
      ],
    });
    const shown = {
      name: { en: "Rice clinic" },
      texts: { description: { en: "Also for people who were trafficked." } },
    };
    await own.publish(organizationInput({ services: [serviceInput(shown)] }));
    const before = await (await own.get("/en/area/TH-50")).text();
    expect(before).toContain("who were trafficked");
    const after = await (await own.get("/en/open/area/TH-50")).text();
    expect(after).toContain("Rice clinic");
    expect(namesIt(after)).toBe(false);
    const numbers = await (await own.get("/en/open/emergency")).text();
    expect(numbers).toContain("000 2");
    expect(namesIt(numbers)).toBe(false);
    expect(namesIt(await (await own.get("/en/open/")).text())).toBe(false);
  });

  test("knows how each language of the interface names it", () => {
    const said = [
      "trafficking",
      "การค้ามนุษย์",
      "ການຄ້າມະນຸດ",
      "ការជួញដូរមនុស្ស",
      "လူကုန်ကူးခြင်း",
      "nạn mua bán người",
      "perdagangan orang",
      "pemerdagangan orang",
      "trafiking",
      "人口贩运",
      "trafikimi i njerëzve",
      "الاتجار بالبشر",
    ];
    expect(said.length).toBe(LANGUAGES.length);
    expect(said.filter((text) => !namesIt(text))).toEqual([]);
    for (const other of ["traffic lights", "การค้าขาย", "perdagangan", "交通"])
      expect(namesIt(other)).toBe(false);
  });
});
