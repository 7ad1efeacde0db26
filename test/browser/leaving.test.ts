import { describe, expect, test } from "vitest";
import { openKeepingBrowser } from "./open-browser.ts";
import { findInChiangMai, openPage, openStart } from "./open-page.ts";
import { withSite } from "./with-site.ts";

/** Leaving fast: the rows of safety D.1 and "Our exit". */

const site = withSite();

const text = "document.body.innerText.trim()";
const ready = (page: Awaited<ReturnType<typeof openPage>>["page"]) =>
  page.getByRole("button", { name: /^Someone to talk to/u }).waitFor();

describe("the way out", () => {
  test("blanks the page in the task of the press, and leads on with one address in the history", async () => {
    const { page, context } = await openPage(site.browser, `${site.demo.url}/en/`);
    const before = await page.evaluate("history.length");
    const blank = await page.evaluate(() => {
      document.querySelector<HTMLElement>(".dock [data-leave]")?.click();
      return [document.body.innerText.trim(), document.title, document.documentElement.className];
    });
    expect(blank[1]).toBe("…");
    expect(blank[2]).toContain("is-covered");
    expect(blank[0]).not.toContain("What do you need");
    await page.waitForURL("**/blank");
    expect(await page.evaluate("history.length")).toBe(before);
    await context.close();
  });

  test("leaves what somebody typed in the back office and did not send yet, on a device that both are used on", async () => {
    const { page, context } = await openPage(site.browser, `${site.demo.url}/en/`);
    const draft = ["waymark-office/somebody/listing", '{"at":"2026-11-28","iv":"","data":""}'] as const;
    await page.evaluate(([name, value]) => localStorage.setItem(name, value), draft);
    await page.locator(".dock [data-leave]").click({ noWaitAfter: true });
    await page.waitForURL("**/blank");
    expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([draft]);
    await context.close();
  });

  test("works without JavaScript, as a plain link", async () => {
    const { page, context } = await openPage(site.browser, `${site.demo.url}/en/`, {
      javaScriptEnabled: false,
    });
    await page.getByRole("link", { name: "Leave quickly" }).last().click();
    expect(new URL(page.url()).pathname).toBe("/blank");
    await context.close();
  });

  test("stays a blank page of ours without internet, when the connection fails at once, and when nothing answers within two seconds", async () => {
    const fails = ["offline", "refused", "no name", "silent", "silent after the first answer"] as const;
    const stays = async (fail: (typeof fails)[number]) => {
      const { page, context, asked } = await openPage(site.browser, `${site.demo.url}/en/`);
      const shown: string[] = [];
      page.on("framenavigated", (frame) => shown.push(frame.url()));
      const before = asked.length;
      if (fail === "offline") await context.setOffline(true);
      await page.route("**/exit", async (route) => {
        if (fail === "refused") await route.abort("connectionrefused");
        if (fail === "no name") await route.abort("namenotresolved");
        if (fail === "silent after the first answer" && route.request().method() === "HEAD")
          await route.fulfill({ status: 303, headers: { location: "/blank" } });
      });
      await page.locator(".dock [data-leave]").click({ noWaitAfter: true });
      await page.waitForTimeout(3200);
      expect([fail, await page.title()]).toEqual([fail, "…"]);
      expect(await page.evaluate(text)).not.toContain("need");
      // One word for screen readers, and at most the hidden drawings, if they were still on their way.
      expect(await page.locator("body > :not(svg.signs)").count()).toBe(1);
      // Never anything else in between, and nothing asked of anybody else.
      expect([fail, shown]).toEqual([fail, []]);
      expect(asked.slice(before).filter((url) => !url.startsWith(site.demo.url))).toEqual([]);
      const ways = new Set(asked.slice(before).filter((url) => url.includes("/exit")));
      expect([...ways]).toEqual(fail === "offline" ? [] : [`${site.demo.url}/exit`]);
      await context.close();
    };
    await Promise.all(fails.map(stays));
  });

  test("is the second stop of the keyboard, 44 px high and fixed on a phone", async () => {
    for (const path of ["/en/", "/en/safe", "/en/nothing-here"]) {
      const { page, context } = await openPage(site.browser, `${site.demo.url}${path}`);
      await page.waitForTimeout(400);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement?.hasAttribute('data-leave')"), path).toBe(true);
      const box = await page.locator(".dock [data-leave]").boundingBox();
      expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
      const top = box?.y;
      await page.mouse.wheel(0, 900);
      expect((await page.locator(".dock [data-leave]").boundingBox())?.y).toBe(top);
      await context.close();
    }
  });

  test("takes three presses of Shift, says how many are left, and Shift in a word does not count", async () => {
    const { page, context } = await openPage(site.browser, `${site.demo.url}/en/`);
    for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+A");
    expect(await page.title()).not.toBe("…");
    await page.keyboard.press("b");
    await page.keyboard.press("Shift");
    expect(await page.getByRole("status").first().innerText()).toContain("2 more times");
    await page.keyboard.press("Shift");
    expect(await page.getByRole("status").first().innerText()).toContain("once more");
    await page.keyboard.press("b");
    await page.keyboard.press("Shift");
    await page.keyboard.press("Shift");
    await page.keyboard.press("Shift");
    await page.waitForURL("**/blank");
    await context.close();
  });

  test("lies inside an opened listing too, and the page made anew when somebody comes back", async () => {
    const { page, context } = await openPage(site.browser, `${site.demo.url}/en/`);
    await findInChiangMai(page);
    await page.getByRole("button", { name: "Lantern Tree talking room", exact: true }).click();
    await page.getByRole("dialog").getByRole("link", { name: "Leave quickly" }).last().click();
    await page.waitForURL("**/blank");
    await openStart(page, `${site.demo.url}/en/`);
    expect(await page.locator("html.is-covered").count()).toBe(0);
    await context.close();
  });

  test("is there again after a return from the browser's own store of pages; a page that was left there is made anew", async () => {
    const keeping = await openKeepingBrowser();
    const { page, context } = await openPage(keeping, "about:blank");
    // Some browsers store a page whatever its headers say; this one heeds them, so they are left out.
    await page.route("**/en/", async (route) => {
      const response = await route.fetch();
      const { "cache-control": _kept, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await openStart(page, `${site.demo.url}/en/`);
    const remember = () =>
      page.evaluate(() => {
        const seen = window as typeof window & { restored?: boolean };
        window.addEventListener("pageshow", (event) => (seen.restored = event.persisted));
      });
    const restored = () => page.evaluate(() => (window as typeof window & { restored?: boolean }).restored);
    const awayAndBack = async () => {
      await page.goto(`${site.demo.url}/blank`);
      await page.goBack({ waitUntil: "commit" });
    };
    await remember();
    await page.keyboard.press("Shift");
    await page.keyboard.press("Shift");
    await awayAndBack();
    await expect.poll(restored).toBe(true);
    expect(await page.locator("html.is-covered").count()).toBe(0);
    expect(await page.locator("[data-presses]").getAttribute("data-presses")).toBe("0");
    // The presses from before do not count: one more leaves nothing.
    await page.keyboard.press("Shift");
    expect(await page.title()).toBe("Waymark");
    await ready(page);

    await context.setOffline(true);
    await page.locator(".dock [data-leave]").click({ noWaitAfter: true });
    await expect.poll(() => page.title()).toBe("…");
    await context.setOffline(false);
    await awayAndBack();
    await ready(page);
    expect(await restored()).toBeUndefined();
    expect([await page.title(), await page.locator("html.is-covered").count()]).toEqual(["Waymark", 0]);
    await context.close();
    await keeping.close();
  }, 60_000);

  test("forgets presses of Shift five seconds after the last, and neither says nor shows them any longer", async () => {
    const { page, context } = await openPage(site.browser, "about:blank");
    await page.clock.install();
    await openStart(page, `${site.demo.url}/en/`);
    const teller = page.locator("[data-presses]");
    await page.keyboard.press("Shift");
    expect(await teller.innerText()).toContain("2 more times");
    await page.clock.runFor(3000);
    await page.keyboard.press("Shift");
    // Each press starts the time again.
    await page.clock.runFor(3000);
    expect(await teller.innerText()).toContain("once more");
    await page.clock.runFor(2500);
    expect([await teller.textContent(), await teller.getAttribute("data-presses")]).toEqual(["", "0"]);
    // The lights are drawn before the words, so that nothing of them is read aloud.
    expect(await teller.evaluate((element) => element.childElementCount)).toBe(0);
    await context.close();
  });

  test("stays at the end of the top line, pressable, while all questions are open on a wide screen", async () => {
    const { page, context } = await openPage(site.browser, `${site.demo.url}/en/`, {
      viewport: { width: 1280, height: 800 },
    });
    await findInChiangMai(page);
    await page.getByRole("button", { name: "More questions" }).click();
    await page.locator(".asksheet .opt").first().waitFor();
    const leave = page.locator(".asksheet [data-leave]");
    const box = await leave.boundingBox();
    expect(box?.x).toBeGreaterThan(1000);
    expect(box?.y).toBeLessThan(60);
    // What lies on top at that place is the link itself.
    await leave.click({ trial: true });
    await context.close();
  });

  test("covers the page while it is in the background", async () => {
    const { page, context } = await openPage(site.browser, `${site.demo.url}/en/`);
    const turn = (state: string) =>
      page.evaluate((to) => {
        Object.defineProperty(document, "visibilityState", { value: to, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        return getComputedStyle(document.body).visibility;
      }, state);
    expect(await turn("hidden")).toBe("hidden");
    expect(await turn("visible")).toBe("visible");
    await context.close();
  });
});

describe("a link to a listing", () => {
  test("opens it from its fragment, which is gone before anything is fetched for it", async () => {
    const code = await codeOf("Lantern Tree talking room");
    const { page, context, asked } = await openPage(site.browser, `${site.demo.url}/en/#TH-50.${code}`);
    await page.getByRole("dialog").getByRole("heading", { name: "Lantern Tree talking room" }).waitFor();
    expect(page.url()).toBe(`${site.demo.url}/en/`);
    expect(asked.filter((url) => url.includes(code))).toEqual([]);
    expect(await page.getByRole("dialog").locator("svg.qr").count()).toBe(1);
    await context.close();
  });

  test("of the short kind asks for a place and then opens it", async () => {
    const code = await codeOf("Lantern Tree talking room");
    const { page, context } = await openPage(site.browser, `${site.demo.url}/en/#${code}`);
    await page.getByRole("textbox", { name: "Type a town, district or province" }).fill("chiang mai");
    await page
      .getByRole("button", { name: /^Chiang Mai/u })
      .first()
      .click();
    await page.getByRole("dialog").getByRole("heading", { name: "Lantern Tree talking room" }).waitFor();
    expect(page.url()).toBe(`${site.demo.url}/en/`);
    await context.close();
  });
});

async function codeOf(name: string): Promise<string> {
  const answer = await fetch(
    `${site.demo.url}/api/services?area=TH-50&limit=100&q=${encodeURIComponent(name)}`,
  );
  const { items } = (await answer.json()) as { items: { name: string; code: string }[] };
  return items.find((item) => item.name === name)?.code ?? "";
}
