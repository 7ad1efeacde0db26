import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Settings } from "#server/contract/settings.ts";
import { FIRST_SETTINGS, toPublicSettings } from "#server/publication/settings.ts";

describe("names of places in the settings", () => {
  const { placeAliases: _, ...older } = FIRST_SETTINGS;
  const poipet = { country: "KH", area: "KH-1", name: "Poipet", alias: "ปอยเปต" };

  it("are none in settings stored before there were any", () => {
    expect(v.parse(Settings, older).placeAliases).toEqual([]);
  });

  it("are public, and take no room in the page when there are none", () => {
    expect(toPublicSettings({ ...FIRST_SETTINGS, placeAliases: [poipet] }).placeAliases).toEqual([poipet]);
    expect(toPublicSettings(FIRST_SETTINGS)).not.toHaveProperty("placeAliases");
  });

  it.each([
    ["an empty name", { ...poipet, alias: "  " }],
    ["an area that is no ISO 3166-2 code", { ...poipet, area: "Banteay" }],
    ["a field that they do not know", { ...poipet, lat: 13.66 }],
  ])("refuse %s", (_name, alias) => {
    expect(v.safeParse(Settings, { ...older, placeAliases: [alias] }).success).toBe(false);
  });
});
