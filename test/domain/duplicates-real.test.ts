import { describe, expect, test } from "vitest";
import { type Comparable, likeness, PROBABLY_SAME } from "#server/domain/duplicates.ts";
import { parseCsv } from "#server/exchange/csv.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import { hasShared, sharedFiles } from "../exchange/shared-files.ts";
import { realAreas } from "../exchange/test-areas.ts";

/**
 * Duplicates on real sets. Pairs and their labels are made from the files when the test runs; none of it is part of
 * the project. A label follows from what the files say of themselves, never from what the scorer reads:
 *
 *   Jordan, twins:    the English and the Arabic half of one record are one service; a record's English half and the
 *                     Arabic half of the same partner's next service of another kind are two
 *   Jordan, ids:      a repeated id with the same activity at the same place is one service, otherwise two; neighbours
 *                     of one partner with different ids are two
 *   New York, sites:  one provider's programme at one address under two contracts is one service; at two addresses
 *                     it is two, and so are two programmes at one address
 */
interface Pair {
  readonly kind: string;
  readonly a: Comparable;
  readonly b: Comparable;
  readonly same: boolean;
}

const present = hasShared("unhcr-jordan-2015") && hasShared("nyc-contracts-2021");

function jordanPairs(): readonly Pair[] {
  const { organizations } = readRecords(sharedFiles("unhcr-jordan-2015"), {
    format: "auto",
    areas: realAreas(),
  });
  const pairs: Pair[] = [];
  for (const organization of organizations) {
    const points = new Map(
      organization.locations.map(({ sourceId, latitude, longitude, area }) => [
        sourceId,
        {
          point: latitude === undefined || longitude === undefined ? [] : [[latitude, longitude] as const],
          area,
        },
      ]),
    );
    const half = (service: (typeof organization.services)[number], lang?: "en" | "ar"): Comparable => {
      const places = service.locations.flatMap((id) => points.get(id) ?? []);
      const pick = (words: Readonly<Record<string, string>>) =>
        lang === undefined ? Object.values(words) : [words[lang] ?? ""].filter((text) => text !== "");
      return {
        id: `${service.sourceId} ${lang ?? ""}`,
        names: pick(service.name),
        // A partner with one name alone bears it in both halves.
        organizations:
          pick(organization.name).length > 0 ? pick(organization.name) : Object.values(organization.name),
        numbers: service.contacts.filter(({ channel }) => channel === "phone").map(({ value }) => value),
        points: places.flatMap(({ point }) => point),
        services: service.services,
        areas: [...service.areas, ...places.flatMap(({ area }) => area ?? [])],
      };
    };
    // "id-activity", and "-2" behind it where it stands a second time.
    const idOf = (sourceId: string) => sourceId.split("-")[0];
    const placeOf = (service: (typeof organization.services)[number]) => service.locations.join();
    for (const [at, service] of organization.services.entries()) {
      if (service.name["ar"] !== undefined && service.name["ar"] !== service.name["en"])
        pairs.push({ kind: "twins", a: half(service, "en"), b: half(service, "ar"), same: true });
      const other = organization.services
        .slice(at + 1)
        .find(({ services }) => !services.some((code) => service.services.includes(code)));
      if (other?.name["ar"] !== undefined)
        pairs.push({ kind: "twins", a: half(service, "en"), b: half(other, "ar"), same: false });
      const next = organization.services[at + 1];
      if (next !== undefined && idOf(next.sourceId) !== idOf(service.sourceId))
        pairs.push({ kind: "ids", a: half(service), b: half(next), same: false });
      for (const again of organization.services.slice(at + 1)) {
        if (idOf(again.sourceId) !== idOf(service.sourceId)) continue;
        const same =
          again.sourceId.split("-")[1] === service.sourceId.split("-")[1] &&
          placeOf(again) === placeOf(service);
        pairs.push({ kind: "repeated ids", a: half(service), b: half(again), same });
      }
    }
  }
  return pairs;
}

function newYorkPairs(): readonly Pair[] {
  const table = (name: string): readonly Readonly<Record<string, string>>[] => {
    const file = sharedFiles("nyc-contracts-2021").find((one) => one.name === name);
    const { rows } = parseCsv(new TextDecoder().decode(file?.bytes));
    const [head, ...rest] = rows;
    return rest.map(({ cells }) =>
      Object.fromEntries((head?.cells ?? []).map((key, i) => [key, cells[i] ?? ""])),
    );
  };
  const providers = new Map(
    table("providers.csv").map((row) => [row["provider_id"], row["provider_name"] ?? ""]),
  );
  const programs = new Map(
    table("programs.csv").map((row) => [row["program_id"], row["program_name"] ?? ""]),
  );
  const sites = table("sites.csv").filter((row) => row["address_1"] !== "" && row["latitude"] !== "");
  const comparable = (row: Readonly<Record<string, string>>): Comparable => ({
    id: row["site_id"] ?? "",
    names: [`${programs.get(row["program_id"] ?? "") ?? ""} ${row["site_name"] ?? ""}`.trim()],
    organizations: [providers.get(row["provider_id"] ?? "") ?? ""],
    numbers: [],
    points: [[Number(row["latitude"]), Number(row["longitude"])]],
    services: [row["program_id"] ?? ""],
    areas: ["US-NY"],
  });
  const address = (row: Readonly<Record<string, string>>) =>
    `${row["address_1"] ?? ""} ${row["postcode"] ?? ""}`.toLowerCase().replace(/[^a-z0-9]+/gu, " ");
  const pairs: Pair[] = [];
  const byProvider = grouped(sites, (row) => row["provider_id"] ?? "");
  for (const own of byProvider.values()) {
    for (const [at, one] of own.entries()) {
      const rest = own.slice(at + 1);
      const add = (other: Readonly<Record<string, string>> | undefined, kind: string, same: boolean) => {
        if (other !== undefined) pairs.push({ kind, a: comparable(one), b: comparable(other), same });
      };
      const samePlace = (row: Readonly<Record<string, string>>) => address(row) === address(one);
      const sameProgram = (row: Readonly<Record<string, string>>) => row["program_id"] === one["program_id"];
      add(
        rest.find((row) => sameProgram(row) && samePlace(row)),
        "sites",
        true,
      );
      add(
        rest.find((row) => sameProgram(row) && !samePlace(row)),
        "sites",
        false,
      );
      add(
        rest.find((row) => !sameProgram(row) && samePlace(row)),
        "sites",
        false,
      );
    }
  }
  return pairs;
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

/** Every n-th of a kind and label, so that no kind outweighs the others. */
function sample(pairs: readonly Pair[], most: number): readonly Pair[] {
  const groups = grouped(pairs, ({ kind, same }) => `${kind} ${same}`);
  return [...groups.values()].flatMap((group) => {
    const step = Math.max(1, Math.floor(group.length / most));
    return group.filter((_, at) => at % step === 0).slice(0, most);
  });
}

describe.skipIf(!present)("duplicates on labelled pairs of real sets", () => {
  test("precision is at least 0.95 at a recall of at least 0.85, over 300 pairs or more", () => {
    const pairs = sample([...jordanPairs(), ...newYorkPairs()], 120);
    const counts: Record<string, { n: number; right: number }> = {};
    let [found, right, all] = [0, 0, 0];
    const wrong: string[] = [];
    for (const { kind, a, b, same } of pairs) {
      const said = likeness(a, b).score >= PROBABLY_SAME;
      if (same) all += 1;
      if (said) found += 1;
      if (said && same) right += 1;
      const count = (counts[`${kind} ${same ? "same" : "two"}`] ??= { n: 0, right: 0 });
      count.n += 1;
      if (said === same) count.right += 1;
      else wrong.push(`${kind} ${same} ${likeness(a, b).score.toFixed(2)} ${JSON.stringify([a, b])}`);
    }
    const [precision, recall] = [right / found, right / all];
    if (process.env["WAYMARK_SHOW_PAIRS"] !== undefined)
      console.log(JSON.stringify({ pairs: pairs.length, precision, recall, counts }), wrong.join("\n"));
    expect(pairs.length).toBeGreaterThanOrEqual(300);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });
});
