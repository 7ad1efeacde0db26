import { createServer, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { audit, signInLink } from "#db/schema/catalogue/index.ts";
import { mailReminders } from "#server/curation/mail-reminders.ts";
import { runScheduled } from "#server/curation/scheduled.ts";
import { createCurateApp } from "#server/curate-app.ts";
import { mailOf } from "#server/node/mail.ts";
import { compress } from "#server/node/compress.ts";
import { WORKBOOK_WORDS } from "#web/curate/words.ts";
import { areas } from "../records/memory.ts";
import { deskWithListing } from "./listing.ts";
import { newBrowser, ORIGIN } from "./office.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A mail server that takes everything, or with `refuses` nothing. Answers its address and what it was given. */
async function mailServer(refuses = false) {
  const received: string[] = [];
  const answer = (socket: Socket) => {
    let data = "";
    let body = false;
    socket.write("220 here\r\n");
    socket.on("data", (chunk) => {
      data += chunk.toString();
      if (body && data.endsWith("\r\n.\r\n")) {
        received.push(data);
        [data, body] = ["", false];
        socket.write("250 kept\r\n");
        return;
      }
      if (body || !data.endsWith("\r\n")) return;
      const [verb = ""] = data.toUpperCase().split(/[ \r]/u);
      data = "";
      if (verb === "DATA") body = true;
      socket.write(
        verb === "DATA"
          ? "354 go on\r\n"
          : verb === "RCPT" && refuses
            ? "550 secret@example.org is not here\r\n"
            : verb === "QUIT"
              ? "221 bye\r\n"
              : "250 yes\r\n",
      );
    });
    socket.on("error", () => undefined);
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const mail = mailOf({ SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_FROM: "office@example.org" });
  return { mail, received };
}

/** A desk whose back office has a mail server. */
async function withMail(refuses = false) {
  const d = await deskWithListing();
  const server = await mailServer(refuses);
  const app = createCurateApp({
    ...d.stores,
    areas,
    compress,
    areaFinder: null,
    words: WORKBOOK_WORDS,
    fetch: () => Promise.reject(new Error("nothing is fetched here")),
    origin: ORIGIN,
    secret: "a secret of the tests, long enough to be one",
    assets: { script: "/a.js", preload: [], styles: [] },
    now: () => d.clock.now,
    mail: server.mail,
  });
  const admin = newBrowser(app);
  for (const [name, value] of d.admin.jar) admin.jar.set(name, value);
  const editor = newBrowser(app);
  for (const [name, value] of d.editor.jar) editor.jar.set(name, value);
  return { ...d, ...server, mailAdmin: admin, mailEditor: editor };
}

describe("mail", () => {
  test("is not there unless a server and a sender are set, and an address that is none is refused", () => {
    expect(mailOf({})).toBeNull();
    expect(mailOf({ SMTP_URL: "smtp://mail.example.org" })).toBeNull();
    expect(() => mailOf({ SMTP_URL: "http://mail.example.org", SMTP_FROM: "a@example.org" })).toThrow("smtp");
  });

  test("brings a one-time link that signs in, when an admin asks for it; nobody else may ask", async () => {
    const d = await withMail();
    expect((await d.mailEditor.post(`/curate/api/curators/${d.editor.id}/mail-link`, {})).status).toBe(403);
    expect((await d.mailAdmin.post("/curate/api/curators/nobody/mail-link", {})).status).toBe(404);
    expect(d.received).toEqual([]);
    expect((await d.mailAdmin.post(`/curate/api/curators/${d.editor.id}/mail-link`, {})).status).toBe(200);
    const rows = await d.catalogue.select().from(audit).where(eq(audit.entityId, d.editor.id));
    expect(rows.at(-1)).toMatchObject({ entity: "curator", changed: ["link"] });
    const [mail = ""] = d.received;
    expect(mail).toContain(`To: ${d.editor.email}`);
    const plain = mail.replaceAll("=\r\n", "").replaceAll("=3D", "=");
    const token = /#link=([0-9a-f]{48})/u.exec(plain)?.[1] ?? "";
    expect((await d.browser().post("/curate/auth/link", { token })).status).toBe(200);
    expect(mail).not.toContain("Advice desk");
  });

  test("that is not set up, or not taken, is said in words that name no address", async () => {
    const d = await withMail(true);
    const refused = await d.mailAdmin.post(`/curate/api/curators/${d.editor.id}/mail-link`, {});
    expect(refused.status).toBe(503);
    expect(await refused.text()).not.toContain("secret@");
    const without = await d.admin.post(`/curate/api/curators/${d.editor.id}/mail-link`, {});
    expect(without.status).toBe(503);
    expect(await d.catalogue.select().from(signInLink).where(eq(signInLink.curatorId, d.admin.id))).toEqual(
      [],
    );
  });
});

describe("reminders", () => {
  test("go once a week to those who publish, say how many are late and nothing of any listing", async () => {
    const d = await withMail();
    const at = (iso: string) => ({ ...d.context, actor: { type: "timer" } as const, now: new Date(iso) });
    const options = { mail: d.mail, origin: ORIGIN };
    expect(await mailReminders(at("2026-11-21T12:00:00Z"), areas, options)).toBe(0);
    expect(await mailReminders(at("2027-12-06T12:00:00Z"), areas, options)).toBe(2);
    expect(await mailReminders(at("2027-12-08T12:00:00Z"), areas, options)).toBe(0);
    expect(await mailReminders(at("2027-12-20T12:00:00Z"), areas, options)).toBe(2);
    expect(d.received).toHaveLength(4);
    for (const mail of d.received) {
      expect(mail).toContain("1 check is late");
      expect(mail).not.toMatch(/Advice|Lantern|000 0000|TH-50/u);
    }
    expect(await d.catalogue.select().from(audit).where(eq(audit.entity, "reminder"))).toHaveLength(2);
    const editor = { type: "curator", id: d.editor.id, role: "editor" } as const;
    await expect(
      mailReminders({ ...at("2028-01-20T12:00:00Z"), actor: editor }, areas, options),
    ).rejects.toThrow();
  });

  test("come by the same clock as deadlines, on the hour, in Node and in a worker; without mail nothing is sent", async () => {
    const d = await withMail();
    const base = { areas, compress };
    await runScheduled(d.stores, new Date("2027-12-06T12:00:00Z"), base);
    expect(d.received).toEqual([]);
    await runScheduled(d.stores, new Date("2027-12-06T13:01:00Z"), { ...base, mail: d.mail, origin: ORIGIN });
    expect(d.received).toEqual([]);
    await runScheduled(d.stores, new Date("2027-12-06T14:00:00Z"), { ...base, mail: d.mail, origin: ORIGIN });
    expect(d.received).toHaveLength(2);
  });
});
