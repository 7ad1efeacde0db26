import { expect, it } from "vitest";
import { monthsAfter } from "#web/print/dates.ts";

it("three months later, the last day where a month is shorter", () => {
  expect(monthsAfter("2026-11-21", 3)).toBe("2027-02-21");
  expect(monthsAfter("2026-11-30", 3)).toBe("2027-02-28");
  expect(monthsAfter("2027-11-30", 3)).toBe("2028-02-29");
  expect(monthsAfter("2026-01-31", 1)).toBe("2026-02-28");
});
