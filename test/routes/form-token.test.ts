import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { report, suggestion } from "#db/schema/inbox/index.ts";
import { type Post, formsIn } from "./forms-in.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { organizationInput } from "../records/organization.ts";

const TODAY = new Date("2026-11-21T23:50:00Z");
let now = TODAY;
let directory: TestDirectory;
beforeAll(async () => {
  directory = await openTestDirectory({ demo: false, now: () => now });
  await directory.publish(organizationInput());
});
beforeEach(() => {
  now = TODAY;
});

/** As Safari 14 and Firefox 78 post a form under `no-referrer`: they say nothing of where it comes from. */
const post = ({ action, fields }: Post, headers: Record<string, string> = {}) =>
  directory.app.request(action, {
    method: "POST",
    body: new URLSearchParams(fields).toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: "null", ...headers },
  });
const SERVICE = { name: "Rice mill", area: "TH-50", need: "legal", channel: "phone", contact: "000 0000" };

/** Every form of the public pages, as it stands in the page, filled in. */
async function everyForm(open = ""): Promise<readonly Post[]> {
  const html = await Promise.all(
    [`/en${open}/area/TH-50`, `/en${open}/suggest`].map(async (path) => (await directory.get(path)).text()),
  );
  return html.flatMap(formsIn).map(({ action, fields }) => ({
    action,
    fields: action.endsWith("/suggest") ? { ...fields, ...SERVICE } : fields,
  }));
}

describe("a form from a browser that does not say where it comes from", () => {
  test.each(["", "/open"])(
    "is taken with the signed word that stands in each form of our pages%s",
    async (open) => {
      const forms = await everyForm(open);
      expect(new Set(forms.map(({ action }) => action))).toEqual(
        new Set(["narrow", "tell-us", "suggest"].map((name) => `/en${open}/${name}`)),
      );
      for (const form of forms) expect([form.action, (await post(form)).status]).toEqual([form.action, 200]);
    },
  );

  test("is refused without it, with another, and with one of the day before yesterday, and nothing is kept", async () => {
    const kept = async () => [
      (await directory.inbox.select().from(report)).length,
      (await directory.inbox.select().from(suggestion)).length,
    ];
    const before = await kept();
    const forms = await everyForm();
    for (const { action, fields } of forms) {
      const { token = "", ...others } = fields;
      expect(token).toMatch(/^[0-9a-f]{32}$/u);
      for (const wrong of [
        others,
        { ...others, token: "" },
        { ...others, token: token.replace(/./u, "g") },
      ]) {
        const refused = await post({ action, fields: wrong });
        expect([action, refused.status]).toEqual([action, 403]);
        const html = await refused.text();
        expect(html).toContain('href="/exit"');
        expect(html).toContain("Open our page again");
      }
    }
    now = new Date("2026-11-23T00:01:00Z");
    for (const form of forms) expect((await post(form)).status).toBe(403);
    expect(await kept()).toEqual(before);
  });

  test("is taken after midnight, when the page was opened before", async () => {
    const forms = await everyForm();
    now = new Date("2026-11-22T00:10:00Z");
    for (const form of forms) expect((await post(form)).status).toBe(200);
  });

  test("never helps one that the browser says comes from elsewhere", async () => {
    for (const form of await everyForm())
      for (const site of ["cross-site", "same-site"])
        expect((await post(form, { "Sec-Fetch-Site": site })).status).toBe(403);
  });
});

describe("the signed word in forms", () => {
  test("is the same for everybody on one day, so that the page is too, another on the next, and no proof's challenge", async () => {
    const tokens = async () => new Set((await everyForm()).map(({ fields }) => fields["token"]));
    const ask = async (name: string) =>
      (await directory.get("/en/area/TH-50", { "User-Agent": name })).text();
    expect(await ask("one")).toBe(await ask("two"));
    const today = await tokens();
    expect(today.size).toBe(1);
    const { challenge } = (await (await directory.get("/api/reports/challenge")).json()) as {
      challenge: string;
    };
    expect(today.has(challenge)).toBe(false);
    now = new Date("2026-11-22T12:00:00Z");
    expect(await tokens()).not.toEqual(today);
  });
});
