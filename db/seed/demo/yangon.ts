/** Yangon, MM-06. */
import { answers, checked, EVERY_DAY, fictional, phone, speaks, weekly, WORKDAYS } from "./shapes.ts";
import type { Location, Organization } from "./shapes.ts";

const YANGON_CITY = { en: "Yangon", my: "ရန်ကုန်" };

/** A place in the city; its privacy is said by each. */
const inCity = (place: Omit<Location, "country" | "area" | "timeZone">): Location => ({
  country: "MM",
  area: "MM-06",
  timeZone: "Asia/Yangon",
  city: YANGON_CITY,
  ...place,
});

export const YANGON: Organization[] = [
  {
    sourceId: "demo-monsoon-lamp",
    name: { en: "Monsoon Lamp", my: "မိုးရာသီမီးအိမ်" },
    providerType: "community-group",
    services: [
      {
        sourceId: "demo-monsoon-lamp-night",
        name: { en: "Monsoon Lamp night phone", my: "မိုးရာသီမီးအိမ် ညဖုန်း" },
        scope: "trafficking-specific",
        services: [
          "emergency-response",
          "safety-plan",
          "exit-help",
          "crisis-counselling",
          "service-referral",
        ],
        areas: ["MM-06"],
        answers: answers(
          [
            "age-range:any-age",
            "gender-served:all-genders",
            "documents-needed:none",
            "cooperation-needed:none",
            "cost:free",
            "delivery:phone",
            "hours:evening",
            "hours:weekend",
          ],
          ["hours:24-hours", "confidentiality:tells-police"],
        ),
        languages: speaks(["my", "shn"], ["ksw", "mnw", "rhg"]),
        schedules: [weekly(EVERY_DAY, "22:00", "06:00")],
        contacts: [
          phone("MM", "60", { whoAnswers: "volunteers", recorded: "no", tells: { nobody: "yes" } }),
          { channel: "viber", value: fictional("60"), country: "MM", whoAnswers: "volunteers" },
          phone("MM", "61", { audience: "internal", label: { en: "Shift leader" } }),
        ],
        texts: {
          description: { en: "From ten at night to six in the morning.", my: "ည ၁၀ နာရီမှ မနက် ၆ နာရီအထိ။" },
          eligibilityDescription: { en: "Anyone, any age.", my: "မည်သူမဆို၊ အသက်မရွေး။" },
        },
        verified: checked("2026-10-27", "shift leader"),
      },
    ],
  },
  {
    sourceId: "demo-jasmine-house",
    name: { en: "Jasmine House", my: "စံပယ်အိမ်" },
    providerType: "state",
    locations: [
      inCity({
        sourceId: "demo-jasmine-house-site",
        lines: { en: "44 Example Jasmine Street", my: "44 နမူနာ စံပယ်လမ်း" },
        postalCode: "00044",
        latitude: 16.8712,
        longitude: 96.1534,
        privacy: "withheld",
        residential: true,
        privateNote: "Canary: the matron is Daw Hla Example.",
      }),
    ],
    services: [
      {
        sourceId: "demo-jasmine-house-stay",
        name: { en: "Jasmine House", my: "စံပယ်အိမ်" },
        scope: "trafficking-specific",
        services: [
          "residential-programme",
          "education-plan",
          "health-check",
          "family-tracing",
          "best-interests-assessment",
        ],
        areas: ["MM-06", "MM"],
        locations: ["demo-jasmine-house-site"],
        minimumAge: 8,
        maximumAge: 25,
        answers: answers(
          [
            "gender-served:girls",
            "gender-served:women",
            "identification-needed:formally-identified",
            "entry-route:authority-referral",
            "cost:free",
            "shelter-rules:curfew",
            "shelter-rules:family-contact",
          ],
          [
            "gender-served:boys",
            "gender-served:men",
            "shelter-rules:can-leave-freely",
            "shelter-rules:phone-allowed",
            "with-children:accepts",
          ],
        ),
        languages: speaks(["my"]),
        contacts: [phone("MM", "62", { whoAnswers: "state" })],
        texts: {
          description: {
            en: "A closed state school home. No phone inside.",
            my: "နိုင်ငံပိုင် ကျောင်းဆောင်။ အတွင်းမှာ ဖုန်းမသုံးရ။",
          },
          rules: { en: "Guests cannot leave alone.", my: "တစ်ယောက်တည်း အပြင်မထွက်ရပါ။" },
        },
        verified: checked("2026-05-05", "office", "letter"),
      },
    ],
  },
  {
    sourceId: "demo-teak-leaf",
    name: { en: "Teak Leaf Clinic", my: "ကျွန်းရွက်ဆေးခန်း" },
    providerType: "faith-based",
    locations: [
      inCity({
        sourceId: "demo-teak-leaf-site",
        lines: { en: "10 Example Monastery Road", my: "10 နမူနာ ဘုန်းကြီးကျောင်းလမ်း" },
        latitude: 16.8011,
        longitude: 96.1467,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-teak-leaf-care",
        name: { en: "Teak Leaf free clinic", my: "ကျွန်းရွက် အခမဲ့ဆေးခန်း" },
        scope: "general",
        services: [
          "primary-care",
          "medicines",
          "tb-care",
          "hiv-care",
          "maternity-care",
          "family-medical",
          "emotional-support",
        ],
        locations: ["demo-teak-leaf-site"],
        answers: answers([
          "age-range:any-age",
          "gender-served:all-genders",
          "general-target-group:low-income",
          "documents-needed:none",
          "religion:respects",
          "religion:faith-based-provider",
          "health-condition:treats",
          "cost:free",
          "entry-route:walk-in",
        ]),
        languages: speaks(["my", "ksw"], ["cnh", "kac"]),
        schedules: [weekly(["MO", "WE", "FR", "SU"], "08:00", "12:00")],
        contacts: [phone("MM", "64", { whoAnswers: "organization" })],
        costs: [{ option: "free" }],
        texts: {
          description: { en: "Free doctor and medicine. Come early.", my: "ဆရာဝန်နဲ့ ဆေး အခမဲ့။ စောစောလာပါ။" },
        },
        verified: checked("2026-09-09", "nurse"),
      },
    ],
  },
  {
    sourceId: "demo-golden-thread",
    name: { en: "Golden Thread", my: "ရွှေချည်" },
    providerType: "social-business",
    locations: [
      inCity({
        sourceId: "demo-golden-thread-workshop",
        lines: { en: "73 Example Weaver Lane", my: "73 နမူနာ ရက်ကန်းလမ်းသွယ်" },
        latitude: 16.8354,
        longitude: 96.1201,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-golden-thread-work",
        name: { en: "Golden Thread sewing and work", my: "ရွှေချည် စက်ချုပ်နှင့် အလုပ်" },
        scope: "general",
        services: [
          "social-enterprise-job",
          "social-enterprise-practice",
          "vocational-course",
          "money-skills",
          "non-formal-education",
        ],
        locations: ["demo-golden-thread-workshop"],
        minimumAge: 16,
        answers: answers([
          "gender-served:women",
          "gender-served:men",
          "literacy-needed:none",
          "disability:physical",
          "disability:adapted",
          "cost:free",
          "limits:months",
        ]),
        languages: speaks(["my"], ["mnw"]),
        schedules: [weekly(WORKDAYS, "09:00", "16:00")],
        contacts: [phone("MM", "65", { whoAnswers: "organization", tells: { employer: "yes" } })],
        costs: [{ option: "free" }],
        texts: {
          description: { en: "Learn to sew, then work here for a wage.", my: "စက်ချုပ်သင်ပြီး လုပ်ခရ အလုပ်လုပ်နိုင်သည်။" },
        },
        verified: checked("2026-07-14", "workshop leader"),
      },
    ],
  },
  {
    sourceId: "demo-red-lacquer",
    name: { en: "Red Lacquer Paralegals", my: "ယွန်းနီ ဥပဒေအကူများ" },
    providerType: "community-group",
    services: [
      {
        sourceId: "demo-red-lacquer-law",
        name: { en: "Red Lacquer paralegals", my: "ယွန်းနီ ဥပဒေအကူများ" },
        scope: "general",
        services: [
          "legal-advice",
          "identity-documents",
          "birth-registration",
          "detention-help",
          "property-inheritance",
          "family-legal-help",
        ],
        areas: ["MM-06"],
        answers: answers([
          "cost:free",
          "delivery:mobile-team",
          "migration-status:in-detention",
          "migration-status:irregular",
        ]),
        languages: speaks(["my"], ["rhg", "shn"]),
        contacts: [phone("MM", "66", { whoAnswers: "volunteers" })],
        texts: {
          description: {
            en: "Volunteers who know the law and the offices.",
            my: "ဥပဒေနဲ့ ရုံးများကို သိတဲ့ စေတနာ့ဝန်ထမ်းများ။",
          },
        },
      },
    ],
  },
];
