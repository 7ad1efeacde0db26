/** Banteay Meanchey, KH-1: a border province. */
import { answers, checked, EVERY_DAY, phone, speaks, weekly, WORKDAYS } from "./shapes.ts";
import type { Location, Organization } from "./shapes.ts";

const POIPET = { en: "Poipet", km: "ប៉ោយប៉ែត" };

/** A place in the province; its privacy is said by each. */
const inProvince = (place: Omit<Location, "country" | "area" | "timeZone">): Location => ({
  country: "KH",
  area: "KH-1",
  timeZone: "Asia/Phnom_Penh",
  ...place,
});

export const BANTEAY_MEANCHEY: Organization[] = [
  {
    sourceId: "demo-border-stork",
    name: { en: "Border Stork", km: "សត្វកុកព្រំដែន" },
    providerType: "ngo",
    locations: [
      inProvince({
        sourceId: "demo-border-stork-room",
        lines: { en: "6 Example Gate Street", km: "6 ផ្លូវទ្វារឧទាហរណ៍" },
        city: POIPET,
        postalCode: "00006",
        latitude: 13.6561,
        longitude: 102.5632,
        privacy: "withheld",
        residential: true,
        privateNote: "Canary: Sokha Example keeps the list of beds.",
      }),
    ],
    services: [
      {
        sourceId: "demo-border-stork-arrival",
        name: { en: "Border Stork arrival room", km: "បន្ទប់ទទួលអ្នកមកដល់ សត្វកុកព្រំដែន" },
        scope: "trafficking-specific",
        services: [
          "travel-to-services",
          "arrival-reception",
          "transit-accommodation",
          "health-check",
          "onward-travel-money",
          "service-referral",
          "needs-assessment",
        ],
        areas: ["KH-1"],
        locations: ["demo-border-stork-room"],
        answers: answers([
          "gender-served:all-genders",
          "age-range:any-age",
          "migration-status:returned",
          "migration-status:deported",
          "migration-status:self-returned",
          "with-children:accepts",
          "documents-needed:none",
          "identification-needed:none",
          "cooperation-needed:none",
          "cost:free",
          "limits:one-off",
          "entry-route:walk-in",
          "travel-support:transport-given",
        ]),
        languages: speaks(["km", "th"], ["vi"]),
        schedules: [weekly(EVERY_DAY, "06:00", "22:00")],
        contacts: [
          phone("KH", "42", {
            whoAnswers: "organization",
            recorded: "no",
            tells: { police: "no", immigration: "no" },
          }),
          { channel: "telegram", value: "borderstork_example", country: "KH", whoAnswers: "organization" },
        ],
        costs: [{ option: "free" }],
        texts: {
          description: {
            en: "For people who just came back. A meal, a bed for two nights.",
            km: "សម្រាប់អ្នកទើបត្រឡប់មកវិញ។ មានអាហារ និងកន្លែងគេងពីរយប់។",
          },
          eligibilityDescription: { en: "Anyone. No papers needed.", km: "គ្រប់គ្នា។ មិនត្រូវការឯកសារទេ។" },
          limits: { en: "Two nights.", km: "ពីរយប់។" },
        },
        verified: checked("2026-10-08", "room leader"),
      },
      {
        sourceId: "demo-border-stork-visits",
        name: { en: "Border Stork family visits", km: "ការចុះសួរសុខទុក្ខគ្រួសារ សត្វកុកព្រំដែន" },
        scope: "trafficking-specific",
        services: [
          "child-return",
          "family-risk-assessment",
          "family-mediation",
          "family-reunification",
          "family-livelihood",
          "emotional-support",
          "follow-up",
          "mobile-outreach",
        ],
        areas: ["KH-1", "KH-2"],
        answers: answers(
          [
            "family-members:parent",
            "family-members:sibling",
            "family-members:spouse",
            "time-since-trafficking:max-months",
            "delivery:mobile-team",
            "delivery:home-visit",
            "cost:free",
          ],
          ["discreet-contact:no-home-visit"],
        ),
        maxMonthsSince: 24,
        languages: speaks(["km"]),
        contacts: [phone("KH", "42", { whoAnswers: "organization" })],
        texts: {
          description: {
            en: "A team visits you and your family, if you agree.",
            km: "ក្រុមការងារចុះសួរអ្នក និងគ្រួសារ បើអ្នកយល់ព្រម។",
          },
        },
        verified: checked("2026-06-30", "team leader"),
      },
    ],
  },
  {
    sourceId: "demo-gate-market-health",
    name: { en: "Gate Market Health Centre", km: "មណ្ឌលសុខភាពផ្សារទ្វារ" },
    providerType: "state",
    locations: [
      inProvince({
        sourceId: "demo-gate-market-health-site",
        lines: { en: "Example Market, east side", km: "ផ្សារឧទាហរណ៍ ខាងកើត" },
        city: POIPET,
        latitude: 13.6598,
        longitude: 102.5701,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-gate-market-health-care",
        name: { en: "Gate Market Health Centre", km: "មណ្ឌលសុខភាពផ្សារទ្វារ" },
        scope: "general",
        services: ["primary-care", "maternity-care", "child-health", "tb-care", "health-cover"],
        locations: ["demo-gate-market-health-site"],
        answers: answers([
          "age-range:any-age",
          "gender-served:all-genders",
          "cost:fee",
          "cost:free-if-eligible",
          "income-test:poor-household",
          "documents-needed:poor-household-certificate",
          "documents-needed:can-start-without-documents",
        ]),
        languages: speaks(["km"]),
        schedules: [weekly(EVERY_DAY, "07:30", "11:00"), weekly(WORKDAYS, "14:00", "17:00")],
        contacts: [phone("KH", "43", { whoAnswers: "state" })],
        costs: [
          { option: "fee", amount: 4000, currency: "KHR" },
          {
            option: "free-if-eligible",
            description: { en: "With a poor-household card", km: "មានប័ណ្ណគ្រួសារក្រីក្រ" },
          },
        ],
        texts: {
          description: { en: "Nurse and midwife for everyone.", km: "គិលានុបដ្ឋាក និងឆ្មប សម្រាប់គ្រប់គ្នា។" },
        },
        verified: checked("2026-08-05", "head nurse"),
      },
    ],
  },
  {
    sourceId: "demo-stone-lion",
    name: { en: "Stone Lion Circle", km: "ក្រុមតោថ្ម" },
    providerType: "community-group",
    locations: [
      inProvince({
        sourceId: "demo-stone-lion-house",
        lines: { en: "30 Example Temple Road", km: "30 ផ្លូវវត្តឧទាហរណ៍" },
        city: { en: "Sisophon", km: "សិរីសោភ័ណ" },
        latitude: 13.5859,
        longitude: 102.9737,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-stone-lion-desk",
        name: { en: "Stone Lion advice desk", km: "តុប្រឹក្សា ក្រុមតោថ្ម" },
        scope: "general",
        services: [
          "home-repair-build",
          "legal-advice",
          "wage-claim",
          "paperwork-help",
          "identity-documents",
          "safe-migration",
          "community-protection",
        ],
        locations: ["demo-stone-lion-house"],
        answers: answers([
          "gender-served:all-genders",
          "general-target-group:returned-migrants",
          "literacy-support:help-with-forms",
          "literacy-needed:none",
          "cost:free",
          "entry-route:walk-in",
        ]),
        languages: speaks(["km"], ["th"]),
        schedules: [weekly(["MO", "TH"], "08:00", "11:30"), weekly(["SA"], "14:00", "17:00")],
        contacts: [phone("KH", "45", { whoAnswers: "volunteers" })],
        costs: [{ option: "free", description: { en: "You pay stamps", km: "អ្នកបង់ថ្លៃតែម" } }],
        texts: {
          description: {
            en: "Neighbours help with papers, wages and safe work.",
            km: "អ្នកជិតខាងជួយរឿងឯកសារ ប្រាក់ឈ្នួល និងការងារសុវត្ថិភាព។",
          },
        },
      },
      {
        sourceId: "demo-stone-lion-school",
        name: { en: "Stone Lion evening school", km: "សាលារៀនពេលល្ងាច ក្រុមតោថ្ម" },
        scope: "general",
        services: [
          "school-return",
          "tutoring",
          "school-costs",
          "after-school-care",
          "vocational-course",
          "income-in-kind",
          "group-counselling",
        ],
        locations: ["demo-stone-lion-house"],
        minimumAge: 6,
        maximumAge: 24,
        answers: answers([
          "gender-served:all-genders",
          "documents-needed:school-records",
          "documents-needed:can-start-without-documents",
          "child-friendly:child-can-come-alone",
          "cost:free",
          "hours:evening",
        ]),
        languages: speaks(["km"], ["vi", "cja"]),
        schedules: [weekly(WORKDAYS, "16:00", "19:00")],
        contacts: [phone("KH", "46", { whoAnswers: "volunteers" })],
        costs: [{ option: "free" }],
        texts: {
          description: {
            en: "Back to school, homework, and bicycle repair to learn.",
            km: "ត្រឡប់ទៅសាលា ធ្វើលំហាត់ និងរៀនជួសជុលកង់។",
          },
        },
        verified: checked("2026-09-29", "teacher"),
      },
    ],
  },
];
