import { eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import { report, suggestion } from "#db/schema/inbox/index.ts";
import { isoWeek } from "#server/domain/iso-week.ts";
import { FIRST_POLICY } from "#server/contract/inclusion-policy.ts";
import { serveOffice } from "./served-office.ts";

/**
 * An office in the middle of its work: of everything that a screen can show there is one. What is looked at screen by
 * screen (words, axe, width, pictures) is looked at here, because an empty list hides what is wrong with its rows.
 */
export async function busyOffice() {
  const office = await serveOffice();
  const { catalogue, inbox } = office;
  const idOf = async (name: string): Promise<{ id: string; code: string; organizationId: string }> => {
    const [row] = await catalogue.select().from(table.service).where(eq(table.service.name, name));
    if (row === undefined) throw new Error(`The demo has no “${name}”.`);
    return row;
  };
  const admin = await office.signIn({ name: "Mali S." });
  const publisher = await office.signIn({ role: "publisher", name: "Niran K." });
  const editor = await office.signIn({ role: "editor", name: "Ploy" });
  const must = async (answer: Promise<Response>): Promise<Response> => {
    const got = await answer;
    if (!got.ok) throw new Error(`${got.status}: ${await got.text()}`);
    return got;
  };
  const house = await idOf("Garden Gate House");
  const desk = await idOf("Blue Gourd legal desk");

  // A history, and a proposal, of every kind of field.
  const revision = async (id: string): Promise<number> =>
    ((await (await must(admin.get(`/curate/api/listings/${id}`))).json()) as { revision: number }).revision;
  const save = async (by: typeof admin, id: string, changes: object) =>
    must(by.post(`/curate/api/listings/${id}/save`, { base: await revision(id), changes }));
  await save(publisher, desk.id, everyKind("one"));
  await save(publisher, desk.id, { ...everyKind("two"), "contact:busy-one": null });
  await save(editor, desk.id, everyKind("three"));
  await must(
    publisher.post(`/curate/api/listings/${desk.id}/calls`, {
      outcome: "reached",
      byRole: "manager",
      fields: ["hours", "contact"],
    }),
  );
  await must(publisher.post(`/curate/api/listings/${house.id}/calls`, { outcome: "no-answer" }));
  await must(publisher.post(`/curate/api/listings/${desk.id}/own-link`, { days: 14 }));

  // The same service written twice.
  const twin = await must(
    publisher.post("/curate/api/listings", {
      name: "Blue Gourd legal desk",
      organization: { id: desk.organizationId },
      language: "en",
    }),
  );
  const { id: twinId } = (await twin.json()) as { id: string };
  await save(publisher, twinId, everyKind("twin", "twin"));

  // By what right a listing is here.
  await must(
    publisher.post(`/curate/api/governance/organizations/${desk.organizationId}/consent`, {
      byRole: "director",
      how: "in-writing",
    }),
  );
  const paper = new FormData();
  paper.set("criterion", FIRST_POLICY.criteria[0]?.code ?? "");
  paper.set("file", new File([new Uint8Array([37, 80, 68, 70])], "licence.pdf", { type: "application/pdf" }));
  await must(
    publisher.call(`/curate/api/governance/listings/${desk.id}/evidence`, { method: "POST", body: paper }),
  );
  await must(
    publisher.post(`/curate/api/governance/listings/${desk.id}/appeals`, {
      byRole: "director",
      what: "We were suspended without being asked",
    }),
  );

  // An address that waits, reports, something that is missing, a gap that a practitioner noted.
  const [placed] = await catalogue
    .select({ id: table.location.id })
    .from(table.location)
    .where(eq(table.location.privacy, "area-only"))
    .limit(1);
  await must(
    admin.post(`/curate/api/desk/addresses/${placed?.id ?? ""}/ask`, {
      reason: "The signboard stands in the street",
    }),
  );
  const week = isoWeek(new Date());
  const kinds = ["unsafe", "wrong", "wrong", "closed", "helpful", "unkind", "not-clear"] as const;
  await inbox
    .insert(report)
    .values(kinds.map((kind, i) => ({ id: String(i), listing: house.code, kind, week })));
  await inbox.insert(suggestion).values({
    id: "s1",
    name: "River clinic",
    area: "TH-50",
    need: "medical",
    channel: "phone",
    contact: "000 0000 055",
    week,
  });

  // Practitioners: one with access who asks for a fourth area, one whose access waits.
  const [worker, waits] = [
    await practitioner("Mai Somsri", "Riverside Clinic"),
    await practitioner("Dao", "Night School"),
  ];
  const until = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const areas = ["TH-50", "TH-57", "TH-58", "TH-56"];
  await must(
    admin.post(`/curate/api/restricted/organizations/${worker.organizationId}/vetting`, {
      seenInPerson: true,
      vouchedBy: [],
      calledBack: "the ministry’s list",
      nothingShared: true,
    }),
  );
  await must(admin.post(`/curate/api/restricted/access/${worker.id}`, { areas, endsOn: until }));
  await must(publisher.post(`/curate/api/restricted/access/${worker.id}/grant`, {}));
  await must(admin.post(`/curate/api/restricted/access/${waits.id}`, { areas: ["TH-50"], endsOn: until }));
  await save(publisher, house.id, {
    "contact:intake": contact({ value: "053 987 654", audience: "practitioner", label: { en: "Intake" } }),
    "note:entry": {
      about: "rules",
      words: { en: "Ring twice" },
      audience: "practitioner",
      position: 0,
    },
  });
  for (const area of areas.slice(0, 3)) await must(worker.post("/curate/api/restricted/open", { area }));
  await worker.post("/curate/api/restricted/open", { area: areas[3] });
  await must(
    worker.post("/curate/api/gap-notes", {
      area: "TH-50",
      need: "legal",
      service: null,
      group: "men",
    }),
  );

  async function practitioner(name: string, organizationName: string) {
    const made = await must(
      admin.post("/curate/api/curators", {
        email: `${name.split(" ")[0]?.toLowerCase()}@example.org`,
        name,
        role: "practitioner",
        organizationName,
        endsOn: new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10),
      }),
    );
    const { id, link } = (await made.json()) as { id: string; link: string };
    const browser = office.browser();
    await must(browser.post("/curate/auth/link", { token: link.split("#link=")[1] }));
    const [row] = await catalogue.select().from(table.curator).where(eq(table.curator.id, id));
    const linkAgain = async (): Promise<string> =>
      ((await (await must(admin.post(`/curate/api/curators/${id}/link`, {}))).json()) as { link: string })
        .link;
    return { ...browser, id, organizationId: row?.organizationId ?? "", link: linkAgain };
  }

  // Three that are late: they are real from here on, and were last checked long ago.
  await catalogue.update(table.service).set({ demo: null }).where(eq(table.service.id, house.id));
  return {
    ...office,
    admin,
    publisher,
    editor,
    worker,
    waits,
    must,
    listing: desk.id,
    house: house.id,
    twin: twinId,
  };
}

const contact = (changes: object = {}) => ({
  channel: "phone",
  value: "000 0000 077",
  dial: null,
  dialScope: "unknown",
  country: "TH",
  label: {},
  hours: { en: "Mornings" },
  whoAnswers: "organization",
  recorded: "no",
  free: "yes",
  tells: { "child-protection": "yes", police: "no" },
  audience: "public",
  keptFrom: ["print"],
  released: false,
  owner: "service",
  position: 5,
  ...changes,
});

/** One field of each kind; what it says differs by the word. */
function everyKind(word: string, own = "busy") {
  const n = word.length;
  return {
    "text:limits:en": `Twice a month, ${word}`,
    "answer:cooperation-needed:police-report": n % 2 === 0 ? "yes" : "no",
    [`contact:${own}-one`]: contact({ value: `000 0000 0${n}${n}` }),
    [`note:${own}-note`]: { about: "contactCare", words: { en: word }, audience: "internal", position: 1 },
    status: n === 3 ? "active" : "temporarily closed",
    areas: n === 5 ? ["TH-50", "TH-57"] : ["TH-50"],
    services: n === 5 ? ["legal-advice", "interpretation"] : ["legal-advice"],
    minimumAge: 10 + n,
    languages: [{ code: n === 5 ? "my" : "th", mode: n === 5 ? "interpreter" : "direct" }],
    schedules: [
      {
        kind: "regular",
        byday: ["MO", "TU"],
        opensAt: `0${n}:00`,
        closesAt: "16:00",
        interval: 1,
        validFrom: null,
        validTo: null,
      },
    ],
    costs: [{ option: n === 3 ? "free-if-eligible" : "repay", amount: n, currency: "THB", description: {} }],
    requiredDocuments: [{ en: `Any paper, ${word}` }],
    doNotRefer: n === 5,
    validTo: "2027-11-20",
  };
}
