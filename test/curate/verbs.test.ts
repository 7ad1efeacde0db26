import { readdirSync, readFileSync } from "node:fs";
import { getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { beforeAll, describe, expect, test } from "vitest";
import * as table from "#db/schema/catalogue/index.ts";
import * as inbox from "#db/schema/inbox/index.ts";
import * as published from "#db/schema/published/index.ts";
import { newBrowser } from "./office.ts";
import { type Browser, deskWithListing } from "./listing.ts";
import { DAY, type Ids, type Verb, VERBS, type Who } from "./verb-table.ts";

/**
 * Each line of the table of verbs (`verb-table.ts`) is tried by everybody who may not, with input that would be good
 * from somebody who may: refused before anything else is looked at, and nothing is left behind. `verbs-work.test.ts`
 * says each from somebody who may.
 */

const RANK: Readonly<Record<Who, number>> = { practitioner: 0, editor: 1, publisher: 2, admin: 3 };
const mayNot = ({ from }: Verb): readonly Who[] => {
  if (from === "everyone") return [];
  if (from === "worker") return ["editor", "publisher", "admin"];
  return (Object.keys(RANK) as Who[]).filter((who) => RANK[who] < RANK[from]);
};

let d: Awaited<ReturnType<typeof deskWithListing>>;
let ids: Ids;
let people: Readonly<Record<Who, Browser>>;
beforeAll(async () => {
  d = await deskWithListing();
  const [row] = await d.catalogue.select().from(table.service);
  ids = { listing: d.id, organization: row?.organizationId ?? "", curator: d.editor.id };
  // Something to be lost in the inbox.
  await d.inbox
    .insert(inbox.report)
    .values({ id: "r", listing: row?.code ?? "", kind: "wrong", week: "2026-W47" });
  const practitioner = await d.signIn({ role: "practitioner", organizationName: "Clinic", endsOn: DAY });
  people = { practitioner, editor: d.editor, publisher: d.publisher, admin: d.admin };
});

/** Every row of the catalogue, the published side and the inbox; sessions apart, which a request may renew. */
async function everything(): Promise<string> {
  const rows: unknown[] = [];
  for (const [store, tables] of [
    [d.catalogue, table],
    [d.published, published],
    [d.inbox, inbox],
  ] as const)
    for (const one of Object.values(tables))
      if (is(one, SQLiteTable) && getTableName(one) !== "curator_session")
        rows.push([getTableName(one), await store.select().from(one)]);
  return JSON.stringify(rows);
}

/** Says a verb, with the ids of things that are there. */
function say(by: Pick<Browser, "call">, line: string, body?: unknown): Promise<Response> {
  const [method = "", path = ""] = line.split(" ");
  const { form } = VERBS[line] ?? {};
  const at = path
    .replace("/curators/:id", `/curators/${ids.curator}`)
    .replace("/organizations/:id", `/organizations/${ids.organization}`)
    .replace("/listings/:id", `/listings/${ids.listing}`)
    .replace("/translations/:id", `/translations/${ids.listing}`)
    .replace(/:\w+/gu, "none-such");
  const sent =
    form === true
      ? { body: new FormData() }
      : { body: JSON.stringify(body ?? {}), headers: { "Content-Type": "application/json" } };
  return by.call(`/curate/api${at}`, { method, ...sent });
}

describe("the table of verbs", () => {
  test("has a line for everything that the office can be told to do, and for nothing else", () => {
    const routes = d.app.routes
      .filter(({ method, path }) => !["GET", "ALL"].includes(method) && path.startsWith("/curate/api/"))
      .map(({ method, path }) => `${method} ${path.slice("/curate/api".length)}`);
    expect(routes.length).toBeGreaterThan(60);
    expect([...new Set(routes)].sort()).toEqual(Object.keys(VERBS).sort());
  });

  test("names for each the test that shows it at work", () => {
    const tests = (readdirSync("test", { recursive: true }) as string[])
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => readFileSync(`test/${file}`, "utf8"))
      .join("\n");
    const unknown = Object.entries(VERBS).filter(([, { shown }]) => !tests.includes(`"${shown}"`));
    expect(unknown).toEqual([]);
  });
});

describe("each verb", () => {
  test("is refused to whoever may not, before anything else is looked at, and leaves nothing behind", async () => {
    const before = await everything();
    const wrong: string[] = [];
    const stranger = newBrowser(d.app);
    for (const [line, verb] of Object.entries(VERBS)) {
      const body = verb.body?.(ids);
      const status = (await say(stranger, line, body)).status;
      if (status !== 403) wrong.push(`${line}: nobody gets ${status}`);
      for (const who of mayNot(verb)) {
        const got = (await say(people[who], line, body)).status;
        if (got !== 403) wrong.push(`${line}: ${who} gets ${got}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await everything()).toBe(before);
  });

  test("refuses what is no input of its own, from whoever may, and leaves nothing behind", async () => {
    const before = await everything();
    const wrong: string[] = [];
    for (const [line, verb] of Object.entries(VERBS)) {
      if (verb.body === undefined && verb.form === undefined) continue;
      const by = verb.from === "worker" ? people.practitioner : people.admin;
      const { status } = await say(by, line, { nonsense: 1 });
      if (status < 400 || status >= 500) wrong.push(`${line}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(await everything()).toBe(before);
  });
});
