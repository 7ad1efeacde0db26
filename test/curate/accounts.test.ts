import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as table from "#db/schema/catalogue/index.ts";
import { createAuth } from "#server/curation/accounts/auth.ts";
import { firstAdminLink, linkCurator } from "#server/curation/accounts/curators.ts";
import { newBrowser, type Office, office, ORIGIN, totp } from "./office.ts";

const PASSWORD = "correct horse battery";

/** Gives a signed-in account a password and its second factor. Answers the address of the factor. */
async function withPassword(browser: Awaited<ReturnType<Office["signIn"]>>): Promise<string> {
  await browser.post("/curate/api/me/password", { password: PASSWORD });
  const enabled = await browser.post("/curate/auth/two-factor/enable", { password: PASSWORD });
  const { totpURI } = (await enabled.json()) as { totpURI: string };
  const code = await totp(totpURI, Date.now());
  const answer = await browser.post("/curate/auth/two-factor/verify-totp", { code });
  expect(answer.status).toBe(200);
  return totpURI;
}

describe("one-time links", () => {
  test("a link signs in once and never again", async () => {
    const o = await office();
    const { token } = await linkCurator(o.context, (await o.signIn()).id);
    const first = o.browser();
    expect((await first.post("/curate/auth/link", { token })).status).toBe(200);
    expect(await (await first.get("/curate/api/me")).json()).toMatchObject({ role: "admin" });
    const second = o.browser();
    expect((await second.post("/curate/auth/link", { token })).status).toBe(401);
    expect((await second.get("/curate/api/me")).status).toBe(403);
  });

  test("a link is too old after three days, and a newer one puts an older one out of use", async () => {
    const o = await office();
    const { id } = await o.signIn();
    const old = await linkCurator(o.context, id);
    const newer = await linkCurator(o.context, id);
    expect((await o.browser().post("/curate/auth/link", { token: old.token })).status).toBe(401);
    o.clock.now = new Date(o.clock.now.getTime() + 3 * 86_400_000 + 1);
    expect((await o.browser().post("/curate/auth/link", { token: newer.token })).status).toBe(401);
  });

  test("nobody can read a link out of the database", async () => {
    const o = await office();
    const { token } = await linkCurator(o.context, (await o.signIn()).id);
    expect(JSON.stringify(await o.catalogue.select().from(table.signInLink))).not.toContain(token);
  });

  test("the first start has a link for the first admin until somebody has a way of their own to sign in", async () => {
    const o = await office();
    const token = await firstAdminLink(o.context);
    expect(await firstAdminLink(o.context)).not.toBe(token);
    const browser = { ...o.browser(), id: "", email: "" };
    const link = (await firstAdminLink(o.context)) ?? "";
    await browser.post("/curate/auth/link", { token: link });
    await withPassword(browser);
    expect(await firstAdminLink(o.context)).toBeNull();
    expect(await o.catalogue.select().from(table.curator)).toHaveLength(1);
  });
});

describe("password and second factor", () => {
  test("a password opens nothing before its second factor stands, and nothing without it afterwards", async () => {
    const o = await office();
    const owner = await o.signIn();
    await owner.post("/curate/api/me/password", { password: PASSWORD });
    const early = o.browser();
    await early.post("/curate/auth/sign-in/email", { email: owner.email, password: PASSWORD });
    expect((await early.get("/curate/api/me")).status).toBe(403);

    const enabled = await owner.post("/curate/auth/two-factor/enable", { password: PASSWORD });
    const { totpURI } = (await enabled.json()) as { totpURI: string };
    await owner.post("/curate/auth/two-factor/verify-totp", { code: await totp(totpURI, Date.now()) });

    const half = o.browser();
    const answer = await half.post("/curate/auth/sign-in/email", { email: owner.email, password: PASSWORD });
    expect(await answer.json()).toMatchObject({ twoFactorRedirect: true });
    expect((await half.get("/curate/api/me")).status).toBe(403);
    const code = await totp(totpURI, Date.now());
    expect((await half.post("/curate/auth/two-factor/verify-totp", { code })).status).toBe(200);
    expect((await half.get("/curate/api/me")).status).toBe(200);
  });

  test("no device is trusted without the code, and the second factor cannot be switched off", async () => {
    const o = await office();
    const owner = await o.signIn();
    const uri = await withPassword(owner);
    const code = await totp(uri, Date.now());
    const trust = await owner.post("/curate/auth/two-factor/verify-totp", { code, trustDevice: true });
    expect(trust.status).toBe(400);
    expect((await owner.post("/curate/auth/two-factor/disable", { password: PASSWORD })).status).toBe(404);
  });

  test("tries are limited by account, and the limit passes with the quarter of an hour", async () => {
    const o = await office();
    const owner = await o.signIn();
    await withPassword(owner);
    const guess = () =>
      o.browser().post("/curate/auth/sign-in/email", { email: owner.email, password: "not the password" });
    const statuses = [];
    for (let i = 0; i < 12; i++) statuses.push((await guess()).status);
    expect(statuses.slice(0, 10).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(10)).toEqual([429, 429]);
    o.clock.now = new Date(o.clock.now.getTime() + 15 * 60_000);
    expect((await guess()).status).toBe(401);
  });

  test("a flood of tries locks passwords out for a while and leaves links as they are", async () => {
    const o = await office();
    const owner = await o.signIn();
    await o.catalogue.insert(table.signInAttempt).values({
      bucket: "all",
      quarter: Math.floor(o.clock.now.getTime() / 900_000),
      tries: 500,
    });
    const tried = { email: owner.email, password: PASSWORD };
    expect((await o.browser().post("/curate/auth/sign-in/email", tried)).status).toBe(429);
    const { token } = await linkCurator(o.context, owner.id);
    expect((await o.browser().post("/curate/auth/link", { token })).status).toBe(200);
  });

  test("codes are limited too", async () => {
    const o = await office();
    const owner = await o.signIn();
    await withPassword(owner);
    const half = o.browser();
    await half.post("/curate/auth/sign-in/email", { email: owner.email, password: PASSWORD });
    const statuses = new Set<number>();
    for (let i = 0; i < 12; i++)
      statuses.add((await half.post("/curate/auth/two-factor/verify-totp", { code: "000000" })).status);
    expect(statuses.has(200)).toBe(false);
    expect((await half.get("/curate/api/me")).status).toBe(403);
  });
});

describe("what is closed", () => {
  test("no path of better-auth or of a plugin makes an account", async () => {
    const o = await office();
    const auth = createAuth({ ...o.stores, secret: "x".repeat(40), origin: ORIGIN, now: () => o.clock.now });
    const paths = Object.values(auth.api).flatMap((endpoint) => {
      const path = (endpoint as { readonly path?: string }).path;
      return path === undefined ? [] : [path.replaceAll(/:\w+/gu, "x")];
    });
    expect(paths.length).toBeGreaterThan(20);
    const stranger = o.browser();
    const body = { email: "new@example.org", password: PASSWORD, name: "New", token: "x", code: "000000" };
    for (const path of new Set([...paths, "/sign-up/email", "/passkey/add"])) {
      for (const method of ["GET", "POST"]) {
        await stranger.call(`/curate/auth${path}`, {
          method,
          headers: { "Content-Type": "application/json" },
          ...(method === "POST" ? { body: JSON.stringify(body) } : {}),
        });
      }
    }
    expect(await o.catalogue.select().from(table.curator)).toEqual([]);
    expect((await stranger.post("/curate/auth/sign-up/email", body)).status).toBe(404);
    // Asked past our list of paths, better-auth itself refuses too.
    const asked = new Request(`${ORIGIN}/curate/auth/sign-up/email`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: ORIGIN },
      body: JSON.stringify(body),
    });
    expect((await auth.handler(asked)).status).toBe(400);
    expect(await o.catalogue.select().from(table.curator)).toEqual([]);
  });

  test("cookies are for /curate alone, strict, and out of reach of scripts", async () => {
    const o = await office();
    const { token } = await linkCurator(o.context, (await o.signIn()).id);
    const answer = await o.browser().post("/curate/auth/link", { token });
    const cookies = answer.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Path=\/curate(;|$)/u);
      expect(cookie).toMatch(/; SameSite=Strict/iu);
      expect(cookie).toMatch(/; HttpOnly/iu);
    }
  });

  test("under https the cookie is for https alone", async () => {
    const o = await office();
    const auth = createAuth({
      ...o.stores,
      secret: "x".repeat(40),
      origin: "https://x.example",
      now: () => o.clock.now,
    });
    const { authCookies } = await auth.$context;
    expect(authCookies.sessionToken.attributes).toMatchObject({
      secure: true,
      path: "/curate",
      sameSite: "strict",
    });
  });

  test("neither network address nor browser of a person is stored, and the database refuses them", async () => {
    const o = await office();
    const { token } = await linkCurator(o.context, (await o.signIn()).id);
    const headers = { "User-Agent": "CanaryBrowser/1.0", "X-Forwarded-For": "203.0.113.7" };
    await o.browser().post("/curate/auth/link", { token }, headers);
    const sessions = await o.catalogue.select().from(table.curatorSession);
    expect(sessions).toHaveLength(2);
    expect(sessions.every(({ ipAddress, userAgent }) => ipAddress === null && userAgent === null)).toBe(true);
    await expect(o.catalogue.run("update curator_session set ip_address = '203.0.113.7'")).rejects.toThrow();
    await expect(o.catalogue.run("update curator_session set user_agent = 'x'")).rejects.toThrow();
  });

  test("nothing is sent anywhere while somebody signs in", async () => {
    const o = await office();
    const real = globalThis.fetch;
    const sent: string[] = [];
    globalThis.fetch = (input, init) => {
      sent.push(String(input instanceof Request ? input.url : input));
      return real(input, init);
    };
    try {
      await withPassword(await o.signIn());
    } finally {
      globalThis.fetch = real;
    }
    expect(sent).toEqual([]);
    const auth = createAuth({ ...o.stores, secret: "x".repeat(40), origin: ORIGIN, now: () => o.clock.now });
    expect(auth.options.telemetry).toEqual({ enabled: false });
  });

  test("a request that another site sent changes nothing", async () => {
    const o = await office();
    const admin = await o.signIn();
    const name = { name: "Changed" };
    for (const headers of [
      { "Sec-Fetch-Site": "cross-site", Origin: "https://elsewhere.example" },
      { "Sec-Fetch-Site": "same-site", Origin: ORIGIN },
      { "Sec-Fetch-Site": "same-origin", Origin: "https://elsewhere.example" },
    ])
      expect((await admin.post("/curate/api/me/name", name, headers)).status).toBe(403);
    expect((await (await admin.get("/curate/api/me")).json()) as object).not.toMatchObject(name);
    expect((await admin.post("/curate/api/me/name", name)).status).toBe(200);
  });

  test("every answer is kept nowhere, found by nobody and framed by nothing", async () => {
    const o = await office();
    for (const path of ["/curate", "/curate/api/me", "/curate/auth/get-session", "/curate/nothing"]) {
      const { headers } = await o.browser().get(path);
      expect(headers.get("Cache-Control")).toBe("no-store");
      expect(headers.get("X-Robots-Tag")).toContain("noindex");
      expect(headers.get("Referrer-Policy")).toBe("same-origin");
      expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("Content-Security-Policy")).toContain("trusted-types print");
    }
  });
});

describe("the app’s page", () => {
  test("says nothing of the directory, and the guides have an address of their own", async () => {
    const o = await office();
    const page = await (await o.browser().get("/curate")).text();
    expect(page).toContain('<script type="module" src="/assets/office.js">');
    expect(page).not.toMatch(/Chiang Mai|listing/u);
    const help = await o.browser().get("/curate/help");
    expect([help.status, help.headers.get("Location")]).toEqual([302, "/curate#/help"]);
  });

  test("sends whoever came by the number of this machine to its name, where passkeys work", async () => {
    const o = await office();
    const answer = await o.browser().call("/curate", { headers: { Host: "127.0.0.1:8787" } });
    expect(answer.headers.get("Location")).toBe(`${ORIGIN}/curate`);
  });
});

describe("accounts made by an admin", () => {
  test("the account is there with an audit row, and its link signs in with its role", async () => {
    const o = await office();
    const admin = await o.signIn();
    const answer = await admin.post("/curate/api/curators", { email: "Editor@Example.org", role: "editor" });
    expect(answer.status).toBe(201);
    const { id, link } = (await answer.json()) as { id: string; link: string };
    expect(link.startsWith(`${ORIGIN}/curate#link=`)).toBe(true);
    const editor = o.browser();
    await editor.post("/curate/auth/link", { token: link.split("#link=")[1] });
    expect(await (await editor.get("/curate/api/me")).json()).toMatchObject({
      email: "editor@example.org",
      role: "editor",
    });
    const rows = await o.catalogue.select().from(table.audit).where(eq(table.audit.entityId, id));
    expect(rows).toMatchObject([{ actor: admin.id, action: "create", entity: "curator" }]);
  });

  test("anyone else is refused and nothing is left behind", async () => {
    const o = await office();
    for (const role of ["publisher", "editor"] as const) {
      const other = await o.signIn({ role });
      const before = await o.catalogue.select().from(table.curator);
      const answer = await other.post("/curate/api/curators", { email: "x@example.org", role: "admin" });
      expect(answer.status).toBe(403);
      expect((await other.get("/curate/api/curators")).status).toBe(403);
      expect((await other.post(`/curate/api/curators/${other.id}/link`, {})).status).toBe(403);
      expect(await o.catalogue.select().from(table.curator)).toEqual(before);
    }
    expect((await o.browser().get("/curate/api/curators")).status).toBe(403);
  });

  test("input that does not fit is refused: no e-mail, no role, a second account, a practitioner without an end", async () => {
    const o = await office();
    const admin = await o.signIn();
    const before = await o.catalogue.select().from(table.curator);
    const statusOf = async (body: unknown) => (await admin.post("/curate/api/curators", body)).status;
    expect(await statusOf({ email: "nothing", role: "editor" })).toBe(400);
    expect(await statusOf({ email: "x@example.org", role: "owner" })).toBe(400);
    expect(await statusOf({ email: admin.email, role: "editor" })).toBe(409);
    expect(await statusOf({ email: "x@example.org", role: "practitioner" })).toBe(400);
    expect(await statusOf({ email: "x@example.org", role: "practitioner", endsOn: "2028-01-01" })).toBe(400);
    expect(await o.catalogue.select().from(table.curator)).toEqual(before);
  });

  test("a closed account is out at once, and the last admin cannot be shut out", async () => {
    const o = await office();
    const admin = await o.signIn();
    const editor = await o.signIn({ role: "editor" });
    expect((await admin.post(`/curate/api/curators/${admin.id}/disabled`, { disabled: true })).status).toBe(
      409,
    );
    await admin.post(`/curate/api/curators/${editor.id}/disabled`, { disabled: true });
    expect((await editor.get("/curate/api/me")).status).toBe(403);
    const { token } = await linkCurator(o.context, editor.id);
    expect((await newBrowser(o.app).post("/curate/auth/link", { token })).status).toBe(401);
  });

  test("a practitioner’s account ends on its last day", async () => {
    const o = await office();
    const p = await o.signIn({ role: "practitioner", endsOn: "2026-11-21" });
    expect((await p.get("/curate/api/me")).status).toBe(200);
    o.clock.now = new Date("2026-11-22T00:00:00Z");
    expect((await p.get("/curate/api/me")).status).toBe(403);
  });
});
