import { describe, expect, test } from "vitest";
import { GUARDED_SERVICES } from "#db/vocabulary.ts";
import { placePrivacy } from "#server/domain/place-privacy.ts";

const undecided = { privacy: null, residential: false };
const listing = (
  scope: "general" | "trafficking-specific" | null,
  services: string[] = ["legal-advice"],
  answers = {},
) => ({ scope, services, answers });

describe("how much of a place may be known when nobody said", () => {
  test.each([
    ["an office of a general service", undecided, [listing("general")], "area-only"],
    ["a specialised service", undecided, [listing("trafficking-specific")], "withheld"],
    ["a service whose scope is not decided", undecided, [listing(null)], "withheld"],
    ["a place where people live", { privacy: null, residential: true }, [listing("general")], "withheld"],
    [
      "help that is residential",
      undecided,
      [listing("general", ["legal-advice"], { delivery: { residential: "yes" } })],
      "withheld",
    ],
    [
      "one guarded service among several at the same place",
      undecided,
      [listing("general"), listing("trafficking-specific")],
      "withheld",
    ],
  ] as const)("%s", (_name, place, listings, privacy) => {
    expect(placePrivacy(place, listings)).toBe(privacy);
  });

  test("every guarded kind of help withholds its place", () => {
    for (const code of GUARDED_SERVICES)
      expect(placePrivacy(undecided, [listing("general", [code])])).toBe("withheld");
  });

  test("what a person decided stands", () => {
    for (const privacy of ["public", "area-only", "withheld"] as const) {
      expect(placePrivacy({ privacy, residential: true }, [listing("trafficking-specific")])).toBe(privacy);
    }
  });
});
