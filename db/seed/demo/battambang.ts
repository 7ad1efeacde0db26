/** Battambang, KH-2. */
import { answers, checked, fictional, phone, speaks, weekly, WORKDAYS } from "./shapes.ts";
import type { Location, Organization } from "./shapes.ts";

const TOWN = { en: "Battambang town", km: "ទីរួមខេត្តបាត់ដំបង" };

/** A place in the province; its privacy is said by each. */
const inProvince = (place: Omit<Location, "country" | "area" | "timeZone">): Location => ({
  country: "KH",
  area: "KH-2",
  timeZone: "Asia/Phnom_Penh",
  city: TOWN,
  ...place,
});

export const BATTAMBANG: Organization[] = [
  {
    sourceId: "demo-sparrow-loft",
    name: { en: "Sparrow Loft", km: "ផ្ទះចាប" },
    providerType: "ngo",
    locations: [
      inProvince({
        sourceId: "demo-sparrow-loft-home",
        lines: { en: "17 Example Orchard Road", km: "17 ផ្លូវចម្ការឧទាហរណ៍" },
        postalCode: "00017",
        latitude: 13.1034,
        longitude: 103.2045,
        privacy: "withheld",
        residential: true,
        privateNote: "Canary: the night guard is Dara Example.",
      }),
    ],
    services: [
      {
        sourceId: "demo-sparrow-loft-boys",
        name: { en: "Sparrow Loft, home for boys", km: "ផ្ទះចាប សម្រាប់ក្មេងប្រុស" },
        scope: "trafficking-specific",
        services: [
          "small-group-home",
          "child-interim-care",
          "catch-up-classes",
          "apprenticeship",
          "child-counselling",
          "legal-guardian",
        ],
        areas: ["KH-2", "KH-1"],
        locations: ["demo-sparrow-loft-home"],
        minimumAge: 14,
        maximumAge: 17,
        answers: answers(
          [
            "age-at-trafficking:child-then",
            "exploitation-forms:street-selling",
            "authorised:yes",
            "gender-served:boys",
            "child-status:separated-or-unaccompanied",
            "child-status:orphan",
            "child-status:family-complicit",
            "exploitation-forms:begging",
            "exploitation-forms:forced-criminality",
            "cost:free",
            "delivery:residential",
            "shelter-rules:may-study",
            "shelter-rules:can-leave-freely",
            "shelter-rules:family-contact",
            "child-friendly:child-protection-policy",
            "staff-gender:choose-man",
          ],
          ["gender-served:girls", "gender-served:women", "gender-served:men"],
        ),
        languages: speaks(["km"], ["th", "vi"]),
        contacts: [
          phone("KH", "47", {
            whoAnswers: "organization",
            recorded: "no",
            tells: { "child-protection": "yes", family: "no" },
          }),
        ],
        costs: [{ option: "free" }],
        texts: {
          description: {
            en: "A home for boys, with school in the morning.",
            km: "ផ្ទះស្នាក់នៅសម្រាប់ក្មេងប្រុស រៀនពេលព្រឹក។",
          },
          eligibilityDescription: { en: "Boys aged 14 to 17.", km: "ក្មេងប្រុសអាយុ 14 ដល់ 17 ឆ្នាំ។" },
        },
        verified: checked("2026-07-21", "home leader"),
      },
    ],
  },
  {
    sourceId: "demo-rice-moon",
    name: { en: "Rice Moon Clinic", km: "គ្លីនិកព្រះចន្ទស្រូវ" },
    providerType: "ngo",
    locations: [
      inProvince({
        sourceId: "demo-rice-moon-site",
        lines: { en: "52 Example Riverside", km: "52 មាត់ទន្លេឧទាហរណ៍" },
        latitude: 13.0957,
        longitude: 103.2022,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-rice-moon-talk",
        name: { en: "Rice Moon Clinic", km: "គ្លីនិកព្រះចន្ទស្រូវ" },
        scope: "general",
        services: [
          "practitioner-support",
          "individual-counselling",
          "community-mental-health",
          "creative-therapy",
          "meditation-yoga",
          "disability-health",
          "primary-care",
        ],
        locations: ["demo-rice-moon-site"],
        minimumAge: 5,
        answers: answers([
          "gender-served:all-genders",
          "gender-served:trans-inclusive",
          "lgbtqi:inclusive",
          "disability:intellectual",
          "disability:mental-health-related",
          "mental-illness:accepts",
          "documents-needed:none",
          "cost:reduced",
          "accessible-formats:picture-based",
          "accessible-formats:step-free",
          "hours:weekend",
        ]),
        languages: speaks(["km", "en"], ["cja"]),
        schedules: [weekly(["TU", "WE", "TH", "FR", "SA"], "08:00", "17:00")],
        contacts: [
          phone("KH", "48", { whoAnswers: "organization", recorded: "no" }),
          { channel: "whatsapp", value: fictional("48"), country: "KH", whoAnswers: "organization" },
        ],
        costs: [
          { option: "reduced", amount: 1, currency: "USD", description: { en: "If you can", km: "បើអ្នកអាច" } },
        ],
        texts: {
          description: {
            en: "Talking, drawing and rest, for all ages.",
            km: "ការនិយាយ គំនូរ និងការសម្រាក សម្រាប់គ្រប់វ័យ។",
          },
        },
        verified: checked("2026-10-21", "reception"),
      },
    ],
  },
  {
    sourceId: "demo-commune-hall",
    name: { en: "Example Commune Hall", km: "សាលាឃុំឧទាហរណ៍" },
    providerType: "state",
    locations: [
      inProvince({
        sourceId: "demo-commune-hall-site",
        lines: { en: "Example Commune, National Road", km: "ឃុំឧទាហរណ៍ ផ្លូវជាតិ" },
        latitude: 13.0544,
        longitude: 103.1911,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-commune-hall-papers",
        name: { en: "Commune papers desk", km: "តុឯកសារសាលាឃុំ" },
        scope: "general",
        services: [
          "birth-registration",
          "identity-documents",
          "residence-registration",
          "social-benefits",
          "official-letters",
        ],
        locations: ["demo-commune-hall-site"],
        answers: answers([
          "interpreter:none",
          "documents-needed:birth-certificate",
          "nationality-served:nationals-only",
          "residence-registration-needed:registered-in-area",
          "documents-needed:family-or-household-book",
          "cost:fee",
        ]),
        languages: speaks(["km"]),
        schedules: [weekly(WORKDAYS, "07:30", "11:30")],
        contacts: [phone("KH", "49", { whoAnswers: "state" })],
        costs: [{ option: "fee", amount: 400, currency: "KHR" }],
        requiredDocuments: [{ en: "Family book", km: "សៀវភៅគ្រួសារ" }],
        texts: {
          description: {
            en: "Birth papers, cards and letters for people registered here.",
            km: "សំបុត្រកំណើត ប័ណ្ណ និងលិខិត សម្រាប់អ្នកចុះបញ្ជីនៅទីនេះ។",
          },
        },
        verified: checked("2026-04-02", "clerk"),
      },
    ],
  },
  {
    sourceId: "demo-bamboo-stall",
    name: { en: "Bamboo Stall", km: "តូបឫស្សី" },
    providerType: "social-business",
    locations: [
      inProvince({
        sourceId: "demo-bamboo-stall-shop",
        lines: { en: "4 Example Night Market", km: "4 ផ្សាររាត្រីឧទាហរណ៍" },
        latitude: 13.1001,
        longitude: 103.1987,
        privacy: "public",
      }),
    ],
    services: [
      {
        sourceId: "demo-bamboo-stall-start",
        name: { en: "Bamboo Stall start fund", km: "មូលនិធិចាប់ផ្តើម តូបឫស្សី" },
        scope: "general",
        services: [
          "business-grant",
          "business-loan",
          "business-mentoring",
          "farming-training",
          "social-enterprise-job",
        ],
        locations: ["demo-bamboo-stall-shop"],
        minimumAge: 18,
        answers: answers([
          "gender-served:all-genders",
          "prior-skill-needed:listed",
          "income-test:other",
          "cost:repay",
          "entry-route:assessment-first",
        ]),
        languages: speaks(["km"]),
        schedules: [weekly(["MO", "WE", "FR"], "09:00", "12:00")],
        contacts: [phone("KH", "51", { whoAnswers: "organization" })],
        costs: [
          {
            option: "repay",
            amount: 250,
            currency: "USD",
            description: { en: "Loan, in 18 parts", km: "ប្រាក់កម្ចី សង 18 ដង" },
          },
        ],
        texts: {
          description: {
            en: "A small sum for a stall, and someone who advises.",
            km: "ប្រាក់តិចតួចសម្រាប់បើកតូប និងអ្នកណែនាំ។",
          },
          feesDescription: {
            en: "Part is a gift. You pay the rest back.",
            km: "មួយផ្នែកជាអំណោយ។ អ្នកត្រូវសងផ្នែកដែលនៅសល់។",
          },
        },
        verified: checked("2026-03-24", "shop leader"),
      },
    ],
  },
  {
    sourceId: "demo-post-two",
    name: { en: "Post Two Police Line", km: "ខ្សែទូរស័ព្ទប៉ូលិសប៉ុស្តិ៍ពីរ" },
    providerType: "police-justice",
    services: [
      {
        sourceId: "demo-post-two-line",
        name: { en: "Post Two police line", km: "ខ្សែទូរស័ព្ទប៉ូលិសប៉ុស្តិ៍ពីរ" },
        scope: "general",
        services: ["emergency-response", "police-protection", "report-crime"],
        areas: ["KH-2"],
        answers: answers(["cost:free", "hours:24-hours", "delivery:phone", "confidentiality:tells-police"]),
        languages: speaks(["km"]),
        contacts: [
          phone("KH", "53", { dialScope: "country", whoAnswers: "police", tells: { police: "yes" } }),
        ],
        texts: {
          description: { en: "Police answer. Ask before you say your name.", km: "ប៉ូលិសឆ្លើយ។ សូមសួរមុននឹងប្រាប់ឈ្មោះ។" },
        },
      },
    ],
  },
];
