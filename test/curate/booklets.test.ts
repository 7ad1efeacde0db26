import { beforeAll, describe, expect, test } from "vitest";
import type { BookletMaterial, BookletsView } from "#server/contract/curate/booklets.ts";
import { getBooklet } from "#server/directory/booklets.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";
import { type Office, office } from "./office.ts";

let desk: Office;
let publisher: Awaited<ReturnType<Office["signIn"]>>;
beforeAll(async () => {
  desk = await office();
  await desk.publish(organizationInput({ services: [serviceInput({ areas: ["TH-50"] })] }));
  publisher = await desk.signIn({ role: "publisher" });
});

const PDF = new TextEncoder().encode("%PDF-1.7 and so on");

async function material(): Promise<BookletMaterial> {
  return (await (await publisher.get("/curate/api/booklets/material?area=TH-50")).json()) as BookletMaterial;
}

function upload(by: typeof publisher, version: string, bytes: Uint8Array<ArrayBuffer> = PDF) {
  const body = new FormData();
  body.set("file", new Blob([bytes]), "numbers.pdf");
  for (const [name, value] of Object.entries({
    area: "TH-50",
    languages: "th,en",
    paper: "a5",
    pages: "12",
    large: "true",
    version,
  }))
    body.set(name, value);
  return by.call("/curate/api/booklets", { method: "POST", body });
}

describe("a booklet made in the coordinator's browser", () => {
  test("is made from published listings alone, and published under the version that it was made from", async () => {
    const { version, listings, areas } = await material();
    expect(listings.map((listing) => Object.keys(listing).includes("privateNote"))).toEqual([false]);
    expect(areas.some(({ code }) => code === "TH-50")).toBe(true);
    expect((await upload(publisher, version)).status).toBe(201);
    const view = (await (await publisher.get("/curate/api/booklets")).json()) as BookletsView;
    expect(view.booklets).toMatchObject([
      {
        area: "TH-50",
        languages: ["th", "en"],
        paper: "a5",
        large: true,
        generalOnly: false,
        pages: 12,
        madeOn: "2026-11-21",
      },
    ]);
    const file = view.booklets[0]?.url.split("/")[2] ?? "";
    expect(await getBooklet(desk.published, file)).toEqual(PDF);
  });

  test("is refused when the list has changed meanwhile, when it is no PDF, and from whoever may not publish", async () => {
    const { version } = await material();
    expect((await upload(publisher, "older")).status).toBe(409);
    expect((await upload(publisher, version, new TextEncoder().encode("<html>"))).status).toBe(400);
    const editor = await desk.signIn({ role: "editor" });
    expect((await upload(editor, version)).status).toBe(403);
    expect((await editor.get("/curate/api/booklets/material?area=TH-50")).status).toBe(403);
    expect((await publisher.get("/curate/api/booklets/material?area=XX-1")).status).toBe(404);
  });
});
