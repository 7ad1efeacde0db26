import { beforeEach, describe, expect, test } from "vitest";
import { bucket, report, spentProof, suggestion } from "#db/schema/inbox/index.ts";
import type { ProofChallenge } from "#server/contract/messages.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { sendMessage } from "#web/models/send-message.ts";
import { solveProof } from "#web/models/solve-proof.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { organizationInput } from "../records/organization.ts";

const UNLISTED = "K7Q2M-R";
const SERVICE = {
  name: "MARKER mill",
  area: "TH-50",
  need: "legal",
  channel: "phone",
  contact: "000 0000 009",
} as const;

let directory: TestDirectory;
let listing: string;
let now: Date;
beforeEach(async () => {
  now = new Date("2026-11-21T12:00:00Z");
  directory = await openTestDirectory({ demo: false, now: () => now });
  await directory.publish(organizationInput());
  const { items } = (await (await directory.get("/api/services")).json()) as { items: { code: string }[] };
  listing = items[0]?.code ?? "";
});
const reports = () => directory.inbox.select().from(report);
const buckets = async () =>
  Object.fromEntries(
    (await directory.inbox.select().from(bucket)).map(({ name, taken, refused }) => [name, [taken, refused]]),
  );
const proofFor = async (message: object) => {
  const { challenge, bits } = (await (
    await directory.get("/api/reports/challenge")
  ).json()) as ProofChallenge;
  return solveProof(challenge, stableJson(message), bits);
};
const proved = async (message: object, path = "/api/reports") =>
  directory.post(path, { ...message, proof: await proofFor(message) });
const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  directory.app.request(path, {
    method: "POST",
    body: new URLSearchParams(fields).toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded", "User-Agent": "MARKER", ...headers },
  });

describe("a proof of work", () => {
  test("is asked for with the same words of everybody on one day, and no cache keeps them", async () => {
    const asked = await Promise.all(
      ["one", "two"].map((name) => directory.get("/api/reports/challenge", { "User-Agent": name })),
    );
    const [first, second] = await Promise.all(asked.map((response) => response.text()));
    expect(first).toBe(second);
    expect(asked.map(({ headers }) => headers.get("cache-control"))).toEqual(["no-store", "no-store"]);
  });

  test("that the page counts goes with the report, which is kept as listing, kind and week", async () => {
    const sent = await sendMessage(
      { to: "/api/reports", body: { listing, kind: "unsafe" } },
      async (url, init) => directory.app.request(url, init),
    );
    expect(sent).toBe(true);
    expect((await reports()).map(({ id: _id, ...rest }) => rest)).toEqual([
      { listing, kind: "unsafe", week: "2026-W47" },
    ]);
    expect(await buckets()).toEqual({ [listing]: [1, 0], site: [1, 0] });
  });

  test("works once: the same one again is refused, and takes no place from anybody", async () => {
    const message = { listing, kind: "wrong" };
    const body = { ...message, proof: await proofFor(message) };
    expect((await directory.post("/api/reports", body)).status).toBe(202);
    const again = await directory.post("/api/reports", body);
    expect([again.status, await again.json()]).toMatchObject([
      400,
      { error: { fields: { proof: "is not valid" } } },
    ]);
    expect(await reports()).toHaveLength(1);
    expect(await buckets()).toEqual({ [listing]: [1, 0], site: [1, 0] });
  });

  test("is another one for each person who says the same on the same day", async () => {
    const message = { listing, kind: "unkind" };
    expect((await proved(message)).status).toBe(202);
    expect((await proved(message)).status).toBe(202);
    expect(await reports()).toHaveLength(2);
  });

  test("made for one answer is refused with another", async () => {
    const proof = await proofFor({ listing, kind: "helpful" });
    expect((await directory.post("/api/reports", { listing, kind: "unsafe", proof })).status).toBe(400);
    expect(await reports()).toEqual([]);
  });

  test("is good until the next day ends, over a change of week too, and then refused", async () => {
    now = new Date("2026-11-22T23:59:00Z");
    const message = { listing, kind: "closed" };
    const body = { ...message, proof: await proofFor(message) };
    now = new Date("2026-11-23T23:00:00Z");
    expect((await directory.post("/api/reports", body)).status).toBe(202);
    expect((await directory.post("/api/reports", body)).status).toBe(400);
    const late = { listing, kind: "clear" };
    const old = { ...late, proof: await proofFor(late) };
    now = new Date("2026-11-25T00:01:00Z");
    expect((await directory.post("/api/reports", old)).status).toBe(400);
    expect((await reports()).map(({ week }) => week)).toEqual(["2026-W48"]);
  });

  test("leaves sixteen bits and a week behind, and nothing that ties it to a report", async () => {
    await proved({ listing, kind: "clear" });
    const [row, ...others] = await directory.inbox.select().from(spentProof);
    expect(others).toEqual([]);
    expect(Object.keys(row ?? {})).toEqual(["week", "mark"]);
    expect(row?.mark).toBeLessThan(65_536);
  });
});

describe("a flood", () => {
  test("without proofs fills its own small bucket: the excess is counted, not stored, and the answer is the same", async () => {
    const answers = [];
    for (let i = 0; i < 8; i++) {
      const response = await directory.post("/api/reports", { listing, kind: "unsafe" });
      answers.push([response.status, await response.text()]);
    }
    expect(new Set(answers.map(String))).toEqual(new Set(['202,{"ok":true}']));
    expect(await reports()).toHaveLength(5);
    expect(await buckets()).toEqual({ [`${listing} unproved`]: [5, 3], "site unproved": [5, 0] });
  });

  test("about one listing leaves room for what people send about it with the page", async () => {
    for (let i = 0; i < 8; i++) await directory.post("/api/reports", { listing, kind: "helpful" });
    await proved({ listing, kind: "unsafe" });
    expect((await reports()).filter(({ kind }) => kind === "unsafe")).toHaveLength(1);
  });

  test("of codes that are no public listing shares one bucket", async () => {
    for (let i = 0; i < 12; i++) await directory.post("/api/reports", { listing: UNLISTED, kind: "closed" });
    expect(await reports()).toHaveLength(10);
    expect(await buckets()).toMatchObject({ "unlisted unproved": [10, 2] });
  });

  test("is over with the week", async () => {
    for (let i = 0; i < 6; i++) await directory.post("/api/reports", { listing, kind: "wrong" });
    now = new Date("2026-11-30T12:00:00Z");
    await directory.post("/api/reports", { listing, kind: "wrong" });
    expect((await reports()).map(({ week }) => week)).toEqual([...Array(5).fill("2026-W47"), "2026-W49"]);
  });

  test("never hides a listing", async () => {
    const before = await (await directory.get("/api/services")).text();
    for (let i = 0; i < 30; i++) await directory.post("/api/reports", { listing, kind: "unsafe" });
    await directory.apply();
    expect(await (await directory.get("/api/services")).text()).toBe(before);
  });
});

describe("the form without a script", () => {
  test("keeps the same three things, and its answer is kept nowhere and repeats nothing", async () => {
    const response = await form(
      "/en/tell-us",
      { listing, kind: "unkind" },
      { Origin: "null", "Sec-Fetch-Site": "same-origin" },
    );
    const html = await response.text();
    expect([
      response.status,
      response.headers.get("cache-control"),
      response.headers.get("cdn-cache-control"),
    ]).toEqual([200, "no-store", null]);
    expect(html).not.toContain(listing);
    expect(html).not.toMatch(/unkind/iu);
    expect((await reports()).map(({ id: _id, ...rest }) => rest)).toEqual([
      { listing, kind: "unkind", week: "2026-W47" },
    ]);
  });

  test("of another site is refused, and nothing is kept", async () => {
    for (const path of ["/en/tell-us", "/en/suggest"]) {
      const response = await form(
        path,
        { listing, kind: "unsafe", ...SERVICE },
        { "Sec-Fetch-Site": "cross-site" },
      );
      expect(response.status).toBe(403);
    }
    expect([await reports(), await buckets()]).toEqual([[], {}]);
  });
});

describe("a suggested service", () => {
  const kept = () => directory.inbox.select().from(suggestion);

  test("is kept as what was written about it, and the week", async () => {
    expect((await proved(SERVICE, "/api/suggestions")).status).toBe(202);
    const html = await (
      await form("/en/suggest", { ...SERVICE }, { "Sec-Fetch-Site": "same-origin" })
    ).text();
    expect(html).not.toContain("MARKER");
    expect((await kept()).map(({ id: _id, ...rest }) => rest)).toEqual([
      { ...SERVICE, week: "2026-W47" },
      { ...SERVICE, week: "2026-W47" },
    ]);
    expect(await buckets()).toEqual({ suggestions: [1, 0], "suggestions unproved": [1, 0] });
  });

  test.each([
    { ...SERVICE, name: "x".repeat(121) },
    { ...SERVICE, contact: "MARKER@example.org" },
    { ...SERVICE, contact: "MARKER\n\nand a story" },
    { ...SERVICE, name: "<b>MARKER</b>" },
    { ...SERVICE, channel: "email" },
    { ...SERVICE, need: "MARKER" },
    { ...SERVICE, area: "MARKER" },
    { ...SERVICE, from: "MARKER" },
    { name: "MARKER" },
  ])("that is not five short lines is refused without an echo: %j", async (body) => {
    const response = await directory.post("/api/suggestions", body);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain("MARKER");
    expect(await kept()).toEqual([]);
  });

  test("too many a week are counted and not stored", async () => {
    for (let i = 0; i < 27; i++) await directory.post("/api/suggestions", SERVICE);
    expect(await kept()).toHaveLength(25);
    expect(await buckets()).toEqual({ "suggestions unproved": [25, 2] });
  });
});
