import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { NEEDS, SERVICES_BY_NEED } from "#db/vocabulary.ts";
import { SET_BACKS, STAGES } from "#server/domain/situation/wanted.ts";

const { services } = JSON.parse(readFileSync("db/seed/taxonomy.json", "utf8")) as {
  services: readonly { code: string; area: string }[];
};

test("sub-services stand under their first need, as in the taxonomy, every one of them", () => {
  for (const need of NEEDS)
    expect(SERVICES_BY_NEED[need]).toEqual(
      services.filter(({ area }) => area === need).map(({ code }) => code),
    );
  expect(Object.values(SERVICES_BY_NEED).flat()).toHaveLength(services.length);
});

test("stages and set-backs name sub-services that there are", () => {
  const known = services.map(({ code }) => code);
  for (const codes of [...Object.values(STAGES), ...Object.values(SET_BACKS)])
    for (const code of codes) expect(known).toContain(code);
});
