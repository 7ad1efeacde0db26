/** Pairs of catalogues that differ only in what is private, and everything public of one. */
import { expect } from "vitest";
import type { OrganizationInput } from "#server/contract/catalogue-record.ts";
import { officeSecret } from "#db/schema/catalogue/index.ts";
import * as published from "#db/schema/published/index.ts";
import { FIRST_SETTINGS, writeSettings } from "#server/publication/settings.ts";
import { makeSigningKey } from "#server/sealing/signed.ts";
import { knownOf, publicRequests } from "../routes/public-requests.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";

/** Everything of a catalogue that the public may not learn, in one mould: two catalogues differ in `p` alone. */
export interface Private {
  readonly word: string;
  /** Degrees. */
  readonly point: readonly [latitude: number, longitude: number];
  readonly postalCode: string;
  readonly withheldArea: string;
  /** Further records that are not public. */
  readonly drafts: readonly NonNullable<OrganizationInput["services"]>[number][];
  readonly checkedBy: string;
  readonly opens: string;
}

export const ONE: Private = {
  word: "zqcanary",
  point: [18.71234, 98.91234],
  postalCode: "50987",
  withheldArea: "TH-50",
  drafts: [],
  checkedBy: "zqcanary at the door",
  opens: "08:15",
};
export const OTHER: Private = {
  word: "zqother",
  point: [19.98765, 99.87654],
  postalCode: "57123",
  withheldArea: "TH-57",
  drafts: [
    serviceInput({ sourceId: "a-held", name: { en: "zqother held" }, held: ["zqother is doubtful"] }),
    serviceInput({ sourceId: "b-ended", name: { en: "zqother ended" }, validTo: "2026-01-31" }),
    serviceInput({ sourceId: "c-no-scope", name: { en: "zqother undecided" }, scope: undefined }),
    serviceInput({
      sourceId: "d-not-referred",
      name: { en: "zqother bad" },
      doNotRefer: true,
      areas: ["KH-1"],
    }),
  ],
  checkedBy: "zqother by night",
  opens: "09:45",
};

/** A place that is withheld: every field of it is the private side's. */
const withheld = (p: Private) => ({
  ...areaOnly("shelter", p),
  residential: true,
  area: p.withheldArea,
  contacts: [{ channel: "phone", value: `${p.word} 5551` } as const],
  schedules: [{ days: ["MO" as const], opensAt: p.opens, closesAt: "20:00" }],
});

/** A place of which the area alone may be known. */
const areaOnly = (sourceId: string, p: Private) =>
  placeInput({
    sourceId,
    name: { en: `${p.word} house`, th: `${p.word} บ้าน` },
    lines: { en: `77 ${p.word} street` },
    city: { en: `${p.word} town` },
    postalCode: p.postalCode,
    latitude: p.point[0],
    longitude: p.point[1],
    directions: { en: `Behind the ${p.word} market` },
    privateNote: `${p.word} has the key`,
  });

/** An organisation whose help is at a withheld place, so that its website and telephone may lead there. */
function shelter(p: Private): OrganizationInput {
  return organizationInput({
    sourceId: "shelter",
    website: `https://${p.word}.example/`,
    privateNote: `Ask for ${p.word}`,
    contacts: [
      { channel: "phone", value: `${p.word} 5552`, audience: "internal" },
      { channel: "email", value: `${p.word}@example.org`, audience: "practitioner" },
    ],
    locations: [withheld(p)],
    services: [
      ...p.drafts,
      serviceInput({
        sourceId: "shelter",
        name: { en: "A safe place" },
        scope: "trafficking-specific",
        services: ["emergency-shelter"],
        locations: ["shelter"],
        privateNote: `${p.word} said so`,
        verified: { on: "2026-11-01", byRole: p.checkedBy, channel: p.word },
        contacts: [
          {
            channel: "phone",
            value: `${p.word} 5553`,
            audience: "internal",
            label: { en: `${p.word} night` },
          },
          { channel: "phone", value: "000 0000 002" },
          { channel: "line", value: `${p.word}-line`, audience: "practitioner", hours: { en: p.word } },
        ],
      }),
      serviceInput({
        sourceId: "everywhere",
        name: { en: "Help by phone" },
        areas: ["001"],
        locations: ["shelter"],
        privateNote: p.word,
      }),
    ],
  });
}

/** An organisation with an open office, and advice at a place of which the area alone is known. */
function office(p: Private): OrganizationInput {
  return organizationInput({
    sourceId: "office",
    name: { en: "Open Office" },
    privateNote: p.word,
    contacts: [{ channel: "phone", value: `${p.word} 5554`, audience: "internal" }],
    locations: [
      placeInput({ sourceId: "door", privacy: "public", privateNote: `${p.word} office` }),
      areaOnly("near", p),
    ],
    services: [
      serviceInput({ sourceId: "door", locations: ["door"] }),
      serviceInput({ sourceId: "near", name: { en: "Advice near you" }, locations: ["near"] }),
    ],
  });
}

/** One key for all of them: whose it is, is public. */
const SIGNING = makeSigningKey();

export async function publish(
  p: Private,
  languages: readonly string[] = FIRST_SETTINGS.languages,
): Promise<TestDirectory> {
  const directory = await openTestDirectory({ demo: false });
  await directory.catalogue.insert(officeSecret).values({ id: "signing", value: await SIGNING });
  // Deadlines are the private half of the settings.
  const days = p === ONE ? 100 : 300;
  await writeSettings(directory.catalogue, {
    ...FIRST_SETTINGS,
    languages: [...languages],
    countries: ["TH", "KH"],
    deadlines: { hotline: days, shelter: days, other: days, grace: days },
  });
  const { published: ids, left } = await directory.publish(shelter(p), office(p));
  expect([ids.length, left.length]).toEqual([4, p.drafts.length]);
  return directory;
}

/** Everything that the published store holds, in the order in which it holds it. */
export async function rows({ published: db }: TestDirectory) {
  return {
    listing: await db.select().from(published.listing),
    listingArea: await db.select().from(published.listingArea),
    listingNeed: await db.select().from(published.listingNeed),
    document: await db.select().from(published.document),
    bundlePart: await db.select().from(published.bundlePart),
    gonePart: await db.select().from(published.gonePart),
  };
}

/** Everything that the public side answers: the requests of every route, and every part of every bundle. */
export async function answers(directory: TestDirectory): Promise<readonly string[]> {
  const found = await knownOf((path) => directory.get(path));
  const parts = await directory.published
    .select({ file: published.bundlePart.file })
    .from(published.bundlePart);
  const requests = [
    ...publicRequests(found),
    ...parts.map(({ file }) => ({ method: "GET", path: `/bundles/${file}`, headers: {} }) as const),
    { method: "GET", path: "/api/services?limit=100&include=no&gender=men&age=9", headers: {} } as const,
    { method: "GET", path: "/api/services?lat=18.7&lon=98.9&q=safe", headers: {} } as const,
  ];
  const all: string[] = [];
  for (const { method, path, headers, ...rest } of requests) {
    const response = await directory.app.request(path, {
      method,
      headers: { ...headers },
      ...("body" in rest && rest.body !== undefined ? { body: rest.body } : {}),
    });
    const head = JSON.stringify([...response.headers].sort());
    const body = Buffer.from(await response.arrayBuffer());
    const text = response.headers.has("content-encoding") ? body.toString("base64") : body.toString();
    all.push(`${method} ${path} ${response.status} ${head}\n${text}`);
  }
  return all;
}
