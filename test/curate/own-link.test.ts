import { describe, expect, test } from "vitest";
import { ownLink, proposal, service } from "#db/schema/catalogue/index.ts";
import type { OwnListing } from "#server/contract/curate/own-link.ts";
import { findListings } from "#server/directory/directory.ts";
import { deskWithListing, read, save } from "./listing.ts";

type Desk = Awaited<ReturnType<typeof deskWithListing>>;

const makeLink = async (d: Desk): Promise<string> => {
  const answer = await d.editor.post(`/curate/api/listings/${d.id}/own-link`, {});
  const { link } = (await answer.json()) as { link: string };
  return link.split("#own=")[1] ?? "";
};
const openLink = (d: Desk, token: string) => d.browser().post("/curate/own/open", { token });
const send = (d: Desk, token: string, changes: object, right: string[] = []) =>
  d.browser().post("/curate/own/send", { token, right, changes });

describe("a service’s own link", () => {
  test("shows what is public about it and nothing else", async () => {
    const d = await deskWithListing();
    await save(d.publisher, d.id, {
      base: 1,
      changes: {
        privateNote: "Canary note",
        "contact:private": {
          channel: "phone",
          value: "000 0000 066",
          dial: null,
          dialScope: "unknown",
          country: null,
          label: {},
          hours: {},
          whoAnswers: null,
          recorded: null,
          free: null,
          tells: {},
          audience: "practitioner",
          released: false,
          owner: "service",
          position: 5,
        },
      },
    });
    const answer = await openLink(d, await makeLink(d));
    const text = await answer.text();
    for (const hidden of ["Canary", "000 0000 066", "50999", "18.71", "Test source"])
      expect(text).not.toContain(hidden);
    const { facts } = JSON.parse(text) as OwnListing;
    expect(facts).toContainEqual({ field: "text:name:en", value: "Advice desk" });
    expect(facts.map(({ value }) => value)).toContain("000 0000 001");
    expect(facts).toContainEqual({ field: "answer:confidentiality:tells-police", value: null });
  });

  test("proposes: nothing changes and nothing is confirmed until a person takes it field by field", async () => {
    const d = await deskWithListing();
    const token = await makeLink(d);
    const { facts } = (await (await openLink(d, token)).json()) as OwnListing;
    const contact = facts.find(({ field }) => field.startsWith("contact:"))?.field ?? "";
    const changes = {
      [contact]: "000 0000 077",
      minimumAge: 16,
      "answer:confidentiality:tells-police": "no",
    };
    expect((await send(d, token, changes, ["text:name:en"])).status).toBe(200);
    const before = await findListings(d.published, {});
    expect(before[0]?.contacts[0]?.value).toBe("000 0000 001");
    expect((await read(d.admin, d.id)).calls).toEqual([]);
    const inbox = (await (await d.publisher.get("/curate/api/desk/inbox")).json()) as {
      proposals: { id: string; byOwnLink: boolean }[];
    };
    expect(inbox.proposals).toMatchObject([{ byOwnLink: true }]);
    await d.publisher.post(`/curate/api/desk/proposals/${inbox.proposals[0]?.id}`, {
      take: [contact, "minimumAge"],
    });
    const [after] = await findListings(d.published, {});
    expect(after?.contacts[0]?.value).toBe("000 0000 077");
    expect(after?.facts.minimumAge).toBe(16);
    expect(after?.facts.answers["confidentiality"]).toBeUndefined();
  });

  test("works once, ends with its time, and can be recalled; a newer one replaces it", async () => {
    const d = await deskWithListing();
    const used = await makeLink(d);
    expect((await send(d, used, {})).status).toBe(200);
    expect((await send(d, used, {})).status).toBe(410);
    expect((await openLink(d, used)).status).toBe(410);
    const recalled = await makeLink(d);
    await d.editor.call(`/curate/api/listings/${d.id}/own-link`, { method: "DELETE" });
    expect((await openLink(d, recalled)).status).toBe(410);
    const older = await makeLink(d);
    const newer = await makeLink(d);
    expect((await openLink(d, older)).status).toBe(410);
    d.clock.now = new Date(d.clock.now.getTime() + 30 * 86_400_000);
    expect((await openLink(d, newer)).status).toBe(410);
    expect((await send(d, newer, { minimumAge: 5 })).status).toBe(410);
    expect(await d.catalogue.select().from(proposal)).toEqual([]);
  });

  test("refuses fields that it did not show and values that do not fit, and is then not used up", async () => {
    const d = await deskWithListing();
    const token = await makeLink(d);
    for (const changes of [
      { doNotList: "yes" },
      { privateNote: "x" },
      { scope: "general" },
      { minimumAge: 900 },
      { "text:name:en": "" },
      { "answer:confidentiality:tells-police": "perhaps" },
    ])
      expect((await send(d, token, changes)).status).toBe(400);
    expect((await openLink(d, token)).status).toBe(200);
    expect(await d.catalogue.select().from(proposal)).toEqual([]);
  });

  test("is made by editors alone, for listings that are or were public; the database holds no token", async () => {
    const d = await deskWithListing();
    const p = await d.signIn({ role: "practitioner", endsOn: "2027-01-01" });
    expect((await p.post(`/curate/api/listings/${d.id}/own-link`, {})).status).toBe(403);
    const token = await makeLink(d);
    expect(JSON.stringify(await d.catalogue.select().from(ownLink))).not.toContain(token);
    await d.catalogue.update(service).set({ curationState: "draft" });
    expect((await d.editor.post(`/curate/api/listings/${d.id}/own-link`, {})).status).toBe(409);
  });
});
