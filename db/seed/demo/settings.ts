import type { SettingsInput } from "#server/contract/settings.ts";

/** Settings of the demo directory: everything in it is made up, and every page says so. */
export const DEMO_SETTINGS: SettingsInput = {
  publicName: "Waymark",
  runBy: {
    en: "Northern Help Guide (example)",
    th: "คู่มือช่วยเหลือภาคเหนือ (ตัวอย่าง)",
  },
  countries: ["TH", "KH", "LA", "MM", "VN", "AL"],
  languages: ["en", "th", "lo", "km", "my", "vi", "id", "ms", "fil", "zh", "sq", "ar"],
  checkedLanguages: ["en"],
  emergency: [
    {
      country: "TH",
      number: "000 0000 000",
      dial: null,
      label: { en: "In danger now (example number)", th: "อันตรายตอนนี้ (เบอร์ตัวอย่าง)" },
      kind: "emergency",
      recorded: null,
    },
  ],
  exitTargets: { "": null },
  deadlines: { hotline: 90, shelter: 180, other: 365, grace: 90 },
  indexed: false,
  setup: { answered: [], finishedOn: null },
  // How Thai speakers write towns over the border, and a name on signs that the place data lack.
  placeAliases: [
    { country: "KH", area: "KH-1", name: "Poipet", alias: "ปอยเปต" },
    { country: "MM", area: "MM-13", name: "Myawaddy", alias: "เมียวดี" },
    { country: "LA", area: "LA-BK", name: "Bokeo", alias: "Golden Triangle" },
  ],
  demo: true,
};
