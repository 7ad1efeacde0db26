import { describe, expect, it } from "vitest";
import { hoursLine, weekLine } from "#web/words/hours.ts";
import { exceptionLines, weekLines } from "#web/words/opening-days.ts";
import { aListing, en, officeHours, th } from "./a-listing.ts";

/** Bangkok is seven hours ahead of UTC; 24 Nov 2026 is a Tuesday. */
const tuesdayNoon = new Date("2026-11-24T05:00:00Z");
const tuesdayNight = new Date("2026-11-24T15:00:00Z");
const tuesdayEarly = new Date("2026-11-24T00:00:00Z");
const saturdayEvening = new Date("2026-11-28T11:00:00Z");
const office = aListing({ opening: officeHours });

describe("hours", () => {
  it("say until when it is open", () => {
    expect(hoursLine(en, office, tuesdayNoon)).toBe("Open today until 16:30");
    expect(hoursLine(th, office, tuesdayNoon)).toBe("วันนี้เปิดถึง 16.30 น.");
  });

  it("say when it opens again", () => {
    expect(hoursLine(en, office, tuesdayEarly)).toBe("Opens today at 9:00");
    expect(hoursLine(en, office, tuesdayNight)).toBe("Closed now. Opens Wednesday at 9:00");
    expect(hoursLine(en, office, saturdayEvening)).toBe("Closed now. Opens Monday at 9:00");
    expect(hoursLine(th, office, saturdayEvening)).toBe("ปิดอยู่ตอนนี้ เปิดวันจันทร์ 9.00 น.");
  });

  it("say only that it is closed when the days ahead differ from the week", () => {
    const exceptions = [{ from: "2026-11-25", to: "2026-11-30", opens: null, closes: null }];
    const facts = aListing({ opening: { ...officeHours, exceptions } });
    expect(hoursLine(en, facts, tuesdayNight)).toBe("Closed now");
  });

  it("say day and night, from the hours or from the listing's own answer", () => {
    const week = [{ days: 0b111_1111, opens: 0, closes: 1440, interval: 1 }];
    const always = aListing({ opening: { ...officeHours, week } });
    expect(hoursLine(en, always, tuesdayNoon)).toBe("Open day and night");
    expect(hoursLine(en, aListing({ answers: { hours: { "24-hours": "yes" } } }), tuesdayNoon)).toBe(
      "Open day and night",
    );
  });

  it("say the week on paper and where the moment cannot be told", () => {
    expect(hoursLine(en, office, null)).toBe("Mon–Fri 9:00–16:30, Sat 9:00–12:00");
    const fortnightly = { ...officeHours, week: [{ days: 0b1, opens: 540, closes: 720, interval: 2 }] };
    expect(hoursLine(en, aListing({ opening: fortnightly }), new Date("2026-11-23T03:00:00Z"))).toBe(
      "Mon 9:00–12:00, not every week",
    );
  });

  it("are not known until somebody says so", () => {
    expect(hoursLine(en, aListing(), tuesdayNoon)).toBe("Hours not known");
    expect(
      hoursLine(en, aListing({ answers: { hours: { "appointment-needed": "yes" } } }), tuesdayNoon),
    ).toBe("By appointment");
  });

  it("put days with the same hours in one row, in the order of the week", () => {
    const week = [
      { days: 0b100_0000, opens: 600, closes: 720, interval: 1 },
      { days: 0b011_1010, opens: 780, closes: 1020, interval: 1 },
      { days: 0b011_1010, opens: 540, closes: 720, interval: 1 },
      { days: 0b000_0001, opens: 1200, closes: 480, interval: 1 },
    ];
    expect(weekLines(en, { ...officeHours, week })).toEqual([
      { days: "Mon", times: "20:00–8:00" },
      { days: "Tue, Thu–Sat", times: "9:00–12:00, 13:00–17:00" },
      { days: "Sun", times: "10:00–12:00" },
    ]);
    expect(weekLine(th, officeHours)).toBe("จันทร์–ศุกร์ 9.00–16.30 น. เสาร์ 9.00–12.00 น.");
  });

  it("name the days that differ and are not over", () => {
    const exceptions = [
      { from: "2026-04-13", to: "2026-04-15", opens: null, closes: null },
      { from: "2026-12-31", to: "2026-12-31", opens: null, closes: null },
      { from: "2027-01-04", to: "2027-01-04", opens: 600, closes: 720 },
    ];
    expect(exceptionLines(en, { ...officeHours, exceptions }, "2026-11-21")).toEqual([
      "Closed on 31 Dec 2026",
      "4 Jan 2027: 10:00–12:00",
    ]);
  });
});
